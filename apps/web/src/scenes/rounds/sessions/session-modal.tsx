import type { RoundFull, SessionRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { renewRound } from '../../../api/rounds.ts';
import { changeSession, type SessionChange } from '../../../api/sessions.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import { words } from './words.ts';

interface SessionModalProps {
  round: RoundFull;
  session: SessionRow;
  what: 'plan' | 'minutes' | null;
  onClose: () => void;
}

interface Filled {
  title?: string;
  place?: string;
  agenda?: string;
  minutes?: string;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const changeOf = ({ agenda, ...others }: Filled): SessionChange => ({
  ...others,
  ...(agenda === undefined ? {} : { agenda: linesOf(agenda) }),
});

/** Where the meeting is and what it goes through; or what was said at it. */
export function SessionModal({ round, session, what, onClose }: SessionModalProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (filled: Filled) => changeSession(session.id, changeOf(filled)),
    onSuccess: async () => {
      await renewRound(client, round.id);
      message.success(words.saved);
      onClose();
    },
  });
  return (
    <Modal
      open={what !== null}
      title={what === 'minutes' ? words.writeTitle(session.title) : words.editTitle(session.title)}
      onCancel={onClose}
      footer={null}
      width={640}
      destroyOnHidden
    >
      <Form<Filled> layout="vertical" onFinish={(filled) => save.mutate(filled)}>
        {what === 'minutes' ? (
          <Form.Item name="minutes" label={words.minutes} initialValue={session.minutes}>
            <Input.TextArea maxLength={8000} autoSize={{ minRows: 10, maxRows: 24 }} />
          </Form.Item>
        ) : (
          <PlanFields session={session} />
        )}
        <Wrong error={save.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{words.discard}</Button>
        </div>
      </Form>
    </Modal>
  );
}

function PlanFields({ session }: { session: SessionRow }) {
  return (
    <>
      <Form.Item
        name="title"
        label={words.title}
        initialValue={session.title}
        rules={[{ required: true, whitespace: true, message: words.needed(words.title) }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="place" label={words.place} initialValue={session.place}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="agenda"
        label={words.agenda}
        extra={words.agendaLead}
        initialValue={session.agenda.join('\n')}
        rules={[
          {
            validator: (_, text: string = '') =>
              linesOf(text).length > 20 ? Promise.reject(new Error(words.agendaTooMany)) : Promise.resolve(),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} />
      </Form.Item>
    </>
  );
}
