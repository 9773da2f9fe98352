import type { RoundFull } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { endRound, renewRound, roundQuery } from '../../api/rounds.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

type How = 'publish' | 'close' | 'cancel';
interface Filled {
  documentNumber?: string;
  reason?: string;
}

const told = { publish: words.published, close: words.closed, cancel: words.cancelled };
const titles = { publish: words.publishTitle, close: words.closeTitle, cancel: words.cancelTitle };
const leads = { publish: words.publishLead, close: words.closeLead, cancel: words.cancelLead };

/** Publish, close, cancel: each is asked twice, because none can be taken back. */
export function RoundActions({ round }: { round: RoundFull }) {
  const [how, setHow] = useState<How | null>(null);
  const may = (what: string) => round.can.includes(what);
  return (
    <>
      {may('round.publish') ? (
        <Button type="primary" onClick={() => setHow('publish')}>
          {words.publish}
        </Button>
      ) : null}
      {may('round.close') ? (
        <Button type="primary" onClick={() => setHow('close')}>
          {words.close}
        </Button>
      ) : null}
      {may('round.cancel') ? <Button onClick={() => setHow('cancel')}>{words.cancel}</Button> : null}
      <Modal
        open={how !== null}
        title={how === null ? '' : titles[how]}
        onCancel={() => setHow(null)}
        footer={null}
        destroyOnHidden
      >
        {how === null ? null : <Ask round={round} how={how} onDone={() => setHow(null)} />}
      </Modal>
    </>
  );
}

function Ask({ round, how, onDone }: { round: RoundFull; how: How; onDone: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const send = useMutation({
    mutationFn: ({ documentNumber, reason }: Filled) =>
      endRound(round.id, how, {
        version: round.version,
        reason: reason?.trim() || undefined,
        ...(how === 'publish' ? { documentNumber: documentNumber?.trim() || undefined } : {}),
      }),
    onSuccess: async (after) => {
      onDone();
      message.success(told[how]);
      client.setQueryData(roundQuery(round.id).queryKey, after);
      await renewRound(client, round.id);
    },
  });
  return (
    <Form<Filled>
      layout="vertical"
      initialValues={{ documentNumber: round.documentNumber ?? '' }}
      onFinish={(filled) => send.mutate(filled)}
    >
      <p>{leads[how]}</p>
      {how === 'publish' ? (
        <Form.Item name="documentNumber" label={words.documentNumber} extra={words.publishNumberLead}>
          <Input maxLength={60} />
        </Form.Item>
      ) : null}
      <ReasonItem how={how} needed={how === 'cancel' && round.state === 'published'} />
      <Wrong error={send.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={send.isPending} danger={how === 'cancel'}>
          {words[how]}
        </Button>
        <Button onClick={onDone}>{words.discard}</Button>
      </div>
    </Form>
  );
}

function ReasonItem({ how, needed }: { how: How; needed: boolean }) {
  const labels = { publish: words.publishReason, close: words.closeReason, cancel: words.reason };
  return (
    <Form.Item
      name="reason"
      label={labels[how]}
      extra={how === 'publish' ? words.publishReasonLead : undefined}
      rules={needed ? [{ required: true, whitespace: true, message: words.reasonNeeded }] : []}
    >
      <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
    </Form.Item>
  );
}
