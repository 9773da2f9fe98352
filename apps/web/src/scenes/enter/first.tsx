import type { FirstDone } from '@hujian/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { ask } from '../../api/door.ts';
import { Loaded } from '../../parts/states.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { FirstDoneSheet } from './first-done.tsx';
import { Frame } from './frame.tsx';
import { PasswordFields } from './password-fields.tsx';
import { words } from './words.ts';

interface Link {
  purpose: keyof typeof words.first;
  userName: string | null;
  name: string | null;
}

interface Filled {
  userName: string;
  name: string;
  password: string;
}

const route = getRouteApi('/first');

/** One-time links: the first administrator, the other two, and setting a password. */
export function First() {
  const { token } = route.useSearch();
  const link = useQuery({
    queryKey: ['first', token],
    queryFn: () => ask<Link>('/first', { query: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (link.data === undefined) {
    return (
      <Frame title={words.first['set-password'].title} wide>
        <Loaded query={link} what={words.firstChecking} rows={2}>
          {() => null}
        </Loaded>
      </Frame>
    );
  }
  return <FirstForm token={token ?? ''} link={link.data} />;
}

function FirstForm({ token, link }: { token: string; link: Link }) {
  const send = useMutation({
    mutationFn: ({ userName, name, password }: Filled) =>
      ask<FirstDone>('/first', {
        method: 'POST',
        body:
          link.userName === null
            ? { token, userName: userName.trim(), name: name.trim(), password }
            : { token, password },
      }),
  });
  const text = words.first[link.purpose];
  if (send.data !== undefined) return <FirstDoneSheet done={send.data} title={text.title} />;
  return (
    <Frame title={text.title} lead={text.lead}>
      <Form<Filled> layout="vertical" requiredMark={false} onFinish={(filled) => send.mutate(filled)}>
        {link.userName === null ? (
          <>
            <Form.Item
              name="userName"
              label={words.userName}
              rules={[{ required: true, message: words.needUserName }]}
            >
              <Input autoComplete="username" autoCapitalize="none" autoFocus />
            </Form.Item>
            <Form.Item
              name="name"
              label={words.firstName}
              rules={[{ required: true, message: words.needName }]}
            >
              <Input autoComplete="name" />
            </Form.Item>
          </>
        ) : (
          <p>
            {words.userName}：<strong>{link.userName}</strong>
            {link.name === null ? null : `（${link.name}）`}
          </p>
        )}
        <PasswordFields />
        <Wrong error={send.error} />
        <Button type="primary" htmlType="submit" block loading={send.isPending}>
          {words.firstButton}
        </Button>
      </Form>
    </Frame>
  );
}
