import type { RoundFull, SessionRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { renewRound } from '../../../api/rounds.ts';
import { closeSession } from '../../../api/sessions.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import { words } from './words.ts';

interface CloseSessionProps {
  round: RoundFull;
  session: SessionRow;
  open: boolean;
  onClose: () => void;
}

/** Closing reveals everybody's sheets to everybody; sheets that are still out stay out. */
export function CloseSession({ round, session, open, onClose }: CloseSessionProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const missing = session.seats - session.submitted;
  const close = useMutation({
    mutationFn: ({ reason }: { reason?: string }) => closeSession(session.id, reason?.trim() || undefined),
    onSuccess: async () => {
      await renewRound(client, round.id);
      message.success(words.closed);
      onClose();
    },
    // The phones may have handed in more, or less, than this page knew.
    onError: () => renewRound(client, round.id),
  });
  return (
    <Modal
      open={open}
      title={words.closeTitle(session.title)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <Form<{ reason?: string }> layout="vertical" onFinish={(filled) => close.mutate(filled)}>
        <p>{words.closeLead}</p>
        {missing > 0 ? (
          <>
            <Alert type="warning" showIcon title={words.closeMissing(missing)} className="round-told" />
            <Form.Item
              name="reason"
              label={words.closeReason}
              rules={[{ required: true, whitespace: true, message: words.closeReasonNeeded }]}
            >
              <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
            </Form.Item>
          </>
        ) : null}
        <Wrong error={close.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={close.isPending}>
            {words.close}
          </Button>
          <Button onClick={onClose}>{words.discard}</Button>
        </div>
      </Form>
    </Modal>
  );
}
