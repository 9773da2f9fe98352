import type { RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { roundQuery } from '../../api/rounds.ts';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { ResultTab } from '../results/result-tab.tsx';
import { ClassesTab } from '../uses/classes-tab.tsx';
import { DocumentsTab } from '../uses/documents-tab.tsx';
import { FollowUpsTab } from '../uses/follow-ups-tab.tsx';
import { FundsTab } from '../uses/funds-tab.tsx';
import { EntriesTab } from './entries/entries-tab.tsx';
import { PanelistsTab } from './panelists/panelists-tab.tsx';
import { PlanTab } from './plan-tab.tsx';
import { RoundActions } from './round-actions.tsx';
import { NextSteps, RoundLead } from './round-head.tsx';
import { SessionsTab } from './sessions/sessions-tab.tsx';
import { UnitsTab } from './units/units-tab.tsx';
import { VisitsTab } from './visits/visits-tab.tsx';
import { words } from './words.ts';
import './rounds.css';
import './round-form.css';
import './round-page.css';

const route = getRouteApi('/shell/rounds/$round');

type Tab = keyof typeof words.tabs;

const tabs: Record<Tab, ComponentType<{ round: RoundFull }>> = {
  plan: PlanTab,
  units: UnitsTab,
  panelists: PanelistsTab,
  visits: VisitsTab,
  sessions: SessionsTab,
  entries: EntriesTab,
  result: ResultTab,
  documents: DocumentsTab,
  funds: FundsTab,
  classes: ClassesTab,
  'follow-ups': FollowUpsTab,
};
const names = Object.keys(tabs) as Tab[];

/** One round from its plan to what follows from it. */
export function RoundPage() {
  const { round } = route.useParams();
  const query = useQuery(roundQuery(Number(round)));
  return (
    <Loaded query={query} what={words.fetchingOne} rows={12}>
      {(data) => <Drawn key={data.id} round={data} />}
    </Loaded>
  );
}

function Drawn({ round }: { round: RoundFull }) {
  const { tab } = route.useSearch();
  const chosen = names.find((name) => name === tab) ?? 'plan';
  const Chosen = tabs[chosen];
  return (
    <Page
      title={round.title}
      lead={<RoundLead round={round} />}
      needs="round.read"
      crumbs={<Link to="/rounds">{words.title}</Link>}
      actions={<RoundActions round={round} />}
    >
      <NextSteps round={round} />
      <Tabs chosen={chosen} />
      <Chosen round={round} />
    </Page>
  );
}

/** The parts of a round as plain links, so that each has an address. */
function Tabs({ chosen }: { chosen: Tab }) {
  return (
    <nav className="round-tabs" aria-label={words.title}>
      {names.map((name) => (
        <Link
          key={name}
          to="."
          search={{ tab: name === 'plan' ? undefined : name }}
          resetScroll={false}
          className={name === chosen ? 'round-tab round-tab-chosen' : 'round-tab'}
          {...(name === chosen ? { 'aria-current': 'page' as const } : {})}
        >
          {words.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
