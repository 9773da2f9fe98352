import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { AccountLink } from '../../api/administration.ts';
import { createAccount } from '../../api/administration.ts';
import { forgetFetched } from '../../api/forget.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

export function NewAccount({ onMade }: { onMade: (link: AccountLink) => void }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (filled: { userName: string; name: string }) =>
      createAccount({ userName: filled.userName.trim(), name: filled.name.trim() }),
    onSuccess: async (made) => {
      setOpen(false);
      onMade(made);
      await forgetFetched(client);
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
      <Modal open={open} title={words.add} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Form layout="vertical" onFinish={save.mutate}>
          <Form.Item
            name="name"
            label={words.name}
            rules={[{ required: true, whitespace: true, message: words.needed(words.name) }]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="userName"
            label={words.userName}
            extra={words.userNameRule}
            rules={[{ required: true, whitespace: true, message: words.needed(words.userName) }]}
          >
            <Input maxLength={40} autoCapitalize="none" autoComplete="off" />
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
