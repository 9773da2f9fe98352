import type { Me } from '@hujian/contract';
import { useEffect, useState } from 'react';
import { signOut } from '../api/enter.ts';
import { ask } from './ask.ts';
import { type Desk, openDesk } from './desk.ts';
import { findCurrent, type Holder, isLeaving, setLeaving, takeHolder } from './keep/registry.ts';
import { DeskFrame } from './screens/desk-frame.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Unsafe } from './screens/unsafe.tsx';
import { DeskContext } from './use-desk.ts';

type Stage =
  | { at: 'opening' }
  | { at: 'sign-in' }
  | { at: 'desk'; desk: Desk }
  | { at: 'broken'; say: string };

const isSafe = (): boolean =>
  window.isSecureContext && 'subtle' in crypto && 'indexedDB' in window && 'locks' in navigator;

/** Who works on this phone: the one who did last, whoever is signed in, or nobody. */
async function findHolder(): Promise<Holder | null> {
  const current = await findCurrent();
  if (current) return current;
  try {
    if (await isLeaving()) {
      await signOut();
      await setLeaving(false);
      return null;
    }
    const { account } = await ask<Me>('/me');
    return await takeHolder({ account: account.id, name: account.name, userName: account.userName });
  } catch {
    return null;
  }
}

export function App() {
  const [stage, setStage] = useState<Stage>({ at: 'opening' });
  const work = (holder: Holder) => setStage({ at: 'desk', desk: openDesk(holder) });
  useEffect(() => {
    if (!isSafe()) return;
    // Another tab signed out: what this one shows is gone.
    const channel = new BroadcastChannel('hujian-rating');
    channel.onmessage = () => location.reload();
    void navigator.storage.persist?.().catch(() => false);
    findHolder()
      .then((holder) =>
        setStage(holder === null ? { at: 'sign-in' } : { at: 'desk', desk: openDesk(holder) }),
      )
      .catch(() =>
        setStage({
          at: 'broken',
          say: '浏览器不让本页在手机上存东西。请退出“无痕”或“隐私”模式，换手机自带的浏览器再打开。',
        }),
      );
    return () => channel.close();
  }, []);
  if (!isSafe()) return <Unsafe />;
  if (stage.at === 'opening') return <p className="opening">正在打开……</p>;
  if (stage.at === 'broken') return <p className="opening bad">{stage.say}</p>;
  if (stage.at === 'sign-in') return <SignIn onSignedIn={work} />;
  return (
    <DeskContext value={stage.desk}>
      <DeskFrame
        key={stage.desk.keeper.holder.account}
        onSwitch={(holder) => {
          stage.desk.close();
          location.replace('#/');
          if (holder === null) setStage({ at: 'sign-in' });
          else work(holder);
        }}
      />
    </DeskContext>
  );
}
