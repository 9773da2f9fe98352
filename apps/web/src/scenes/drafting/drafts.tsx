import type { DraftRow } from '@hujian/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { type DraftState, draftPages } from '../../api/drafts.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Paged } from '../../parts/paged.tsx';
import { Empty } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { progressOf } from './draft-links.tsx';
import { DraftUpload } from './upload.tsx';
import { words } from './words.ts';
import './drafting.css';

const route = getRouteApi('/shell/library/drafts');
const states: readonly DraftState[] = ['open', 'published', 'dropped'];

/** Standards on their way: read in, being decided, published. */
export function Drafts() {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = states.find((one) => one === state);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      needs="draft.manage"
      crumbs={<Link to="/library">{words.library}</Link>}
    >
      <Section title={words.upload}>
        <DraftUpload />
      </Section>
      <Section
        title={words.list}
        extra={
          <Segmented<string>
            size="small"
            aria-label={words.stateFilter}
            value={chosen ?? 'all'}
            onChange={(next) =>
              void navigate({ search: { state: next === 'all' ? undefined : next }, replace: true })
            }
            options={[
              { value: 'all', label: words.anyState },
              ...states.map((one) => ({ value: one, label: words.states[one] })),
            ]}
          />
        }
        flush
      >
        <List state={chosen} />
      </Section>
    </Page>
  );
}

function List({ state }: { state: DraftState | undefined }) {
  const pages = useInfiniteQuery(draftPages(state));
  const empty = <Empty title={words.none}>{words.noneLead}</Empty>;
  return (
    <Paged pages={pages} what={words.fetching} none={empty} pad>
      {(rows, more) => (
        <>
          <table className="listing draft-table draft-list">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.progress}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.when}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
          {more}
        </>
      )}
    </Paged>
  );
}

function Row({ row }: { row: DraftRow }) {
  return (
    <tr>
      <td>
        <Link to="/library/drafts/$draft" params={{ draft: String(row.id) }}>
          {row.title}
        </Link>
        <div className="faint">
          {row.fileName}　{row.organization.name}
        </div>
      </td>
      <td className={`nowrap draft-${row.state}`}>{words.states[row.state]}</td>
      <td>
        {progressOf(row)}
        <div className="faint">{words.contents(row.chapters, row.items)}</div>
      </td>
      <td>{row.enteredBy}</td>
      <td className="nowrap">{moment(row.enteredAt)}</td>
    </tr>
  );
}
