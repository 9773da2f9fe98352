import type { BallotRow } from '@hujian/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { ballotPages } from '../../api/results.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Paged } from '../../parts/paged.tsx';
import { Empty } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import { NewBallot } from './new-ballot.tsx';
import { stateOf } from './state-of.ts';
import { words } from './words.ts';
import './ballots.css';

/** The polls of a place. */
export function Ballots() {
  const me = useMe();
  const [organization, setOrganization] = useState(me.scope?.id ?? null);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      needs="round.read"
      actions={me.can.includes('round.manage') ? <NewBallot organization={organization} /> : undefined}
    >
      <div className="labelled ballot-whose">
        <span className="faint">{words.whose}</span>
        <OrganizationSelect
          label={words.whose}
          value={organization}
          onChange={setOrganization}
          known={me.scope === null ? [] : [me.scope]}
        />
      </div>
      {organization === null ? <Empty title={words.choose} /> : <List organization={organization} />}
    </Page>
  );
}

function List({ organization }: { organization: number }) {
  const pages = useInfiniteQuery(ballotPages({ organization }));
  return (
    <Paged
      pages={pages}
      what={words.fetching}
      rows={4}
      none={<Empty title={words.none}>{words.noneLead}</Empty>}
    >
      {(rows, more) => (
        <Section title={words.list} flush>
          <table className="listing ballot-table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.period}</th>
                <th scope="col" className="number">
                  {words.slipsShort}
                </th>
                <th scope="col">{words.enough}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
          {more}
        </Section>
      )}
    </Paged>
  );
}

function Row({ row }: { row: BallotRow }) {
  const { today } = useMe();
  return (
    <tr>
      <td>
        <Link to="/ballots/$ballot" params={{ ballot: String(row.id) }}>
          {row.title}
        </Link>
        <div className="faint">
          {row.organization.name}　{row.aboutTitle}
        </div>
      </td>
      <td data-label={words.period}>{words.until(day(row.opensOn), day(row.closesOn))}</td>
      <td className="number" data-label={words.slipsShort}>
        {words.slipsCount(row.slips)}
      </td>
      <td data-label={words.enough}>{row.enough ? words.enoughYes : words.enoughNo}</td>
      <td className="nowrap" data-label={words.state}>
        {stateOf(row, today)}
      </td>
    </tr>
  );
}
