import type { ResultFull } from '@hujian/contract';
import { Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { type Step, stepResult } from '../../api/results.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { useResultChange } from './use-result-change.ts';
import { words } from './words.ts';

interface Filled {
  note?: string;
}

/** One step of the approval: says what it means, asks once more, takes a note along. */
export function StepModal({ result, step }: { result: ResultFull; step: Step }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const change = useResultChange({
    save: ({ note }: Filled) =>
      stepResult(result.id, step, {
        version: result.version,
        ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
      }),
    done: words.stepDone[step],
    onDone: close,
  });
  const back = step === 'return';
  return (
    <>
      <Button type={back ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {words.actions[step]}
      </Button>
      <Modal open={open} title={words.stepTitles[step]} onCancel={close} footer={null} destroyOnHidden>
        <Form<Filled> layout="vertical" onFinish={change.mutate}>
          <p>{words.stepLeads[step](result.approver?.name ?? null)}</p>
          <Form.Item
            name="note"
            label={back ? words.noteReturn : words.note}
            rules={
              back ? [{ required: true, whitespace: true, message: words.needed(words.noteReturn) }] : []
            }
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
          {back ? null : <Sure label={words.sure[step]} />}
          <Wrong error={change.error} />
          <Button type="primary" danger={back} htmlType="submit" loading={change.isPending}>
            {back ? words.sure.return : words.actions[step]}
          </Button>
        </Form>
      </Modal>
    </>
  );
}

/** What cannot be taken back is said yes to by hand. */
export function Sure({ label }: { label: string }) {
  return (
    <Form.Item
      name="sure"
      valuePropName="checked"
      rules={[
        {
          validator: (_, value) =>
            value === true ? Promise.resolve() : Promise.reject(new Error(`请勾选“${label}”。`)),
        },
      ]}
    >
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}
