import type { RoundRow, RoundState } from '@hujian/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMe } from '../../api/me.ts';
import { roundPages } from '../../api/rounds.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Paged } from '../../parts/paged.tsx';
import { Empty } from '../../parts/states.tsx';
import { resultStateWords } from '../../parts/words.ts';
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
  const empty =
    state === undefined ? (
      <Empty title={words.none} action={manages ? <NewLink /> : undefined}>
        {manages ? words.noneLead : words.noneReadLead}
      </Empty>
    ) : (
      <Empty title={words.noneOf} />
    );
  return (
    <Paged pages={pages} what={words.fetching} none={empty} pad>
      {(rows, more) => (
        <>
          <table className="listing round-table round-cards">
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
          {more}
        </>
      )}
    </Paged>
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
          resultStateWords[row.result]
        )}
      </td>
    </tr>
  );
}
