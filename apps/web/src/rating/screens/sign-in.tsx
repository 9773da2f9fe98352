import type { Me } from '@hujian/contract';
import { type FormEvent, useEffect, useState } from 'react';
import { Problem } from '../../api/door.ts';
import { signIn, verifyBackupCode, verifyCode } from '../../api/enter.ts';
import { ask } from '../ask.ts';
import { countUnsentOfOthers, type Holder, setLeaving, takeHolder } from '../keep/registry.ts';
import { InstallHint } from './install-hint.tsx';

const say = (failure: unknown): string =>
  failure instanceof Problem
    ? failure.status === 0
      ? '没有信号，连不上服务器。第一次使用要在有信号的地方登录一次，之后没有信号也能用。'
      : failure.message
    : '没有办成。请稍后再试。';

interface FormProps {
  /** The only account that may sign in here; null: anybody. */
  only: Holder | null;
  onMe(me: Me): Promise<void> | void;
}

/** Password, then the second factor where the account has one; asked inside the page. */
export function SignInForm({ only, onMe }: FormProps) {
  const [step, setStep] = useState<'password' | 'code' | 'backup'>('password');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const text = (name: string) => String(filled.get(name) ?? '').trim();
    setBusy(true);
    setWrong('');
    try {
      if (step === 'password') {
        const answer = await signIn(text('userName'), String(filled.get('password') ?? ''));
        if (answer.twoFactorRedirect) return setStep('code');
      } else if (step === 'code') await verifyCode(text('code'));
      else await verifyBackupCode(text('code'));
      await onMe(await ask<Me>('/me'));
    } catch (failure) {
      setWrong(say(failure));
    } finally {
      setBusy(false);
    }
  };
  const known = only !== null && only.userName !== '';
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      {step === 'password' ? (
        <>
          <label>
            用户名
            <input
              name="userName"
              autoComplete="username"
              autoCapitalize="none"
              required
              readOnly={known}
              defaultValue={only?.userName ?? ''}
            />
          </label>
          <label>
            口令
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
        </>
      ) : (
        <label key={step}>
          {step === 'code' ? '动态口令（6位数字）' : '备用码'}
          <input
            name="code"
            autoComplete="one-time-code"
            inputMode={step === 'code' ? 'numeric' : 'text'}
            required
          />
        </label>
      )}
      {wrong === '' ? null : (
        <p className="alert" role="alert">
          {wrong}
        </p>
      )}
      <button className="primary big" type="submit" disabled={busy}>
        {busy ? '请稍候……' : step === 'password' ? '登录' : '确认'}
      </button>
      {step === 'password' ? null : (
        <button type="button" className="plain" onClick={() => setStep(step === 'code' ? 'backup' : 'code')}>
          {step === 'code' ? '改用备用码' : '改用动态口令'}
        </button>
      )}
    </form>
  );
}

export function SignIn({ onSignedIn }: { onSignedIn: (holder: Holder) => void }) {
  const [others, setOthers] = useState<{ name: string; unsent: number }[]>([]);
  useEffect(() => {
    void countUnsentOfOthers(undefined).then(setOthers, () => undefined);
  }, []);
  return (
    <main className="page narrow">
      <h1>互鉴·现场评议</h1>
      <p className="faint">
        在有信号的地方登录一次，把观摩计划取到手机上；进了村没有信号也能照常记、照常评。
      </p>
      {others.map((one) => (
        <p className="note" key={one.name}>
          这部手机上还有 <b>{one.name}</b> 的 {one.unsent} 条没有送出。别人登录看不到也动不了，等{one.name}
          本人登录后会接着发送。
        </p>
      ))}
      <SignInForm
        only={null}
        onMe={async ({ account }) => {
          await setLeaving(false);
          onSignedIn(
            await takeHolder({ account: account.id, name: account.name, userName: account.userName }),
          );
        }}
      />
      <InstallHint />
    </main>
  );
}
