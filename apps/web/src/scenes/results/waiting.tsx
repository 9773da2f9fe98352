import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { waitingPages } from '../../api/results.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Paged } from '../../parts/paged.tsx';
import { Empty } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { words } from './words.ts';
import './results.css';

/** Results that wait for the actor's approval. */
export function Waiting() {
  return (
    <Page title={words.waiting} lead={words.waitingLead} needs="result.approve">
      <List />
    </Page>
  );
}

function List() {
  const pages = useInfiniteQuery(waitingPages);
  return (
    <Paged
      pages={pages}
      what={words.waiting}
      rows={4}
      none={<Empty title={words.waitingNone}>{words.waitingNoneLead}</Empty>}
    >
      {(rows, more) => (
        <Section title={words.waiting} flush>
          <table className="listing result-table">
            <thead>
              <tr>
                <th scope="col">{words.waitingRound}</th>
                <th scope="col">{words.waitingHolder}</th>
                <th scope="col" className="number">
                  {words.waitingUnits}
                </th>
                <th scope="col">{words.waitingAt}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link
                      to="/rounds/$round"
                      params={{ round: String(row.round.id) }}
                      search={{ tab: 'result' }}
                    >
                      {row.round.title}
                    </Link>
                  </td>
                  <td data-label={words.waitingHolder}>{row.organization.name}</td>
                  <td className="number" data-label={words.waitingUnits}>
                    {row.units}
                  </td>
                  <td className="nowrap" data-label={words.waitingAt}>
                    {moment(row.submittedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {more}
        </Section>
      )}
    </Paged>
  );
}
