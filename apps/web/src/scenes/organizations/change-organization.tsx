import type { OrganizationFile } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/door.ts';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OrganizationSelect, OrganizationsSelect } from '../../parts/organization-select.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { SplitFields } from './split-fields.tsx';
import { words } from './words.ts';

interface Filled {
  way: 'rename' | 'move' | 'merge' | 'split' | 'close';
  name?: string;
  parent?: number;
  others?: number[];
  into?: { name: string; code: string }[];
  close?: boolean;
  on: string;
  basis?: string;
}

const ways = [
  { value: 'rename', label: words.ways.rename },
  { value: 'move', label: words.ways.move },
  { value: 'merge', label: words.ways.merge },
  { value: 'split', label: words.ways.split },
  { value: 'close', label: words.close },
];

/** A dated change of an organization; the past stays as it was. */
export function ChangeOrganization({ file }: { file: OrganizationFile }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const { message } = App.useApp();
  const me = useMe();
  const id = file.organization.id;
  const save = useMutation({
    mutationFn: (filled: Filled) => ask(`/organizations/${id}/changes`, { method: 'POST', body: filled }),
    onSuccess: async () => {
      setOpen(false);
      message.success(words.changed);
      await forgetFetched(client);
    },
  });
  const [form] = Form.useForm<Filled>();
  const way = Form.useWatch('way', form);
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.change}</Button>
      <Modal
        open={open}
        title={words.changeTitle}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <p className="faint">{words.changeLead}</p>
        <Form<Filled>
          form={form}
          layout="vertical"
          initialValues={{ way: 'rename', on: me.today, into: [{ name: '', code: '' }], close: false }}
          onFinish={(filled) => save.mutate(filled)}
        >
          <Form.Item name="way" label={words.way} rules={needed(words.way)}>
            <Select options={ways} />
          </Form.Item>
          {way === 'rename' ? (
            <Form.Item name="name" label={words.renameTo} rules={needed(words.renameTo)}>
              <Input maxLength={100} />
            </Form.Item>
          ) : null}
          {way === 'move' ? (
            <Form.Item name="parent" label={words.moveTo} rules={needed(words.moveTo)}>
              <OrganizationSelect />
            </Form.Item>
          ) : null}
          {way === 'merge' ? (
            <Form.Item name="others" label={words.mergeOthers} rules={needed(words.mergeOthers)}>
              <OrganizationsSelect />
            </Form.Item>
          ) : null}
          {way === 'split' ? <SplitFields /> : null}
          <Form.Item name="on" label={words.on} rules={needed(words.on)}>
            <DayField />
          </Form.Item>
          <Form.Item name="basis" label={words.basis}>
            <Input maxLength={200} />
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
