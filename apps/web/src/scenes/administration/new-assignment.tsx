import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { createAssignment, listAssignable } from '../../api/administration.ts';
import { ask } from '../../api/door.ts';
import { forgetFetched } from '../../api/forget.ts';
import { useDelayed } from '../../parts/use-delayed.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { roleTitles, words } from './words.ts';

interface Filled {
  account: string;
  role: string;
  organization?: number;
}

export function NewAssignment() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.assign}
      </Button>
      <Modal open={open} title={words.assign} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <AssignForm onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function AssignForm({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Filled>();
  const role = Form.useWatch('role', form);
  const administrator = roleTitles.find((one) => one.value === role)?.administrator ?? false;
  const save = useMutation({
    mutationFn: ({ account, role, organization }: Filled) =>
      createAssignment({ account, role, organization: organization ?? null }),
    onSuccess: async () => {
      onDone();
      message.success(words.saved);
      await forgetFetched(client);
    },
  });
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  return (
    <Form<Filled> form={form} layout="vertical" onFinish={(filled) => save.mutate(filled)}>
      <Form.Item name="account" label={words.account} rules={needed(words.account)}>
        <AccountSelect />
      </Form.Item>
      <Form.Item name="role" label={words.role} rules={needed(words.role)}>
        <Select options={[...roleTitles]} />
      </Form.Item>
      {role === undefined || administrator ? null : (
        <Form.Item name="organization" label={words.organization} rules={needed(words.organization)}>
          <PlaceSelect />
        </Form.Item>
      )}
      <Wrong error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}

interface PickProps<T> {
  id?: string;
  value?: T;
  onChange?: (value: T) => void;
}

function useTyped() {
  const [typed, setTyped] = useState('');
  return { q: useDelayed(typed.trim(), 250), search: { filterOption: false as const, onSearch: setTyped } };
}

function AccountSelect({ id, value, onChange }: PickProps<string>) {
  const { q, search } = useTyped();
  const found = useQuery({
    queryKey: ['account-choice', q],
    queryFn: () =>
      ask<{ rows: { id: string; name: string; userName: string }[] }>('/accounts', {
        query: { q, limit: 30 },
      }),
  });
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? '')}
      showSearch={search}
      loading={found.isFetching}
      placeholder={words.search}
      options={(found.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: `${row.name}（${row.userName}）`,
      }))}
    />
  );
}

function PlaceSelect({ id, value, onChange }: PickProps<number>) {
  const { q, search } = useTyped();
  const found = useQuery({
    queryKey: ['place-choice', q],
    queryFn: () => listAssignable(q),
    enabled: q !== '',
  });
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next) => (next === null ? undefined : onChange?.(next))}
      showSearch={search}
      loading={found.isFetching}
      placeholder={words.organizationSearch}
      options={(found.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: row.parentName === null ? row.name : `${row.name}（${row.parentName}）`,
      }))}
    />
  );
}
