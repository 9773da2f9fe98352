import type { RoundFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { Compute } from './compute.tsx';
import { words } from './words.ts';

/** What must be done before there can be a result, and the button that makes it. */
export function NotYet({ round }: { round: RoundFull }) {
  const published = round.publishedAt !== null;
  const closed = round.state === 'closed';
  const lines = [
    { done: published, text: published ? words.beforePublished : words.beforePublishedNot },
    {
      done: round.visits > 0 && round.held === round.visits,
      text: words.beforeHeld(round.held, round.visits),
    },
    { done: closed, text: closed ? words.beforeClosed : words.beforeClosedNot },
  ];
  return (
    <Section title={words.none}>
      <p className="faint">{words.noneLead}</p>
      <ul className="plain-list result-before" aria-label={words.before}>
        {lines.map(({ done, text }) => (
          <li key={text} className={done ? 'result-done' : 'result-open'}>
            <span aria-hidden="true">{done ? '✓' : '○'}</span> {text}
          </li>
        ))}
      </ul>
      {round.can.includes('result.compute') || (closed && round.can.includes('round.manage')) ? (
        <Compute round={round.id} label={words.compute} primary />
      ) : (
        <p className="faint">{closed ? words.computeDenied : words.beforeClosedNot}</p>
      )}
    </Section>
  );
}
