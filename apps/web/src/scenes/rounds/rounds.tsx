import type { RoundRow, RoundState } from '@hujian/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMe } from '../../api/me.ts';
import { roundPages } from '../../api/rounds.ts';
import { More } from '../../parts/more.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Failure, Loading } from '../../parts/states.tsx';
import { Period, StateWord } from './bits.tsx';
import { words } from './words.ts';
import './rounds.css';

const route = getRouteApi('/shell/rounds');
const states: readonly RoundState[] = ['draft', 'published', 'closed', 'cancelled'];

/** The rounds of the actor's place and of those that visit it, latest first. */
export function Rounds() {
  const me = useMe();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = states.find((one) => one === state);
  const manages = me.can.includes('round.manage');
  return (
    <Page
      title={words.title}
      lead={words.lead}
      needs="round.read"
      actions={manages ? <NewLink /> : undefined}
    >
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
        <List state={chosen} manages={manages} />
      </Section>
    </Page>
  );
}

function NewLink() {
  return (
    <Link to="/rounds/new" className="round-button">
      {words.create}
    </Link>
  );
}

function List({ state, manages }: { state: RoundState | undefined; manages: boolean }) {
  const pages = useInfiniteQuery(roundPages(state));
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (rows === undefined) {
    return (
      <div className="round-pad">
        {pages.error === null ? (
          <Loading what={words.fetching} rows={4} />
        ) : (
          <Failure error={pages.error} retry={() => void pages.refetch()} />
        )}
      </div>
    );
  }
  if (rows.length === 0) {
    return (
      <div className="round-pad">
        {state === undefined ? (
          <Empty title={words.none} action={manages ? <NewLink /> : undefined}>
            {manages ? words.noneLead : words.noneReadLead}
          </Empty>
        ) : (
          <Empty title={words.noneOf} />
        )}
      </div>
    );
  }
  return (
    <>
      <table className="round-table round-cards">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.coverage}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <More pages={pages} shown={rows.length} />
    </>
  );
}

function Row({ row }: { row: RoundRow }) {
  return (
    <tr>
      <td className="round-wide">
        <Link to="/rounds/$round" params={{ round: String(row.id) }}>
          {row.title}
        </Link>
        <div className="faint">
          {row.organization.name}　{words.ways[row.way]}　{row.theme}
        </div>
      </td>
      <td className="nowrap">
        <StateWord state={row.state} />
      </td>
      <td>
        <Period from={row.periodFrom} until={row.periodUntil} />
      </td>
      <td>
        {words.visitsHeld(row.held, row.visits)}
        <div className="faint">{words.unitsChosen(row.chosen, row.units)}</div>
      </td>
      <td className="nowrap">
        {row.result === null ? (
          <span className="faint">{words.resultNone}</span>
        ) : (
          (words.results[row.result] ?? row.result)
        )}
      </td>
    </tr>
  );
}
