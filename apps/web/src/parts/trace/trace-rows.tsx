import type { TraceView } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { More } from '../more.tsx';
import { day } from '../words.ts';
import { words } from './words.ts';

type Row = TraceView['rows'][number];

const registers: Record<string, string> = {
  person: 'roster',
  seat: 'posts',
  activity: 'activities',
  attendance: 'activities',
  figure: 'figures',
  document: 'documents',
  event: 'events',
  poll: 'polls',
  rating: 'ratings',
  register_span: 'registers',
};

interface TraceRowsProps {
  rows: Row[];
  total: number;
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The very rows behind the verdict, each a link to the record. */
export function TraceRows({ rows, total, pages }: TraceRowsProps) {
  return (
    <section>
      <h3>{words.rows(total)}</h3>
      {rows.length === 0 ? (
        <p className="faint">{words.noRows}</p>
      ) : (
        <ul className="plain-list trace-rows">
          {rows.map((row) => (
            <TraceRow key={`${row.table}${row.id}${row.day}`} row={row} />
          ))}
        </ul>
      )}
      <More pages={pages} shown={rows.length} total={total} />
    </section>
  );
}

function TraceRow({ row }: { row: Row }) {
  const register = registers[row.table];
  return (
    <li className={row.counts ? 'trace-row' : 'trace-row trace-row-out'}>
      <span className="nowrap faint">{row.day === null ? '' : day(row.day)}</span>
      <span>
        {register === undefined ? (
          row.title
        ) : (
          <Link to="/records/$register/$record" params={{ register, record: String(row.id) }}>
            {row.title}
          </Link>
        )}
        {row.note === undefined ? null : <span className="faint">　{row.note}</span>}
      </span>
      <span className="nowrap">{row.counts ? words.counts : words.doesNotCount}</span>
    </li>
  );
}
