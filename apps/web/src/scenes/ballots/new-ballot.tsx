import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { vocabularyQuery } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { createBallot } from '../../api/results.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { RoundField } from './round-field.tsx';
import { words } from './words.ts';

interface Filled {
  organization: number;
  round?: number | null;
  about: string;
  title: string;
  opensOn: string;
  closesOn: string;
  slips: number;
}

/** A new poll: about whom, about what, when, on how many slips. */
export function NewBallot({ organization }: { organization: number | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.create}
      </Button>
      <Modal open={open} title={words.create} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <BallotForm organization={organization} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

const needed = (label: string) => [{ required: true, message: words.needed(label) }];

function BallotForm({ organization, onDone }: { organization: number | null; onDone: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const polls = useQuery(vocabularyQuery).data?.polls ?? {};
  const [form] = Form.useForm<Filled>();
  const create = useMutation({
    mutationFn: (filled: Filled) =>
      createBallot({ ...filled, title: filled.title.trim(), round: filled.round ?? null }),
    onSuccess: async (ballot) => {
      onDone();
      message.success(words.created);
      await forgetFetched(client);
      await navigate({ to: '/ballots/$ballot', params: { ballot: String(ballot.id) } });
    },
  });
  const nameIt = (about: string) => {
    if (form.isFieldTouched('title')) return;
    form.setFieldValue('title', words.nameDefault(polls[about]?.name ?? ''));
  };
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      initialValues={{ organization: organization ?? me.scope?.id, opensOn: me.today, slips: 50 }}
      onFinish={(filled) => create.mutate(filled)}
    >
      <p className="faint">{words.createLead}</p>
      <Form.Item name="organization" label={words.organization} rules={needed(words.organization)}>
        <OrganizationSelect known={me.scope === null ? [] : [me.scope]} />
      </Form.Item>
      <Form.Item name="about" label={words.about} rules={needed(words.about)}>
        <Select
          onChange={nameIt}
          options={Object.entries(polls).map(([value, { name }]) => ({ value, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={words.name}
        rules={[{ required: true, whitespace: true, message: words.needed(words.name) }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <div className="ballot-fields">
        <Form.Item name="opensOn" label={words.opensOn} rules={needed(words.opensOn)}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="closesOn"
          label={words.closesOn}
          dependencies={['opensOn']}
          rules={[
            ...needed(words.closesOn),
            ({ getFieldValue }) => ({
              validator: (_, value: string | null) =>
                value && value < getFieldValue('opensOn')
                  ? Promise.reject(new Error(words.order))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="slips" label={words.slips} extra={words.slipsLead} rules={needed(words.slips)}>
          <InputNumber min={1} max={2000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="round" label={words.round}>
          <RoundField />
        </Form.Item>
      </div>
      <Wrong error={create.error} />
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {words.create}
      </Button>
    </Form>
  );
}
