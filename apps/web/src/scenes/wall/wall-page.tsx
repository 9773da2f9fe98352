import type { Wall } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { wallQuery } from '../../api/sessions.ts';
import { Denied, Failure, Loading } from '../../parts/states.tsx';
import { AgendaView } from './agenda-view.tsx';
import { SaidView } from './said-view.tsx';
import { SpreadView } from './spread-view.tsx';
import { usePages } from './use-pages.ts';
import { WallFoot } from './wall-foot.tsx';
import { WallHead } from './wall-head.tsx';
import { type View, words } from './words.ts';
import './wall.css';

const route = getRouteApi('/sessions/$session/wall');

/** The evening meeting on the wall: sheets as they come in, medians and spread, never a panelist's name. */
export function WallPage() {
  const { session } = route.useParams();
  const me = useMe();
  const allowed = me.can.includes('round.read');
  const query = useQuery({ ...wallQuery(Number(session)), enabled: allowed });
  if (!allowed) return <Denied />;
  if (query.data === undefined) {
    return (
      <main className="wall-state">
        {query.error === null ? (
          <Loading what={words.fetching} rows={6} />
        ) : (
          <Failure error={query.error} retry={() => void query.refetch()} />
        )}
      </main>
    );
  }
  return <Board wall={query.data} lostAt={query.error === null ? null : query.dataUpdatedAt} />;
}

function Board({ wall, lostAt }: { wall: Wall; lostAt: number | null }) {
  const [view, setView] = useState<View>('units');
  const pages = usePages(countOf(wall, view), view);
  const { from, until } = pages;
  return (
    <main className="wall">
      <title>{`${wall.session.title} · ${words.title}`}</title>
      <WallHead wall={wall} lostAt={lostAt} />
      <div className="wall-body">
        {view === 'units' ? (
          <SpreadView
            none={words.unitsNone}
            rows={wall.units.slice(from, until).map((unit) => ({
              key: unit.visit,
              name: unit.organization.name,
              note: words.of(unit.in, unit.of),
              full: unit.in >= unit.of,
              // Below three sheets nothing is told, which must not read as none.
              more: unit.median === null ? null : words.counts(unit.findings, unit.practices),
              median: unit.median,
              low: unit.low,
              high: unit.high,
            }))}
          />
        ) : null}
        {view === 'items' ? (
          <SpreadView
            none={words.itemsNone}
            rows={wall.items.slice(from, until).map((item) => ({
              key: item.code,
              name: `${item.number} ${item.title}`,
              note: `${item.scores}${words.sheets}`,
              full: null,
              more: null,
              median: item.median,
              low: item.low,
              high: item.high,
            }))}
          />
        ) : null}
        {view === 'said' ? <SaidView wall={wall} from={from} until={until} /> : null}
        {view === 'agenda' ? <AgendaView lines={wall.session.agenda} /> : null}
      </div>
      <WallFoot view={view} onView={setView} pages={pages} />
    </main>
  );
}

/** How many rows a view has; the two columns of what was said turn together. */
function countOf(wall: Wall, view: View): number {
  if (view === 'units') return wall.units.length;
  if (view === 'items') return wall.items.length;
  if (view === 'said') return Math.max(wall.practices.length, wall.findings.length);
  return 1;
}
