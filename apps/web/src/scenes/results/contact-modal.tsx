import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { revealContact } from '../../api/results.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

/** The contact of who objected: sealed, opened with a reason, each look written down. */
export function ContactModal({ objection }: { objection: number }) {
  const [open, setOpen] = useState(false);
  const reveal = useMutation({
    mutationFn: ({ reason }: { reason: string }) => revealContact(objection, reason.trim()),
  });
  const close = () => {
    setOpen(false);
    reveal.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.contact}</Button>
      <Modal open={open} title={words.contactTitle} onCancel={close} footer={null} destroyOnHidden>
        {reveal.data === undefined ? (
          <Form layout="vertical" onFinish={reveal.mutate}>
            <p>{words.contactLead}</p>
            <Form.Item
              name="reason"
              label={words.contactReason}
              rules={[{ required: true, whitespace: true, message: words.needed(words.contactReason) }]}
            >
              <Input maxLength={200} />
            </Form.Item>
            <Wrong error={reveal.error} />
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
              {words.contact}
            </Button>
          </Form>
        ) : (
          <p className="result-contact">{reveal.data.contact}</p>
        )}
      </Modal>
    </>
  );
}
