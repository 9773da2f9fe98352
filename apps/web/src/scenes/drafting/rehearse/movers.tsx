import type { RehearsalResult } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Section } from '../../../parts/page.tsx';
import { Band } from '../../../parts/verdict.tsx';
import { share } from '../../../parts/words.ts';
import { words } from '../tab-words.ts';

const step = 20;

/** Who would move up or down, in the order of their codes: no places are given. */
export function Movers({ result: { movers, moversTotal } }: { result: RehearsalResult }) {
  const [shown, setShown] = useState(step);
  return (
    <Section title={words.movers(moversTotal)} flush={movers.length > 0}>
      {movers.length === 0 ? (
        <p>{words.moversNone}</p>
      ) : (
        <table className="listing draft-table movers">
          <thead>
            <tr>
              <th scope="col">{words.organization}</th>
              <th scope="col">{words.township}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
              <th scope="col" className="number">
                {words.shareBefore}
              </th>
              <th scope="col" className="number">
                {words.shareAfter}
              </th>
            </tr>
          </thead>
          <tbody>
            {movers.slice(0, shown).map((mover) => (
              <tr key={mover.organization.id}>
                <td>
                  <Link
                    to="/organizations/$organization/standing"
                    params={{ organization: String(mover.organization.id) }}
                  >
                    {mover.organization.name}
                  </Link>
                </td>
                <td>{mover.parentName}</td>
                <td>
                  <Band band={mover.before} />
                </td>
                <td className="nowrap">
                  <Band band={mover.after} />
                  <span className={`mover-${mover.way}`}>
                    {mover.way === 'up' ? '↑' : '↓'}
                    {words.ways[mover.way]}
                  </span>
                </td>
                <td className="number">{share(mover.shareBefore)}</td>
                <td className="number">{share(mover.shareAfter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {movers.length > shown ? (
        <p className="more">
          <Button onClick={() => setShown(shown + step)}>{words.moversFirst(shown, moversTotal)}</Button>
        </p>
      ) : null}
    </Section>
  );
}
