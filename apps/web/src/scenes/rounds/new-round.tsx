import type { RoundSuggested } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useMe } from '../../api/me.ts';
import { createRound, suggestQuery } from '../../api/rounds.ts';
import { Page } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { type Fields, fieldsOf, itemsOf, sentOf } from './filled.ts';
import { RoundFields } from './round-fields.tsx';
import { words } from './words.ts';
import './rounds.css';
import './round-form.css';

const route = getRouteApi('/shell/rounds/new');

/** A short form, filled in as far as can be known, that becomes a draft. */
export function NewRound() {
  const me = useMe();
  return (
    <Page
      title={words.create}
      lead={words.newLead}
      needs="round.manage"
      crumbs={<Link to="/rounds">{words.title}</Link>}
    >
      {me.scope === null ? <Empty title={words.noHolder} /> : <Suggested of={me.scope.id} />}
    </Page>
  );
}

function Suggested({ of }: { of: number }) {
  const query = useQuery(suggestQuery(of));
  return (
    <Loaded query={query} what={words.newFetching} rows={10}>
      {(suggested) => <NewForm key={of} suggested={suggested} />}
    </Loaded>
  );
}

function NewForm({ suggested }: { suggested: RoundSuggested }) {
  const me = useMe();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const [form] = Form.useForm<Fields>();
  const { organization, way, reach, parts } = suggested.body;
  const save = useMutation({
    mutationFn: (fields: Fields) =>
      createRound({
        organization,
        way,
        reach,
        ...(parts === undefined ? {} : { parts }),
        ...sentOf(fields, itemsOf(suggested, fields.edition)),
      }),
    onSuccess: async (round) => {
      await client.invalidateQueries({ queryKey: ['rounds'] });
      await navigate({ to: '/rounds/$round', params: { round: String(round.id) } });
    },
  });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className="round-form"
      initialValues={fieldsOf(suggested)}
      scrollToFirstError={{ block: 'center' }}
      onFinish={() => save.mutate(form.getFieldsValue(true))}
    >
      <p className="faint">
        {words.ways[way]}　{words.reaches[reach]}　{words.holder}：{me.scope?.name}
      </p>
      <RoundFields form={form} suggested={suggested} fast={false} />
      <Wrong error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.saveDraft}
      </Button>
    </Form>
  );
}
