import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { signIn } from '../../api/enter.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { Challenge } from './challenge.tsx';
import { Frame } from './frame.tsx';
import { words } from './words.ts';

interface Filled {
  userName: string;
  password: string;
}

const route = getRouteApi('/sign-in');

/** Only a path of our own may follow a sign-in. */
const inside = (from: string | undefined) => (from?.startsWith('/') && !from.startsWith('//') ? from : '/');

export function SignIn() {
  const { from, why } = route.useSearch();
  const client = useQueryClient();
  const router = useRouter();
  const [challenged, setChallenged] = useState(false);
  const enter = async () => {
    client.clear();
    router.history.push(inside(from));
  };
  const trial = useMutation({
    mutationFn: ({ userName, password }: Filled) => signIn(userName.trim(), password),
    onSuccess: (answer) => (answer.twoFactorRedirect === true ? setChallenged(true) : enter()),
  });
  if (challenged) return <Challenge onPassed={enter} onBack={() => setChallenged(false)} />;
  return (
    <Frame title={words.signIn}>
      {why === 'idle' ? <Alert type="info" title={words.idle} style={{ marginBottom: 16 }} /> : null}
      {why === 'ended' ? <Alert type="info" title={words.ended} style={{ marginBottom: 16 }} /> : null}
      <Form<Filled> layout="vertical" requiredMark={false} onFinish={(filled) => trial.mutate(filled)}>
        <Form.Item
          name="userName"
          label={words.userName}
          rules={[{ required: true, message: words.needUserName }]}
        >
          <Input autoComplete="username" autoFocus autoCapitalize="none" />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.password}
          rules={[{ required: true, message: words.needPassword }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Wrong error={trial.error} />
        <Button type="primary" htmlType="submit" block loading={trial.isPending}>
          {words.signInButton}
        </Button>
      </Form>
      <p className="faint enter-note">{words.forgot}</p>
    </Frame>
  );
}
