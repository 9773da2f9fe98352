import type { Draft } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { Problem } from '../../api/door.ts';
import type { Publishing } from '../../api/drafts.ts';
import { editionsQuery } from '../../api/library.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './tab-words.ts';

interface FilledBasis {
  document: string;
  number?: string;
  issuer: string;
  date: string;
}

export interface Filled {
  standard: string;
  label: string;
  inForce: string;
  follows?: string | null;
  basis: FilledBasis[];
}

export function publishingOf(
  { standard, label, inForce, follows, basis }: Filled,
  version: number,
): Publishing {
  return {
    version,
    standard: standard.trim(),
    label: label.trim(),
    inForce,
    follows: follows ?? null,
    basis: basis.map(({ document, number, issuer, date }) => ({
      document: document.trim(),
      issuer: issuer.trim(),
      date,
      ...(number === undefined || number.trim() === '' ? {} : { number: number.trim() }),
    })),
  };
}

interface PublishFormProps {
  draft: Draft;
  ready: boolean;
  busy: boolean;
  error: unknown;
  onPublish: (filled: Filled) => void;
}

const slug = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const needed = (label: string) => ({ required: true, whitespace: true, message: words.needed(label) });

/** What the edition is called, from when it holds, and on what it rests. */
export function PublishForm({ draft, ready, busy, error, onPublish }: PublishFormProps) {
  const editions = useQuery(editionsQuery).data?.rows ?? [];
  const { header } = draft;
  const issues = error instanceof Problem ? error.issues : [];
  const issue = (name: string) => {
    const message = issues.find(({ path }) => path.split(/[./]/).includes(name))?.message;
    return message === undefined ? {} : { help: message, validateStatus: 'error' as const };
  };
  const initial = {
    standard: header.standard,
    label: header.label,
    inForce: header.inForce,
    follows: header.follows,
    basis: header.basis.length === 0 ? [{}] : header.basis,
  };
  return (
    <Form<Filled> layout="vertical" initialValues={initial} onFinish={onPublish} className="publish-form">
      <div className="publish-fields">
        <Form.Item
          name="standard"
          label={words.standard}
          extra={words.standardLead}
          rules={[needed(words.standard), { pattern: slug, message: words.standardLead }]}
          {...issue('standard')}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="label"
          label={words.label}
          extra={words.labelLead}
          rules={[needed(words.label), { pattern: slug, message: words.standardLead }]}
          {...issue('label')}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="inForce" label={words.inForce} rules={[needed(words.inForce)]} {...issue('inForce')}>
          <DayField />
        </Form.Item>
        <Form.Item name="follows" label={words.follows} {...issue('follows')}>
          <Select
            allowClear
            placeholder={words.followsNone}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={editions.map((row) => ({ value: row.id, label: row.title }))}
          />
        </Form.Item>
      </div>
      <h3 className="publish-basis">{words.basisTitle}</h3>
      <BasisList />
      <Wrong error={error} />
      <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
        {words.publish}
      </Button>
    </Form>
  );
}

function BasisList() {
  return (
    <Form.List name="basis">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="publish-fields">
              <Form.Item name={[name, 'document']} label={words.document} rules={[needed(words.document)]}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'issuer']} label={words.issuer} rules={[needed(words.issuer)]}>
                <Input maxLength={120} />
              </Form.Item>
              <Form.Item name={[name, 'date']} label={words.date} rules={[needed(words.date)]}>
                <DayField />
              </Form.Item>
              <Form.Item name={[name, 'number']} label={words.number}>
                <Input maxLength={80} />
              </Form.Item>
              {fields.length > 1 ? (
                <button type="button" className="as-link" onClick={() => remove(name)}>
                  {words.removeBasis}
                </button>
              ) : null}
            </div>
          ))}
          <p>
            <button type="button" className="as-link" onClick={() => add({})}>
              {words.addBasis}
            </button>
          </p>
        </>
      )}
    </Form.List>
  );
}
