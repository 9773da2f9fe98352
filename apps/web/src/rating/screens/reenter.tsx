import type { Me } from '@hujian/contract';
import { useState } from 'react';
import { type Holder, takeHolder } from '../keep/registry.ts';
import { useDesk, useView } from '../use-desk.ts';
import { SignInForm } from './sign-in.tsx';

interface Props {
  onClose(): void;
  onSwitch(holder: Holder | null): void;
}

/** The session ended in the valley: the password is asked here; only the same account goes on with what lies here. */
export function Reenter({ onClose, onSwitch }: Props) {
  const desk = useDesk();
  const { holder, unsent, status } = useView();
  const [other, setOther] = useState<Me['account'] | null>(null);
  const take = async ({ account }: Me) => {
    if (account.id !== holder.account) return setOther(account);
    await takeHolder({ account: account.id, name: account.name, userName: account.userName });
    desk.sync(true);
    onClose();
  };
  return (
    <div className="cover">
      <section className="sheet" role="dialog" aria-label="登录">
        <h2>{status.phase === 'other-account' ? '现在登录的是别人' : '登录已过期'}</h2>
        <p>
          {status.phase === 'other-account' ? `浏览器里现在登录的是${status.say || '另一个账号'}。` : ''}
          {holder.name}的记录都在手机上{unsent > 0 ? `，有 ${unsent} 条等着发送` : ''}。请{holder.name}
          输入口令，接着发送。
        </p>
        {other === null ? (
          <SignInForm only={holder} onMe={take} />
        ) : (
          <div className="note">
            <p>
              登录的是{other.name}，不是{holder.name}。{holder.name}的
              {unsent > 0 ? ` ${unsent} 条未发送的` : ''}
              记录留在这部手机上，等他本人登录。
            </p>
            <button
              type="button"
              className="big"
              onClick={() =>
                void takeHolder({ account: other.id, name: other.name, userName: other.userName }).then(
                  onSwitch,
                )
              }
            >
              换成{other.name}使用
            </button>
            <button type="button" className="plain" onClick={() => setOther(null)}>
              重新输入{holder.name}的口令
            </button>
          </div>
        )}
        <button type="button" className="plain" onClick={onClose}>
          稍后再登录，先照常记
        </button>
      </section>
    </div>
  );
}
