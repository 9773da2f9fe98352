import { useState } from 'react';
import { type Holder, setAside } from '../keep/registry.ts';
import { leave } from '../leave.ts';
import type { Said } from '../sheet/said.ts';
import { presentStatus } from '../sync/present-status.ts';
import { useDesk, useView } from '../use-desk.ts';
import { HandOver } from './hand-over.tsx';
import { SignOut } from './sign-out.tsx';

interface Props {
  onSwitch(holder: Holder | null): void;
  onSignIn(): void;
}

const isKept = ({ state }: { state: string }): boolean => state === 'kept';

/** What is sent and what is not, in words; handing over by file; leaving. */
export function SyncPage({ onSwitch, onSignIn }: Props) {
  const desk = useDesk();
  const view = useView();
  const [leaving, setLeaving] = useState(false);
  const { text } = presentStatus(view.status, view);
  const refused = view.kept.said.filter((one) => one.state === 'refused');
  const told = view.kept.said.filter((one) => one.state === 'kept' && one.say !== null);
  const barred = view.status.phase === 'signed-out' || view.status.phase === 'other-account';
  return (
    <main className="page">
      <h1>发送情况</h1>
      <p className="big-line">{text}</p>
      {view.status.say !== '' && view.status.phase !== 'other-account' ? (
        <p className="note">{view.status.say}</p>
      ) : null}
      <p className="faint">
        手机上共有 {view.kept.said.length} 条记录、{view.kept.photos.size} 张照片，服务器已收下{' '}
        {view.kept.said.filter(isKept).length} 条、{[...view.kept.photos.values()].filter(isKept).length}{' '}
        张（都有服务器签名的收据）。没有收据的，手机不会删。
      </p>
      {barred ? (
        <button type="button" className="primary big" onClick={onSignIn}>
          输入口令，接着发送
        </button>
      ) : (
        <button
          type="button"
          className="primary big"
          disabled={view.status.phase === 'sending'}
          onClick={() => desk.sync(true)}
        >
          {view.status.phase === 'sending' ? '正在发送……' : '现在发送'}
        </button>
      )}
      <Lines title="没有被收下的" rows={refused} />
      <Lines title="收下了，但不计入的" rows={told} />
      <HandOver />
      <h2>离开</h2>
      <p className="faint">
        {view.holder.name}
        {view.holder.userName === '' ? '' : `（${view.holder.userName}）`}在用这部手机。
      </p>
      <div className="stack">
        <button
          type="button"
          className="big"
          onClick={() =>
            void setAside()
              .then(leave)
              .then(() => onSwitch(null))
          }
        >
          换一个账号{view.unsent > 0 ? `（您的 ${view.unsent} 条留在手机上，等您回来再发）` : ''}
        </button>
        <button type="button" className="big danger" onClick={() => setLeaving(true)}>
          退出，并清掉手机上的记录
        </button>
      </div>
      {leaving ? <SignOut onStay={() => setLeaving(false)} onSwitch={onSwitch} /> : null}
    </main>
  );
}

function Lines({ title, rows }: { title: string; rows: Said[] }) {
  const { pack } = useView();
  if (rows.length === 0) return null;
  const nameOf = (visit: number) =>
    pack?.visits.find((one) => one.id === visit)?.organization.name ?? '计划外的观摩';
  const what = ({ body, item }: Said['entry']): string => {
    if (body.kind === 'score') return `${item ?? ''} ${body.score === null ? '无法评' : `${body.score} 分`}`;
    if (body.kind === 'submit') return body.done ? '交评议表' : '收回评议表';
    if (body.kind === 'finding' || body.kind === 'practice' || body.kind === 'hear') return body.text;
    return body.kind === 'photo' ? '照片' : body.kind === 'discuss' ? body.question : body.found;
  };
  return (
    <section>
      <h2>{title}</h2>
      <ul className="list">
        {rows.map((one) => (
          <li key={one.seq}>
            <b>{nameOf(one.entry.visit)}</b> {what(one.entry)}
            <p className="bad">{one.say}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
