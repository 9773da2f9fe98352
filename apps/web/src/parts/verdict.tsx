import type { VerdictName } from './words.ts';
import { bandWords, verdictWords } from './words.ts';
import './verdict.css';

const marks: Record<VerdictName, string> = {
  met: '✓',
  unmet: '✗',
  'not-applicable': '－',
  'not-known': '？',
};

/** A verdict as mark and word; the colour only repeats them. */
export function Verdict({ verdict }: { verdict: VerdictName }) {
  return (
    <span className={`verdict verdict-${verdict}`}>
      <span aria-hidden="true" className="verdict-mark">
        {marks[verdict]}
      </span>
      {verdictWords[verdict]}
    </span>
  );
}

/** A档…D档; without enough known points no band. */
export function Band({ band }: { band: string | null | undefined }) {
  const name = band ?? 'unknown';
  return <span className={`band band-${name}`}>{bandWords[name] ?? name}</span>;
}
