import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { verifyBackupCode, verifyCode } from '../../api/enter.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { Frame } from './frame.tsx';
import { words } from './words.ts';

interface Filled {
  code: string;
}

/** The second factor at sign-in. */
export function Challenge({ onPassed, onBack }: { onPassed: () => Promise<void>; onBack: () => void }) {
  const [backup, setBackup] = useState(false);
  const trial = useMutation({
    mutationFn: ({ code }: Filled) => (backup ? verifyBackupCode(code.trim()) : verifyCode(code.trim())),
    onSuccess: onPassed,
  });
  const label = backup ? words.backupCode : words.code;
  return (
    <Frame title={words.codeTitle} lead={backup ? words.backupLead : words.codeLead}>
      <Form<Filled> layout="vertical" requiredMark={false} onFinish={(filled) => trial.mutate(filled)}>
        <Form.Item name="code" label={label} rules={[{ required: true, message: words.needCode }]}>
          <Input autoFocus autoComplete="one-time-code" inputMode={backup ? 'text' : 'numeric'} />
        </Form.Item>
        <Wrong error={trial.error} />
        <Button type="primary" htmlType="submit" block loading={trial.isPending}>
          {words.codeButton}
        </Button>
      </Form>
      <div className="enter-links enter-note">
        <Button type="link" onClick={() => setBackup(!backup)}>
          {backup ? words.useCode : words.useBackup}
        </Button>
        <Button type="link" onClick={onBack}>
          {words.backToPassword}
        </Button>
      </div>
    </Frame>
  );
}
