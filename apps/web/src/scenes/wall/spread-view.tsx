import { number } from '../../parts/words.ts';
import { words } from './words.ts';

interface SpreadRow {
  key: string | number;
  name: string;
  note: string;
  /** Whether all sheets are in; null: nothing is waited for. */
  full: boolean | null;
  more: string | null;
  median: number | null;
  low: number | null;
  high: number | null;
}

/** One row a line: name, sheets, a bar over the middle half with a dot at the median, the median in figures. */
export function SpreadView({ rows, none }: { rows: readonly SpreadRow[]; none: string }) {
  if (rows.length === 0) return <p className="wall-none">{none}</p>;
  return (
    <>
      <ul className="plain-list spread">
        {rows.map((row) => (
          <li key={row.key} className="spread-row">
            <span className="spread-name" title={row.name}>
              <span>{row.name}</span>
              {row.more === null ? null : <small>{row.more}</small>}
            </span>
            <span
              className={`spread-note spread-${row.full === null ? 'plain' : row.full ? 'full' : 'open'}`}
            >
              {row.note}
            </span>
            {row.median === null ? (
              <span className="spread-few">{words.fewer}</span>
            ) : (
              <Spread row={row} median={row.median} />
            )}
            <strong className="spread-median">
              {row.median === null ? '—' : number(Math.round(row.median * 10) / 10)}
            </strong>
          </li>
        ))}
      </ul>
      <p className="spread-scale" aria-hidden="true">
        {words.scale}
      </p>
    </>
  );
}

function Spread({ row, median }: { row: SpreadRow; median: number }) {
  const low = row.low ?? median;
  const high = row.high ?? median;
  return (
    <svg
      className="spread-bar"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={words.told(row.name, median, low, high)}
    >
      {[0, 25, 50, 75, 100].map((x) => (
        <line
          key={x}
          x1={x}
          x2={x}
          y1="0"
          y2="10"
          className="spread-tick"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      <line x1="0" x2="100" y1="5" y2="5" className="spread-axis" vectorEffect="non-scaling-stroke" />
      <line x1={low} x2={high} y1="5" y2="5" className="spread-range" vectorEffect="non-scaling-stroke" />
      {/* A line without length with round ends stays a circle, however the picture is stretched. */}
      <line x1={median} x2={median} y1="5" y2="5" className="spread-dot" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
