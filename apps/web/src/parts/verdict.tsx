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

interface CheckVerdictProps {
  verdict: VerdictName;
  strictness: 'must' | 'normally' | 'encouraged';
}

/** A check's verdict: what is only normally asked gives a hint, what is encouraged is merely not done yet. */
export function CheckVerdict({ verdict, strictness }: CheckVerdictProps) {
  if (verdict !== 'unmet' || strictness === 'must') return <Verdict verdict={verdict} />;
  return (
    <span className="verdict verdict-hint">
      <span aria-hidden="true" className="verdict-mark">
        {strictness === 'normally' ? '！' : '·'}
      </span>
      {strictness === 'normally' ? '提示' : '提倡'}
    </span>
  );
}

/** A档…D档; without enough known points no band. */
export function Band({ band }: { band: string | null | undefined }) {
  const name = band ?? 'unknown';
  return <span className={`band band-${name}`}>{bandWords[name] ?? name}</span>;
}
