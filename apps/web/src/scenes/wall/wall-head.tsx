import type { Wall } from '@hujian/contract';
import { useEffect, useState } from 'react';
import { clock, words } from './words.ts';

/** What is being judged, how many sheets are in, and whether what is shown is the present. */
export function WallHead({ wall, lostAt }: { wall: Wall; lostAt: number | null }) {
  const { session, round, sheets } = wall;
  return (
    <header className="wall-head">
      <div className="wall-titles">
        <h1>{session.title}</h1>
        <p>
          {round.title}　{round.theme}
        </p>
      </div>
      <div className="wall-counts" role="status" aria-live="polite">
        <p className="wall-count wall-in">
          <span>{words.in}</span>
          <strong>{sheets.in}</strong>
          <span>{words.sheets}</span>
        </p>
        <p className={sheets.out === 0 ? 'wall-count wall-full' : 'wall-count wall-out'}>
          <span>{words.out}</span>
          <strong>{sheets.out}</strong>
          <span>{words.sheets}</span>
        </p>
      </div>
      <div className="wall-now">
        <Clock />
        <p className="wall-live">{session.state === 'closed' ? words.closed : words.open}</p>
      </div>
      {lostAt === null ? null : (
        <p className="wall-down" role="alert">
          {words.down(clock(lostAt))}
        </p>
      )}
    </header>
  );
}

function Clock() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <p className="wall-clock">{clock(now).slice(0, 5)}</p>;
}
