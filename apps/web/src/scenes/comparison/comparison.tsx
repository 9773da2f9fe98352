import type { ComparisonView } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { comparisonQuery, standingQuery } from '../../api/standings.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded, Loading } from '../../parts/states.tsx';
import { TraceDrawer } from '../../parts/trace/trace-drawer.tsx';
import { day } from '../../parts/words.ts';
import { Actions } from './actions.tsx';
import { Bands } from './bands.tsx';
import { Choices } from './choices.tsx';
import { HeatTable } from './heat-table.tsx';
import { Legend } from './legend.tsx';
import { words } from './words.ts';
import './comparison.css';

const Charts = lazy(() => import('./charts.tsx'));
const route = getRouteApi('/shell/comparison');

/** Items × organizations, bands and charts: what neighbours can learn from each other, without places. */
export function ComparisonPage() {
  const { scope, edition, by, asOf, evaluation } = route.useSearch();
  const query = useQuery({
    ...comparisonQuery(evaluation === undefined ? { scope, edition, by, asOf } : { scope, by, evaluation }),
    placeholderData: (before) => before,
  });
  return (
    <Loaded query={query} what={words.fetching} rows={14}>
      {(view) => <Drawn view={view} />}
    </Loaded>
  );
}

function Drawn({ view }: { view: ComparisonView }) {
  const [band, setBand] = useState<string | null>(null);
  const rows = band === null ? view.rows : view.rows.filter((row) => row.band === band);
  return (
    <Page
      title={words.title}
      lead={words.lead(view.scope.name, view.edition.title, day(view.asOf))}
      actions={<Actions view={view} />}
    >
      <Choices view={view} />
      {view.rows.length === 0 ? (
        <Nothing by={view.by} />
      ) : (
        <>
          <Bands view={view} chosen={band} onChoose={setBand} />
          <Section
            title={words.heat}
            extra={
              <span className="faint">{`${words.order}${words.rowHidden(rows.length, view.rows.length)}。${words.heatLead}`}</span>
            }
            flush
          >
            <Legend by={view.by} />
            <Heat view={view} rows={rows} />
          </Section>
          <Section title={words.charts}>
            <Suspense fallback={<Loading what={words.chartsFetching} rows={6} />}>
              <Charts view={view} />
            </Suspense>
          </Section>
        </>
      )}
    </Page>
  );
}

/** Schools and companies stand directly under the county: a sum by townships has nothing to say of them. */
function Nothing({ by }: { by: ComparisonView['by'] }) {
  return by === 'township' ? (
    <Empty title={words.noneInTownships}>{words.noneInTownshipsLead}</Empty>
  ) : (
    <Empty title={words.none}>{words.noneLead}</Empty>
  );
}

/** The table, and the trace of the cell that was opened; both stand in the address. */
function Heat({ view, rows }: { view: ComparisonView; rows: ComparisonView['rows'] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [check, setCheck] = useState<string>();
  const { organization: chosen, evaluation } = search;
  const standing = useQuery({
    ...standingQuery(
      chosen ?? 0,
      evaluation === undefined ? { edition: view.edition.id, asOf: view.asOf } : { evaluation },
    ),
    enabled: chosen !== undefined,
  });
  const open = (organization: number, item: string) => {
    if (view.by === 'township') {
      void navigate({ search: (before) => ({ ...before, scope: organization, by: 'village' }) });
      return;
    }
    setCheck(undefined);
    void navigate({
      search: (before) => ({ ...before, organization, item }),
      replace: true,
      resetScroll: false,
    });
  };
  const close = () =>
    void navigate({
      search: (before) => ({ ...before, organization: undefined, item: undefined }),
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <HeatTable view={view} rows={rows} onOpen={open} />
      <TraceDrawer
        page={chosen === undefined ? undefined : standing.data}
        error={standing.error}
        evaluation={evaluation}
        item={chosen === undefined ? undefined : search.item}
        check={check}
        onCheck={setCheck}
        onClose={close}
      />
    </>
  );
}
