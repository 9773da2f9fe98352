import type { ResultFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { brief, number } from '../../parts/words.ts';
import { words } from './words.ts';

type Panelist = NonNullable<ResultFull['panelists']>[number];

/** How the panel judged, for those who hold the round: by name, never by how strict anybody was. */
export function Panel({ panelists }: { panelists: readonly Panelist[] }) {
  const rows = [...panelists].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  return (
    <Section title={words.panel} flush>
      <p className="faint result-lead">{words.panelLead}</p>
      <table className="listing result-table result-panel">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col" className="number">
              {words.sheets}
            </th>
            <th scope="col">{words.strictness}</th>
            <th scope="col" className="number">
              {words.consistency}
            </th>
            <th scope="col">{words.flags}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.panelist}>
              <td>{row.name}</td>
              <td className="number" data-label={words.sheets}>
                {row.sheets}
              </td>
              <td className="nowrap" data-label={words.strictness}>
                {severityText(row.severity)}
              </td>
              <td className="number" data-label={words.consistency}>
                {row.consistency === null ? (
                  <span className="faint">{words.consistencyUnknown}</span>
                ) : (
                  number(Math.round(row.consistency * 100) / 100)
                )}
              </td>
              <td data-label={words.flags}>
                {row.flags.length === 0
                  ? words.flagsNone
                  : row.flags.map((flag) => <div key={flag}>{flag}</div>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Severity is how many points less somebody gives than the others; below half a point it is nothing. */
function severityText(severity: number): string {
  if (Math.abs(severity) < 0.5) return words.strictnessText('', 'even');
  return words.strictnessText(brief(Math.abs(severity)), severity > 0 ? 'strict' : 'mild');
}
