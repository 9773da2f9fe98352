import type { RoundFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { moment } from '../../parts/words.ts';
import { words } from './words.ts';

/** What was changed after the plan was published, with its reasons. */
export function Changes({ round }: { round: RoundFull }) {
  return (
    <Section title={words.changes} flush={round.changes.length > 0}>
      {round.changes.length === 0 ? (
        <p className="faint">{words.changesNone}</p>
      ) : (
        <table className="listing round-table round-cards">
          <thead>
            <tr>
              <th scope="col">{words.changeWhat}</th>
              <th scope="col">{words.reason}</th>
              <th scope="col">{words.changeBy}</th>
              <th scope="col">{words.changeAt}</th>
            </tr>
          </thead>
          <tbody>
            {round.changes.map((change) => (
              <tr key={`${change.version}${change.at}${change.what}`}>
                <td className="round-wide">{change.what}</td>
                <td className="round-wide">{change.reason}</td>
                <td className="nowrap">{change.by}</td>
                <td className="nowrap">{moment(change.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
