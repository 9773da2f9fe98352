import type { RoundFull } from '@hujian/contract';
import { Form, Input } from 'antd';
import { words } from './words.ts';

/** Why the list of a published plan changes; a draft needs no reason. */
export function ReasonItem({ round }: { round: RoundFull }) {
  if (round.state !== 'published') return null;
  return (
    <Form.Item
      name="reason"
      label={words.reason}
      rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
    >
      <Input maxLength={300} />
    </Form.Item>
  );
}
