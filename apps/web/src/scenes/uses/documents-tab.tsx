import type { DocumentRow, RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { documentsQuery } from '../../api/uses.ts';
import { Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { DocumentPage } from './document-page.tsx';
import { documentWords as words } from './words.ts';
import './uses.css';
import './document.css';

const route = getRouteApi('/shell/rounds/$round');

/** The documents of a round: a list, or the one that is open. */
export function DocumentsTab({ round }: { readonly round: RoundFull }) {
  const { kind } = route.useSearch();
  const query = useQuery(documentsQuery(round.id));
  if (kind !== undefined) return <DocumentPage key={kind} round={round} kind={kind} />;
  return (
    <Loaded query={query} what={words.fetching} rows={8}>
      {({ rows }) => <List rows={rows} />}
    </Loaded>
  );
}

function List({ rows }: { rows: readonly DocumentRow[] }) {
  if (rows.length === 0) return <Empty title={words.none}>{words.noneLead}</Empty>;
  return (
    <Section title={words.fetching} extra={<span className="faint">{words.lead}</span>} flush>
      <table className="listing uses-table uses-stacked documents-list">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.purpose}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.changed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind}>
              <th scope="row">
                <Link to="." search={(before) => ({ ...before, kind: row.kind })}>
                  {row.title}
                </Link>
              </th>
              <td>{row.purpose}</td>
              <td>
                <State row={row} />
              </td>
              <td className="faint">
                {row.changedAt === null ? '—' : words.by(row.changedBy ?? '—', moment(row.changedAt))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function State({ row }: { row: DocumentRow }) {
  if (row.waitsFor !== null) {
    return (
      <span className="uses-waits">
        {words.waits}
        {row.waitsFor}
      </span>
    );
  }
  return <span>{row.changedAt === null ? words.drafted : words.touched}</span>;
}
