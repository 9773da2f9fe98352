import type { Draft, Rehearsal, RehearsalResult as Result } from '@hujian/contract';
import { Alert } from 'antd';
import { Section } from '../../../parts/page.tsx';
import { Band } from '../../../parts/verdict.tsx';
import { day, share } from '../../../parts/words.ts';
import { words } from '../tab-words.ts';
import { Movers } from './movers.tsx';
import { RehearsedItems } from './rehearsed-items.tsx';

interface RehearsalResultProps {
  draft: Draft;
  rehearsal: Rehearsal;
  result: Result;
  /** The draft has been changed since. */
  old: boolean;
}

/** What a rehearsal found, the whole first, then those who would move, then item by item. */
export function RehearsalResult({ draft, rehearsal, result, old }: RehearsalResultProps) {
  return (
    <>
      {old ? <Alert type="warning" title={words.rehearsalOld} className="draft-told" /> : null}
      <Section
        title={rehearsal.organization.name}
        extra={
          <span className="faint">
            {result.against === null ? words.resultAlone : words.resultAgainst(result.against.title)}
            {words.resultTook((result.milliseconds / 1000).toFixed(1))}
          </span>
        }
        flush
      >
        <Periods periods={result.periods} />
      </Section>
      {result.against === null ? null : <Movers result={result} />}
      <RehearsedItems draft={draft} items={result.items} />
    </>
  );
}

type Period = Result['periods'][number];
const bands = ['A', 'B', 'C', 'D', 'unknown'] as const;

/** Each quarter end: the bands under the draft beside those that stand now. */
function Periods({ periods }: { periods: Period[] }) {
  const against = periods.some((period) => period.before !== null);
  return (
    <table className="listing draft-table rehearsed-periods">
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col" className="number">
            {words.organizations}
          </th>
          {bands.map((band) => (
            <th key={band} scope="col" className="number">
              <Band band={band} />
            </th>
          ))}
          {against ? (
            <>
              <th scope="col" className="number">
                {words.up}
              </th>
              <th scope="col" className="number">
                {words.down}
              </th>
            </>
          ) : null}
          <th scope="col" className="number">
            {words.meanShare}
          </th>
          <th scope="col" className="number">
            {words.notKnownShare}
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.asOf}>
            <th scope="row" className="nowrap">
              {day(period.asOf)}
            </th>
            <td className="number">{period.organizations}</td>
            {bands.map((band) => (
              <td key={band} className="number">
                {period.bands[band]}
                {period.before === null ? null : (
                  <div className="faint">
                    {words.before}
                    {period.before[band]}
                  </div>
                )}
              </td>
            ))}
            {against ? (
              <>
                <td className="number">{period.up ?? '—'}</td>
                <td className="number">{period.down ?? '—'}</td>
              </>
            ) : null}
            <td className="number">{share(period.meanShare)}</td>
            <td className="number">{share(period.notKnownShare)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
