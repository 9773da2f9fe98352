import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { signOut, startEnrolment, verifyCode } from '../../api/enter.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { EnrolSecret } from './enrol-secret.tsx';
import { Frame } from './frame.tsx';
import { words } from './words.ts';

/** Binding an authenticator: password, secret, first code. */
export function Enrol() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({ mutationFn: ({ password }: { password: string }) => startEnrolment(password) });
  const finish = useMutation({
    mutationFn: ({ code }: { code: string }) => verifyCode(code.trim()),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/' });
    },
  });
  const leave = async () => {
    await signOut().catch(() => undefined);
    client.clear();
    await navigate({ to: '/sign-in', search: {} });
  };
  return (
    <Frame title={words.enrolTitle} lead={words.enrolLead} wide>
      {start.data === undefined ? (
        <Form layout="vertical" requiredMark={false} onFinish={start.mutate}>
          <Form.Item
            name="password"
            label={words.password}
            extra={words.enrolPasswordLead}
            rules={[{ required: true, message: words.needPassword }]}
          >
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Wrong error={start.error} />
          <Button type="primary" htmlType="submit" loading={start.isPending}>
            {words.enrolNext}
          </Button>
        </Form>
      ) : (
        <>
          <EnrolSecret enrolment={start.data} />
          <Form layout="vertical" requiredMark={false} onFinish={finish.mutate}>
            <Form.Item
              name="code"
              label={words.enrolVerify}
              rules={[{ required: true, message: words.needCode }]}
            >
              <Input autoComplete="one-time-code" inputMode="numeric" style={{ maxWidth: 200 }} />
            </Form.Item>
            <Wrong error={finish.error} />
            <Button type="primary" htmlType="submit" loading={finish.isPending}>
              {words.enrolButton}
            </Button>
          </Form>
        </>
      )}
      <p className="enter-note">
        <Button type="link" onClick={() => void leave()} style={{ padding: 0 }}>
          {words.signOut}
        </Button>
      </p>
    </Frame>
  );
}
