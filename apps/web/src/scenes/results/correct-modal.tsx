import type { ResultFull } from '@hujian/contract';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { correctResult } from '../../api/results.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { Sure } from './step-modal.tsx';
import { useResultChange } from './use-result-change.ts';
import { words } from './words.ts';

interface Filled {
  organization?: number;
  before: string;
  after: string;
  reason: string;
}

/** A mistake in what was published is mended beside it, never in it. */
export function CorrectModal({ result }: { result: ResultFull }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const change = useResultChange({
    save: ({ organization, before, after, reason }: Filled) =>
      correctResult(result.id, {
        organization: organization ?? null,
        before: before.trim(),
        after: after.trim(),
        reason: reason.trim(),
      }),
    done: words.correctDone,
    onDone: close,
  });
  const field = (name: 'before' | 'after' | 'reason', label: string, maxLength: number) => (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: words.needed(label) }]}
    >
      <Input maxLength={maxLength} />
    </Form.Item>
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.actions.correct}</Button>
      <Modal open={open} title={words.correctTitle} onCancel={close} footer={null} destroyOnHidden>
        <Form<Filled> layout="vertical" onFinish={change.mutate}>
          <p className="faint">{words.correctLead}</p>
          <Form.Item name="organization" label={words.correctUnit}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={words.whole}
              options={result.units.map(({ organization }) => ({
                value: organization.id,
                label: organization.name,
              }))}
            />
          </Form.Item>
          {field('before', words.correctBefore, 300)}
          {field('after', words.correctAfter, 300)}
          {field('reason', words.correctReason, 500)}
          <Sure label={words.sure.correct} />
          <Wrong error={change.error} />
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {words.actions.correct}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
