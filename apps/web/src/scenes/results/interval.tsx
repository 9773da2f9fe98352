import { brief } from '../../parts/words.ts';
import { words } from './words.ts';

interface IntervalProps {
  total: number;
  low: number;
  high: number;
  scale: { from: number; to: number };
}

/** A total with its interval on the stretch that all of them share. */
export function Interval({ total, low, high, scale }: IntervalProps) {
  const at = (points: number) => ((points - scale.from) / (scale.to - scale.from)) * 100;
  const said = words.interval(brief(low), brief(high));
  return (
    <span className="result-interval">
      <svg role="img" aria-label={said} viewBox="0 0 100 14" preserveAspectRatio="none">
        <rect x="0" y="6.5" width="100" height="1" fill="#e2ddd6" />
        <rect x={at(low)} y="4" width={Math.max(0.6, at(high) - at(low))} height="6" fill="#cdb8ac" />
        <rect x={at(total) - 0.5} y="1" width="1" height="12" fill="#2a2623" />
      </svg>
      <span className="faint" aria-hidden="true">
        {brief(low)}–{brief(high)}
      </span>
    </span>
  );
}
