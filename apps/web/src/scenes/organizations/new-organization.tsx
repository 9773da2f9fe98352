import type { OrganizationRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/door.ts';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { formWords, kindWords, levelWords } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

interface Filled {
  parent: number;
  code: string;
  name: string;
  form: string;
  kind?: string;
  level: string;
  foundedOn: string;
}

const choices = (of: Record<string, string>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

/** A new organization below one of ours. */
export function NewOrganization() {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const me = useMe();
  const save = useMutation({
    mutationFn: (body: Filled) => ask<OrganizationRow>('/organizations', { method: 'POST', body }),
    onSuccess: async (made) => {
      setOpen(false);
      message.success(words.created);
      await forgetFetched(client);
      await navigate({ to: '/organizations/$organization', params: { organization: String(made.id) } });
    },
  });
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  const known = me.scope === null ? [] : [{ id: me.scope.id, name: me.scope.name }];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.add}</Button>
      <Modal open={open} title={words.add} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Form<Filled>
          layout="vertical"
          initialValues={{
            parent: me.scope?.id,
            form: 'branch',
            kind: 'rural',
            level: 'village',
            foundedOn: me.today,
          }}
          onFinish={(filled) => save.mutate(filled)}
        >
          <Form.Item name="parent" label={words.parent} rules={needed(words.parent)}>
            <OrganizationSelect known={known} />
          </Form.Item>
          <Form.Item name="name" label={words.name} rules={needed(words.name)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="code" label={words.code} rules={needed(words.code)}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="form" label={words.form} rules={needed(words.form)}>
            <Select options={choices(formWords)} />
          </Form.Item>
          <Form.Item name="kind" label={words.kind}>
            <Select options={choices(kindWords)} allowClear />
          </Form.Item>
          <Form.Item name="level" label={words.level} rules={needed(words.level)}>
            <Select options={choices(levelWords)} />
          </Form.Item>
          <Form.Item name="foundedOn" label={words.founded} rules={needed(words.founded)}>
            <DayField />
          </Form.Item>
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
