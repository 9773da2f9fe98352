import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { revealSensitive } from '../../api/records.ts';
import { day } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

/** Identity number and telephone in full: with a reason, and a line in the audit trail. */
export function Reveal({ person }: { person: number }) {
  const [open, setOpen] = useState(false);
  const reveal = useMutation({
    mutationFn: ({ reason }: { reason: string }) => revealSensitive(person, reason.trim()),
  });
  const close = () => {
    setOpen(false);
    reveal.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.reveal}</Button>
      <Modal open={open} title={words.revealTitle} onCancel={close} footer={null} destroyOnHidden>
        {reveal.data === undefined ? (
          <Form layout="vertical" onFinish={reveal.mutate}>
            <p>{words.revealLead}</p>
            <Form.Item
              name="reason"
              label={words.reason}
              rules={[{ required: true, whitespace: true, message: words.needed(words.reason) }]}
            >
              <Input maxLength={200} />
            </Form.Item>
            <Wrong error={reveal.error} />
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
              {words.revealTitle}
            </Button>
          </Form>
        ) : (
          <dl className="record-facts">
            <div>
              <dt>{words.identity}</dt>
              <dd>{reveal.data.identity ?? '—'}</dd>
            </div>
            <div>
              <dt>{words.phone}</dt>
              <dd>{reveal.data.phone ?? '—'}</dd>
            </div>
            <div>
              <dt>{words.birthOn}</dt>
              <dd>{day(reveal.data.birthOn)}</dd>
            </div>
          </dl>
        )}
      </Modal>
    </>
  );
}
