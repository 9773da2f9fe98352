import type { ResultFull } from '@hujian/contract';
import { moment } from '../../parts/words.ts';
import { words } from './words.ts';

/** Who did what with the result, each with the first digits of what it was about. */
export function Steps({ steps }: { steps: ResultFull['steps'] }) {
  return (
    <ol className="plain-list result-list">
      {steps.map((step) => (
        <li key={`${step.at} ${step.step}`}>
          <strong>{step.title}</strong>
          {step.organization === null ? null : <span>　{step.organization}</span>}
          {step.note === '' ? null : <div className="result-own-words">{step.note}</div>}
          <div className="faint">
            {`${words.stepBy(step.by, moment(step.at))}　`}
            <code title={step.sha256}>{step.sha256.slice(0, 12)}</code>
          </div>
        </li>
      ))}
    </ol>
  );
}
