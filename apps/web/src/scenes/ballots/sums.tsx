import type { BallotRow } from '@hujian/contract';
import { share } from '../../parts/words.ts';
import { words } from './words.ts';

const answers = ['satisfied', 'basically', 'dissatisfied'] as const;

/** The three sums, once ten slips are in and nobody can vote any more. */
export function Sums({ ballot: { sums, state, enough } }: { ballot: BallotRow }) {
  if (sums === null) {
    return (
      <p className="faint ballot-last">
        {state === 'closed' && !enough ? words.sumsTooFew : words.sumsHidden}
      </p>
    );
  }
  const total = answers.reduce((sum, answer) => sum + sums[answer], 0);
  return (
    <>
      <ul className="plain-list ballot-sums">
        {answers.map((answer) => (
          <li key={answer}>
            <span className="ballot-answer">{words[answer]}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="10" fill="#f3f1ee" />
              <rect width={(sums[answer] / Math.max(1, total)) * 100} height="10" fill="#8a837b" />
            </svg>
            <span className="ballot-count">
              {words.count(sums[answer], share(sums[answer] / Math.max(1, total)))}
            </span>
          </li>
        ))}
      </ul>
      <p className="faint ballot-last">{words.total(total)}</p>
    </>
  );
}
