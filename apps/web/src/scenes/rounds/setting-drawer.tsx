import type { RoundFull, RoundSuggested } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input } from 'antd';
import { changeRound, type RoundChange, renewRound, roundQuery, suggestQuery } from '../../api/rounds.ts';
import { Loaded } from '../../parts/states.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { type Fields, fieldsOfRound, itemsOf, sentOf } from './filled.ts';
import { words } from './plan-words.ts';
import { RoundFields } from './round-fields.tsx';

interface SettingDrawerProps {
  round: RoundFull;
  open: boolean;
  onClose: () => void;
}

export function SettingDrawer({ round, open, onClose }: SettingDrawerProps) {
  const query = useQuery({ ...suggestQuery(round.organization.id), enabled: open });
  return (
    <Drawer open={open} onClose={onClose} title={words.settingTitle} size={760} destroyOnHidden>
      <Loaded query={query} what={words.fetching} rows={8}>
        {(suggested) => <Change round={round} suggested={withOwn(suggested, round)} onDone={onClose} />}
      </Loaded>
    </Drawer>
  );
}

/** The round's own edition and frozen items stay choosable, also when the library has moved on. */
function withOwn(suggested: RoundSuggested, round: RoundFull): RoundSuggested {
  const known = suggested.editions.some((one) => one.id === round.edition.id);
  const own = { id: round.edition.id, title: round.edition.title, items: round.items };
  return known ? suggested : { ...suggested, editions: [own, ...suggested.editions] };
}

type Filled = Fields & { reason?: string };

function Change({
  round,
  suggested,
  onDone,
}: {
  round: RoundFull;
  suggested: RoundSuggested;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Filled>();
  const published = round.state === 'published';
  const save = useMutation({
    mutationFn: (filled: Filled) => {
      const sent = sentOf(filled, itemsOf(suggested, filled.edition));
      return changeRound(round.id, {
        version: round.version,
        ...(published ? { ...loose(sent), reason: filled.reason } : sent),
      });
    },
    onSuccess: async (after) => {
      onDone();
      message.success(words.saved);
      client.setQueryData(roundQuery(round.id).queryKey, after);
      await renewRound(client, round.id);
    },
  });
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      className="round-form"
      initialValues={fieldsOfRound(round)}
      scrollToFirstError={{ block: 'center' }}
      onFinish={() => save.mutate(form.getFieldsValue(true))}
    >
      <RoundFields form={form} suggested={suggested} fast={published} />
      {published ? (
        <Form.Item
          name="reason"
          label={words.reason}
          extra={words.reasonLead}
          rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      ) : null}
      <Wrong error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}

/** What may still change after publication. */
function loose(sent: ReturnType<typeof sentOf>): Omit<RoundChange, 'version'> {
  const { title, cadence, periodFrom, periodUntil, sort, theme, setting } = sent;
  return { title, cadence, periodFrom, periodUntil, sort, theme, setting };
}
