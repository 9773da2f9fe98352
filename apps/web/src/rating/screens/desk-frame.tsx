import { type ReactNode, useState } from 'react';
import type { Holder } from '../keep/registry.ts';
import { presentStatus } from '../sync/present-status.ts';
import { useDesk, useHash, useMaybeView, useView } from '../use-desk.ts';
import { Home } from './home.tsx';
import { Notices } from './notices.tsx';
import { Reenter } from './reenter.tsx';
import { SyncPage } from './sync-page.tsx';
import { VisitPage } from './visit-page.tsx';

interface Props {
  /** null: to the page of sign-in. */
  onSwitch(holder: Holder | null): void;
}

/** The state of sync above, the screen below. */
export function DeskFrame({ onSwitch }: Props) {
  const view = useMaybeView(useDesk());
  const [asked, setAsked] = useState(false);
  const hash = useHash();
  if (view === null) return <p className="opening">正在打开……</p>;
  const [place, id, tab] = hash.split('/');
  const barred = view.status.phase === 'signed-out' || view.status.phase === 'other-account';
  const screen = (): ReactNode => {
    if (place === 'sync') return <SyncPage onSwitch={onSwitch} onSignIn={() => setAsked(true)} />;
    const visit = place === 'visit' ? view.pack?.visits.find((one) => one.id === Number(id)) : undefined;
    if (visit !== undefined) return <VisitPage key={visit.id} visit={visit} tab={tab ?? 'rate'} />;
    return <Home />;
  };
  return (
    <>
      <StatusBar onPress={() => (barred ? setAsked(true) : location.assign('#/sync'))} />
      <Notices />
      {screen()}
      {asked && barred ? <Reenter onClose={() => setAsked(false)} onSwitch={onSwitch} /> : null}
    </>
  );
}

function StatusBar({ onPress }: { onPress: () => void }) {
  const view = useView();
  const { text, tone } = presentStatus(view.status, view);
  const away = location.hash.length > 2;
  return (
    <header className={`status ${tone}`}>
      {away ? (
        <button type="button" className="back" onClick={() => location.assign('#/')}>
          ‹ 全部观摩
        </button>
      ) : (
        <span className="who">{view.pack?.account.name ?? view.holder.name}</span>
      )}
      <button type="button" className="line" onClick={onPress} aria-live="polite">
        {text}
      </button>
    </header>
  );
}
