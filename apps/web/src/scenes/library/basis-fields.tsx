import type { Basis } from '@hujian/contract';
import { Form, Input } from 'antd';
import { DayField } from '../../parts/day-field.tsx';
import { words } from './words.ts';

export interface BasisFilled {
  document: string;
  number?: string;
  issuer?: string;
  date?: string | null;
}

/** On what a decision rests. */
export function BasisFields() {
  return (
    <>
      <Form.Item
        name="document"
        label={words.document}
        rules={[{ required: true, whitespace: true, message: words.needed(words.document) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="basis-fields">
        <Form.Item name="number" label={words.number}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="issuer" label={words.issuer}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="date" label={words.date}>
          <DayField />
        </Form.Item>
      </div>
    </>
  );
}

export function basisOf({ document, number, issuer, date }: BasisFilled): Basis {
  const basis: Basis = { document: document.trim() };
  if (number !== undefined && number.trim() !== '') basis.number = number.trim();
  if (issuer !== undefined && issuer.trim() !== '') basis.issuer = issuer.trim();
  if (date !== undefined && date !== null) basis.date = date;
  return basis;
}
