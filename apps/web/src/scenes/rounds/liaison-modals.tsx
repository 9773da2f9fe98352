import type { LiaisonRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { createLiaison, endLiaison, type LiaisonFilled } from '../../api/rounds.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './place-words.ts';

const needed = (label: string) => [{ required: true, message: words.needed(label) }];

function useSaved(onDone: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return async () => {
    await client.invalidateQueries({ queryKey: ['liaisons'] });
    message.success(words.saved);
    onDone();
  };
}

export function NewLiaison() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.liaisonAdd}
      </Button>
      <Modal
        open={open}
        title={words.liaisonAdd}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <NewForm onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function NewForm({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const onSaved = useSaved(onDone);
  const save = useMutation({
    mutationFn: (filled: LiaisonFilled) =>
      createLiaison({ ...filled, account: null, validUntil: filled.validUntil ?? null }),
    onSuccess: onSaved,
  });
  return (
    <Form<LiaisonFilled>
      layout="vertical"
      initialValues={{ validFrom: me.today }}
      onFinish={(filled) => save.mutate(filled)}
    >
      <Form.Item name="organization" label={words.liaisonUnit} rules={needed(words.liaisonUnit)}>
        <OrganizationSelect />
      </Form.Item>
      <Form.Item
        name="name"
        label={words.liaisonName}
        rules={[{ required: true, whitespace: true, message: words.needed(words.liaisonName) }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="post"
        label={words.liaisonPost}
        rules={[{ required: true, whitespace: true, message: words.needed(words.liaisonPost) }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="validFrom" label={words.liaisonFrom} rules={needed(words.liaisonFrom)}>
        <DayField clearable={false} />
      </Form.Item>
      <Form.Item name="validUntil" label={words.liaisonUntil}>
        <DayField />
      </Form.Item>
      <Wrong error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}

export function EndLiaison({ row, onClose }: { row: LiaisonRow | null; onClose: () => void }) {
  return (
    <Modal
      open={row !== null}
      title={row === null ? '' : words.liaisonEndTitle(row.name)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      {row === null ? null : <EndForm row={row} onClose={onClose} />}
    </Modal>
  );
}

function EndForm({ row, onClose }: { row: LiaisonRow; onClose: () => void }) {
  const me = useMe();
  const onSaved = useSaved(onClose);
  const end = useMutation({ mutationFn: (on: string) => endLiaison(row.id, on), onSuccess: onSaved });
  return (
    <Form<{ on: string }>
      layout="vertical"
      initialValues={{ on: me.today }}
      onFinish={({ on }) => end.mutate(on)}
    >
      <p>
        {row.organization.name}　{row.post}
      </p>
      <Form.Item name="on" label={words.liaisonEndOn} rules={needed(words.liaisonEndOn)}>
        <DayField clearable={false} />
      </Form.Item>
      <Wrong error={end.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={end.isPending}>
          {words.liaisonEnd}
        </Button>
        <Button onClick={onClose}>{words.discard}</Button>
      </div>
    </Form>
  );
}
