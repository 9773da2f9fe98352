import type { StandingPage as Page_ } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useMe } from '../../api/me.ts';
import { standingQuery } from '../../api/standings.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Page } from '../../parts/page.tsx';
import { SavedNotice } from '../../parts/saved-notice.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TraceDrawer } from '../../parts/trace/trace-drawer.tsx';
import { day } from '../../parts/words.ts';
import { Choices } from './choices.tsx';
import { Items } from './items.tsx';
import { Summary } from './summary.tsx';
import { words } from './words.ts';
import './standing.css';

const route = getRouteApi('/shell/organizations/$organization/standing');

/** One organization against one edition, as of a day; every point leads to its trace. */
export function StandingPage() {
  const { organization } = route.useParams();
  const { edition, asOf, evaluation } = route.useSearch();
  const query = useQuery({
    ...standingQuery(Number(organization), evaluation === undefined ? { edition, asOf } : { evaluation }),
    placeholderData: (before) => (before?.organization.id === Number(organization) ? before : undefined),
  });
  return (
    <Loaded query={query} what={words.fetching} rows={12}>
      {(page) => <Drawn page={page} />}
    </Loaded>
  );
}

function Drawn({ page }: { page: Page_ }) {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (next: Partial<typeof search>) =>
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true }),
    [navigate],
  );
  const id = page.organization.id;
  return (
    <Page
      title={words.title(page.organization.name)}
      lead={`${words.edited(page.edition.title, page.edition.revision)}；截至${day(page.asOf)}`}
      crumbs={
        me.can.includes('organization.read') ? (
          <Link to="/organizations/$organization" params={{ organization: String(id) }}>
            {words.file}
          </Link>
        ) : undefined
      }
      actions={
        page.can.includes('report') || page.can.includes('export') ? (
          <DownloadButton
            path={`/standings/${id}.docx`}
            query={
              search.evaluation === undefined
                ? { edition: page.edition.id, asOf: page.asOf }
                : { evaluation: search.evaluation }
            }
            fileName={words.wordName}
          >
            {words.word}
          </DownloadButton>
        ) : undefined
      }
    >
      {search.evaluation === undefined ? (
        <Choices
          edition={page.edition.id}
          title={page.edition.title}
          asOf={page.asOf}
          kind={page.organization.kind}
          onChange={change}
        />
      ) : (
        <SavedNotice
          edition={page.edition.title}
          asOf={page.asOf}
          knownAt={page.knownAt}
          onLeave={() => change({ evaluation: undefined })}
        />
      )}
      <Summary page={page} />
      <Items
        page={page}
        show={search.show}
        onShow={(show) => change({ show })}
        onOpen={(code, check) => change({ item: code, check })}
      />
      <TraceDrawer
        page={page}
        evaluation={search.evaluation}
        item={search.item}
        check={search.check}
        onCheck={(check) => change({ check })}
        onClose={() => change({ item: undefined, check: undefined })}
      />
    </Page>
  );
}
