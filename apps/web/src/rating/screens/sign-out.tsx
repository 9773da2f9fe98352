import { useState } from 'react';
import { destroyHolder, type Holder } from '../keep/registry.ts';
import { leave, tellOtherTabs } from '../leave.ts';
import { useDesk, useView } from '../use-desk.ts';
import { useHandOver } from './hand-over.tsx';

interface Props {
  onStay(): void;
  onSwitch(holder: Holder | null): void;
}

/** Destroys key and store; while something is unsent, only after it is sent or in a file. */
export function SignOut({ onStay, onSwitch }: Props) {
  const desk = useDesk();
  const { unsent, holder, status } = useView();
  const { write, say } = useHandOver();
  const [written, setWritten] = useState(0);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    desk.close();
    await destroyHolder(holder.account);
    tellOtherTabs();
    await leave();
    onSwitch(null);
  };
  const send = async () => {
    setBusy(true);
    desk.sync(true);
    await desk.settled();
    setBusy(false);
  };
  // What was tapped after the file was written is not in it.
  const inFile = written > 0 && unsent <= written;
  return (
    <div className="cover">
      <section className="sheet" role="dialog" aria-label="退出">
        {unsent === 0 ? (
          <>
            <h2>退出？</h2>
            <p>都已送达。退出后，手机上的记录和密钥都会清掉；下次登录会把您交过的重新取回来。</p>
            <button type="button" className="primary big danger" disabled={busy} onClick={() => void go()}>
              退出并清掉
            </button>
          </>
        ) : (
          <>
            <h2>还有 {unsent} 条没有送出</h2>
            <p>现在退出，这 {unsent} 条就再也找不回来。请先选一样：</p>
            <button type="button" className="primary big" disabled={busy} onClick={() => void send()}>
              {busy ? '正在发送……' : '现在发送'}
            </button>
            {status.phase === 'no-signal' && !busy ? <p className="bad">没有信号，还发不出去。</p> : null}
            {status.phase === 'signed-out' && !busy ? (
              <p className="bad">登录已过期，请先点最上面一行登录。</p>
            ) : null}
            <button
              type="button"
              className="big"
              disabled={busy}
              onClick={() => void write().then((done) => done && setWritten(unsent))}
            >
              写成文件，由工作人员代交
            </button>
            {say === '' ? null : <p className="note">{say}</p>}
            {inFile ? (
              <button type="button" className="big danger" disabled={busy} onClick={() => void go()}>
                文件已交给工作人员，退出并清掉
              </button>
            ) : null}
          </>
        )}
        <button type="button" className="plain" disabled={busy} onClick={onStay}>
          不退出
        </button>
      </section>
    </div>
  );
}
