import type { ResultFull, ResultState } from '@hujian/contract';
import type { ReactNode } from 'react';
import { day, resultStateWords } from '../../parts/words.ts';
import { words } from './words.ts';

const states = Object.keys(words.states) as ResultState[];
/** Stations that are only called at when something is wrong. */
const aside: ReadonlySet<ResultState> = new Set(['returned', 'objected']);

/** The seven states, where the result stands, whose turn it is, and what may be done about it. */
export function StateLine({ result, children }: { result: ResultFull; children: ReactNode }) {
  const now = states.indexOf(result.state);
  return (
    <section className="block result-state" aria-label={words.stateLine}>
      <ol className="result-states">
        {states.map((state, at) => (
          <li
            key={state}
            aria-current={at === now ? 'step' : undefined}
            className={[
              at === now ? 'result-now' : at < now && !aside.has(state) ? 'result-past' : '',
              aside.has(state) ? 'result-aside' : '',
            ].join(' ')}
          >
            {words.states[state]}
          </li>
        ))}
      </ol>
      <p className="result-next">
        <strong>{resultStateWords[result.state]}</strong>　{nextOf(result)}
      </p>
      <div className="row">{children}</div>
    </section>
  );
}

function nextOf({ state, round, approver, notices }: ResultFull): string {
  const holder = round.organization.name;
  const until = notices.find((notice) => notice.state !== 'withdrawn')?.untilDay;
  if (state === 'noticed') return words.next.noticed(holder, day(until));
  return words.next[state](holder, approver?.name ?? null);
}
