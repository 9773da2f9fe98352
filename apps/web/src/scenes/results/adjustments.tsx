import type { ResultFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { moment } from '../../parts/words.ts';
import { signed } from './bands.tsx';
import { words } from './words.ts';

/** Every hand that was laid on a total, and why. */
export function Adjustments({ result }: { result: ResultFull }) {
  const rows = result.units.flatMap(({ organization, adjustments }) =>
    adjustments.map((adjustment) => ({ organization, ...adjustment })),
  );
  return (
    <Section title={words.adjustments} extra={<span className="faint">{words.adjustmentsLead}</span>}>
      {rows.length === 0 ? (
        <p className="faint result-none">{words.adjustmentsNone}</p>
      ) : (
        <ul className="plain-list result-list">
          {rows.map((row) => (
            <li key={`${row.organization.id} ${row.at} ${row.points}`}>
              <strong>
                {row.organization.name}　{words.points(signed(row.points))}
              </strong>
              <div>{row.reason}</div>
              <div className="faint">{words.stepBy(row.by, moment(row.at))}</div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
