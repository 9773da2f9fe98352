import type { ResultFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { moment } from '../../parts/words.ts';
import { words } from './words.ts';

/** What was mended beside the published result. Before there is anything published, there is nothing to say. */
export function Corrections({ result }: { result: ResultFull }) {
  if (result.state !== 'published' && result.corrections.length === 0) return null;
  return (
    <Section title={words.corrections}>
      {result.corrections.length === 0 ? (
        <p className="faint result-none">{words.correctionsNone}</p>
      ) : (
        <ul className="plain-list result-list">
          {result.corrections.map((correction) => (
            <li key={correction.id}>
              <strong>{correction.unit ?? words.whole}</strong>
              <div>{words.correction(correction.before, correction.after)}</div>
              <div>{correction.reason}</div>
              <div className="faint">{words.stepBy(correction.by, moment(correction.at))}</div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
