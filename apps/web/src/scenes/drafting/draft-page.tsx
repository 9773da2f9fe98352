import type { Draft } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { draftQuery } from '../../api/drafts.ts';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { CompareTab } from './compare-tab.tsx';
import { DraftActions, draftLead } from './draft-head.tsx';
import { EditionLink } from './edition-link.tsx';
import { ItemsTab } from './items/items-tab.tsx';
import { LintTab } from './lint-tab.tsx';
import { PublishTab } from './publish-tab.tsx';
import { RehearseTab } from './rehearse/rehearse-tab.tsx';
import { type Decisions, useDecisions } from './use-decisions.ts';
import { words } from './words.ts';
import { countsOf } from './work.ts';
import './drafting.css';

const route = getRouteApi('/shell/library/drafts/$draft');

export interface DraftTabProps {
  draft: Draft;
  decisions: Decisions;
  /** False: the draft is published or given up, or the actor may only look. */
  open: boolean;
}

const tabs = {
  items: ItemsTab,
  compare: CompareTab,
  lint: LintTab,
  rehearse: RehearseTab,
  publish: PublishTab,
} as const;
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

/** One draft: decided item by item, held against what was and what is in force, tried, published. */
export function DraftPage() {
  const { draft } = route.useParams();
  const query = useQuery(draftQuery(Number(draft)));
  return (
    <Loaded query={query} what={words.fetching} rows={12}>
      {(data) => <Drawn key={data.id} draft={data} />}
    </Loaded>
  );
}

function Drawn({ draft }: { draft: Draft }) {
  const { tab } = route.useSearch();
  const [decisions, saving] = useDecisions(draft.id);
  const chosen = names.find((name) => name === tab) ?? 'items';
  const Chosen = tabs[chosen];
  const open = draft.state === 'open' && draft.can.includes('draft.manage');
  return (
    <Page
      title={draft.work.title}
      lead={draftLead(draft)}
      crumbs={
        <>
          <Link to="/library">{words.library}</Link> / <Link to="/library/drafts">{words.title}</Link>
        </>
      }
      actions={<DraftActions draft={draft} decisions={decisions} open={open} />}
    >
      {draft.state === 'open' ? null : <Closed draft={draft} />}
      <DraftTabs chosen={chosen} undecided={countsOf(draft.work).open} saving={saving} />
      <Chosen draft={draft} decisions={decisions} open={open} />
    </Page>
  );
}

function Closed({ draft }: { draft: Draft }) {
  return (
    <Alert
      type="info"
      role="status"
      className="draft-closed"
      title={words.closed(words.states[draft.state])}
      action={draft.edition === null ? null : <EditionLink edition={draft.edition} />}
    />
  );
}

interface DraftTabsProps {
  chosen: Tab;
  undecided: number;
  saving: boolean;
}

/** The parts of a draft as plain links, so that each has an address. */
function DraftTabs({ chosen, undecided, saving }: DraftTabsProps) {
  return (
    <nav className="draft-tabs" aria-label={words.title}>
      {names.map((name) => (
        <Link
          key={name}
          to="."
          search={(before) => ({ ...before, tab: name === 'items' ? undefined : name })}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          className={name === chosen ? 'draft-tab draft-tab-chosen' : 'draft-tab'}
        >
          {words.tabs[name]}
          {name === 'items' && undecided > 0 ? <span className="draft-tab-count">{undecided}</span> : null}
        </Link>
      ))}
      <span className="faint draft-saving" role="status">
        {saving ? words.saving : ''}
      </span>
    </nav>
  );
}
