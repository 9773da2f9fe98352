import type { Wall } from '@hujian/contract';
import { words } from './words.ts';

/** Good practices on one side, findings on the other; the words of sheets stay closed as long as the meeting is open. */
export function SaidView({ wall, from, until }: { wall: Wall; from: number; until: number }) {
  if (wall.session.state === 'open') return <p className="wall-none">{words.saidLater}</p>;
  const practices = wall.practices.slice(from, until);
  const findings = wall.findings.slice(from, until);
  const titles = new Map(wall.items.map((item) => [item.code, item.title]));
  return (
    <div className="said">
      <section>
        <h2>
          {words.practices}
          <span>{wall.practices.length}</span>
        </h2>
        {wall.practices.length === 0 ? <p className="wall-none">{words.practicesNone}</p> : null}
        <ul className="plain-list">
          {practices.map((one, i) => (
            <li key={`${one.organization}${one.title}${from + i}`}>
              <p className="said-head">
                {one.organization}：{one.title}
              </p>
              <p className="said-text">{one.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>
          {words.findings}
          <span>{wall.findings.length}</span>
        </h2>
        {wall.findings.length === 0 ? <p className="wall-none">{words.findingsNone}</p> : null}
        <ul className="plain-list">
          {findings.map((one, i) => (
            <li key={`${one.organization}${one.text}${from + i}`}>
              <p className="said-head">
                {one.organization}
                {one.item === null ? '' : `：${titles.get(one.item) ?? one.item}`}
              </p>
              <p className="said-text">{one.text}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
