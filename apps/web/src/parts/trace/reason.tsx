import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useMe } from '../../api/me.ts';
import { giveReason, reasonsQuery, withdrawReason } from '../../api/reasons.ts';
import type { TraceChoice } from '../../api/standings.ts';
import { day, moment } from '../words.ts';
import { Wrong } from '../wrong.tsx';
import { words } from './words.ts';

/** A warning can be answered by a reason; it moves no points. */
export function Reason({ choice, edition }: { choice: TraceChoice; edition: string }) {
  const { organization, item, check } = choice;
  const standard = edition.split('/')[0] ?? '';
  const client = useQueryClient();
  const writable = useMe().can.includes('record.write');
  const list = useQuery(reasonsQuery(organization, standard));
  const done = { onSuccess: () => client.invalidateQueries({ queryKey: ['reasons', organization] }) };
  const give = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      giveReason(organization, { edition, item, check, reason: reason.trim() }),
    ...done,
  });
  const withdraw = useMutation({ mutationFn: withdrawReason, ...done });
  const given = (list.data?.rows ?? []).filter((row) => row.item === item && row.check === check);
  if (given.length === 0 && !writable) return null;
  return (
    <section>
      <h3>{words.reason}</h3>
      {given.map((row) => (
        <p key={row.id} className="trace-reason">
          {row.reason}
          <span className="faint">
            {`　${words.reasonBy(row.givenBy, moment(row.enteredAt), day(row.holdsUntil))}`}
          </span>
          {writable ? (
            <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(row.id)}>
              {words.reasonWithdraw}
            </Button>
          ) : null}
        </p>
      ))}
      <Wrong error={withdraw.error} />
      {writable && given.length === 0 ? (
        <Form layout="vertical" onFinish={give.mutate}>
          <Form.Item
            name="reason"
            label={words.reasonLead}
            rules={[{ required: true, whitespace: true, min: 4, message: words.reasonNeeded }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          <Wrong error={give.error} />
          <Button htmlType="submit" loading={give.isPending}>
            {words.reasonGive}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
