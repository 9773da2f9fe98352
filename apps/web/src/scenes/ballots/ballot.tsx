import type { BallotRow } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../../api/me.ts';
import { ballotQuery } from '../../api/results.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import { CloseBallot } from './close-ballot.tsx';
import { PrintSlips } from './print-slips.tsx';
import { stateOf } from './state-of.ts';
import { Sums } from './sums.tsx';
import { words } from './words.ts';
import './ballots.css';

const route = getRouteApi('/shell/ballots/$ballot');

/** One poll: its slips, its state, its sums once they may be shown. */
export function BallotPage() {
  const { ballot } = route.useParams();
  const query = useQuery(ballotQuery(Number(ballot)));
  return (
    <Loaded query={query} what={words.fetching} rows={6}>
      {(data) => <Drawn ballot={data} />}
    </Loaded>
  );
}

function Drawn({ ballot }: { ballot: BallotRow }) {
  const { today } = useMe();
  const open = ballot.state === 'open';
  return (
    <Page
      title={ballot.title}
      lead={`${ballot.organization.name}　${ballot.aboutTitle}`}
      crumbs={<Link to="/ballots">{words.back}</Link>}
      needs="round.read"
      actions={
        ballot.can.length > 0 ? (
          <>
            {ballot.can.includes('ballot.slips') ? <PrintSlips ballot={ballot} /> : null}
            {ballot.can.includes('ballot.close') ? <CloseBallot ballot={ballot} /> : null}
          </>
        ) : undefined
      }
    >
      <Section title={stateOf(ballot, today)}>
        <dl className="ballot-facts">
          <div>
            <dt>{words.period}</dt>
            <dd>{words.until(day(ballot.opensOn), day(ballot.closesOn))}</dd>
          </div>
          <div>
            <dt>{words.slipsShort}</dt>
            <dd>{words.slipsCount(ballot.slips)}</dd>
          </div>
          <div>
            <dt>{words.enough}</dt>
            <dd>{ballot.enough ? words.enoughYes : words.enoughNo}</dd>
            {open ? <dd className="faint">{words.enoughLead}</dd> : null}
          </div>
        </dl>
      </Section>
      <Section title={words.sums}>
        <Sums ballot={ballot} />
      </Section>
      <Section title={words.anonymousTitle}>
        <p className="ballot-last">{words.anonymous}</p>
      </Section>
    </Page>
  );
}
