import type { ResultFull, ResultUnit } from '@hujian/contract';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { adjustResult } from '../../api/results.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { useResultChange } from './use-result-change.ts';
import { words } from './words.ts';

interface Filled {
  points: number;
  reason: string;
}

/** A person's hand in the computed total: beside it, with the reason. */
export function AdjustModal({ result, unit }: { result: ResultFull; unit: ResultUnit }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const change = useResultChange({
    save: ({ points, reason }: Filled) =>
      adjustResult(result.id, {
        version: result.version,
        organization: unit.organization.id,
        points,
        reason: reason.trim(),
      }),
    done: words.adjustDone,
    onDone: close,
  });
  return (
    <>
      <button type="button" className="as-link" onClick={() => setOpen(true)}>
        {words.actions.adjust}
        <span className="hidden-words">{unit.organization.name}</span>
      </button>
      <Modal
        open={open}
        title={words.adjustTitle(unit.organization.name)}
        onCancel={close}
        footer={null}
        destroyOnHidden
      >
        <Form<Filled> layout="vertical" initialValues={{ points: unit.adjustment }} onFinish={change.mutate}>
          <p className="faint">{words.adjustLead}</p>
          <Form.Item
            name="points"
            label={words.adjustPoints}
            rules={[{ required: true, message: words.needed(words.adjustPoints) }]}
          >
            <InputNumber min={-20} max={20} step={0.5} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={words.adjustReason}
            rules={[{ required: true, whitespace: true, message: words.needed(words.adjustReason) }]}
          >
            <Input maxLength={300} />
          </Form.Item>
          <Wrong error={change.error} />
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {words.actions.adjust}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
