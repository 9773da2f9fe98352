import type { RecordPage as Page_ } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useNames } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { recordQuery } from '../../api/records.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { moment, number } from '../../parts/words.ts';
import { describe } from './describe.ts';
import { RecordActions } from './record-actions.tsx';
import { RecordFacts } from './record-facts.tsx';
import { isRegister, registerTitle } from './registers.ts';
import { Reveal } from './reveal.tsx';
import { StandingChange } from './standing-change.tsx';
import { words } from './words.ts';
import './records.css';

const route = getRouteApi('/shell/records/$register/$record');

/** One record: what was entered, who attended, what became of it. */
export function RecordPage() {
  const { register, record } = route.useParams();
  const query = useQuery(recordQuery(register, Number(record)));
  return (
    <Loaded query={query} what={words.fetching} rows={8}>
      {(page) => <Drawn page={page} />}
    </Loaded>
  );
}

function Drawn({ page }: { page: Page_ }) {
  const me = useMe();
  const names = useNames();
  const { record, organization } = page;
  const told = describe(record, names);
  return (
    <Page
      title={told.title}
      lead={record.withdrawnAt === null ? organization.name : `${organization.name}　${words.withdrawn}`}
      crumbs={
        isRegister(record.register) ? (
          <Link
            to="/organizations/$organization/records/$register"
            params={{ organization: String(organization.id), register: record.register }}
          >
            {`${organization.name}：${registerTitle(record.register)}`}
          </Link>
        ) : undefined
      }
      actions={<RecordActions page={page} />}
    >
      <StandingChange organization={organization.id} place="record" />
      <Section title={words.facts}>
        <RecordFacts page={page} />
        {record.register === 'roster' && me.can.includes('sensitive.view') ? (
          <Reveal person={record.id} />
        ) : null}
      </Section>
      {page.attendance.length === 0 ? null : (
        <Section title={words.attendance(page.attendance.length)}>
          <ul className="plain-list attendance">
            {page.attendance.map((one) => (
              <li key={one.person.id}>
                {one.person.name}
                {one.hours === null ? null : (
                  <span className="faint">　{words.hoursEach(number(one.hours))}</span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.history}>
        <ul className="plain-list">
          {page.history.map((one) => (
            <li key={one.id}>
              {words.historyEntered(one.enteredBy, moment(one.enteredAt))}
              {one.withdrawnAt === null ? null : `；${words.historyWithdrawn(moment(one.withdrawnAt))}`}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
