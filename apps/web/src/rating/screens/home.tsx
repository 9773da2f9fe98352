import { useMemo } from 'react';
import type { PackVisit } from '../sheet/merge-pack.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import { useView } from '../use-desk.ts';
import { InstallHint } from './install-hint.tsx';

const chineseDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const spoken = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
});

export const presentDay = (day: string): string => spoken.format(new Date(`${day}T12:00:00+08:00`));

/** Today by the server's clock as last seen: the phone's own may be wrong. */
export const findToday = (off: number): string => chineseDay.format(new Date(Date.now() - off));

/** Today's visits, the others by day. */
export function Home() {
  const { pack, off } = useView();
  if (pack === null) return <Empty />;
  const today = findToday(off);
  const days = [...new Set(pack.visits.map((visit) => visit.on))].sort();
  const coming = days.filter((day) => day > today);
  const past = days.filter((day) => day < today).reverse();
  const on = (day: string) =>
    pack.visits.filter((visit) => visit.on === day).sort((a, b) => a.route - b.route || a.turn - b.turn);
  return (
    <main className="page">
      <h1>今天 · {presentDay(today)}</h1>
      {on(today).length === 0 ? <p className="faint">今天没有您的观摩。</p> : null}
      {on(today).map((visit) => (
        <VisitCard key={visit.id} visit={visit} />
      ))}
      {[
        { title: '以后的观摩', days: coming },
        { title: '以前的观摩', days: past },
      ].map((group) =>
        group.days.length === 0 ? null : (
          <section key={group.title}>
            <h2>{group.title}</h2>
            {group.days.map((day) => (
              <div key={day}>
                <h3>{presentDay(day)}</h3>
                {on(day).map((visit) => (
                  <VisitCard key={visit.id} visit={visit} />
                ))}
              </div>
            ))}
          </section>
        ),
      )}
      <footer className="foot">
        <a href="#/sync">发送情况、代交、退出</a>
        <InstallHint />
      </footer>
    </main>
  );
}

function Empty() {
  const { status, online } = useView();
  const lost = status.phase === 'no-signal' || !online;
  return (
    <main className="page">
      <h1>还没有取到观摩计划</h1>
      <p>
        {lost
          ? '现在没有信号。请到有信号的地方打开本页，计划取到手机上以后，没有信号也能用。'
          : status.phase === 'forbidden' || status.phase === 'trouble'
            ? status.say
            : '正在取……'}
      </p>
    </main>
  );
}

const states = { open: '未交', in: '已交', 'taken-back': '已收回，请重新交' } as const;

function VisitCard({ visit }: { visit: PackVisit }) {
  const { kept, pack } = useView();
  const round = pack?.rounds.find((one) => one.id === visit.round);
  const sheet = useMemo(
    () =>
      readSheet(
        kept.said.filter((one) => one.entry.visit === visit.id),
        round?.items ?? [],
      ),
    [kept.said, visit.id, round],
  );
  const gone = pack?.gone.includes(visit.id) ?? false;
  return (
    <a className="card" href={`#/visit/${visit.id}`}>
      <span className="turn">{visit.turn}</span>
      <span className="grow">
        <b className="name">{visit.organization.name}</b>
        <span className="faint">
          {visit.session.title}
          {visit.session.closed ? ' · 评议会已结束' : ''}
          {gone ? ' · 已不在计划里' : ''}
        </span>
      </span>
      <span className="right">
        {visit.judges ? (
          <>
            <b>
              已评 {sheet.judged}/{sheet.of}
            </b>
            <span className={sheet.state === 'in' ? 'good' : 'faint'}>{states[sheet.state]}</span>
          </>
        ) : (
          <span className="faint">记录、联络</span>
        )}
      </span>
    </a>
  );
}
