import type { Trx } from '../../database/door.ts';
import { type DrawRecord, findDraw } from '../rounds/find-draw.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import type { PanelPart } from './words.ts';

interface VisitFacts {
  id: number;
  organization: number;
  name: string;
  session: number;
  on: string;
  route: number;
  turn: number;
  state: 'planned' | 'held' | 'cancelled';
  reason: string | null;
  /** Names, the leader first. */
  seats: string[];
}

interface PanelistFacts {
  id: number;
  name: string;
  post: string;
  home: string;
  part: PanelPart;
  visits: number;
}

export interface SessionFacts {
  id: number;
  title: string;
  on: string;
  place: string;
  agenda: string[];
  minutes: string;
  state: 'open' | 'closed';
}

/** Who goes where and when, by day, route and turn. */
export interface Planned {
  visits: VisitFacts[];
  panelists: PanelistFacts[];
  sessions: SessionFacts[];
  draw: Pick<DrawRecord, 'commitment' | 'told_seed' | 'beacon'> | undefined;
}

export async function readPlanned(trx: Trx, round: RoundRecord): Promise<Planned> {
  const panelists = await listPanelists(trx, round);
  const visits = await listVisits(trx, round, panelists);
  const sat = new Map<number, number>();
  for (const { seats } of visits.seated) for (const id of seats) sat.set(id, (sat.get(id) ?? 0) + 1);
  return {
    visits: visits.rows,
    panelists: panelists.map((one) => ({ ...one, visits: sat.get(one.id) ?? 0 })),
    sessions: await listSessions(trx, round),
    draw: await findDraw(trx, round),
  };
}

async function listPanelists(trx: Trx, round: RoundRecord): Promise<Omit<PanelistFacts, 'visits'>[]> {
  const rows = await trx
    .selectFrom('round_panelist as p')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'p.county').onRef('o.id', '=', 'p.home'),
    )
    .select(['p.id', 'p.name', 'p.post', 'p.part', 'o.name as home'])
    .where('p.county', '=', round.county)
    .where('p.round', '=', round.id)
    .where('p.withdrawn_at', 'is', null)
    .orderBy('p.id')
    .execute();
  return rows
    .map((row) => ({ ...row, home: row.home ?? '' }))
    .toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || a.id - b.id);
}

const parts: readonly PanelPart[] = ['leader', 'panelist', 'recorder', 'liaison'];

async function listVisits(
  trx: Trx,
  round: RoundRecord,
  panelists: readonly { id: number; name: string }[],
): Promise<{ rows: VisitFacts[]; seated: { seats: number[] }[] }> {
  const rows = await trx
    .selectFrom('visit as v')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'v.county').onRef('o.id', '=', 'v.organization'),
    )
    .select(['v.id', 'v.organization', 'o.name', 'v.session', 'v.planned_on as on', 'v.route', 'v.turn'])
    .select(['v.state', 'v.reason'])
    .where('v.county', '=', round.county)
    .where('v.round', '=', round.id)
    .where('v.state', '!=', 'cancelled')
    .orderBy('v.planned_on')
    .orderBy('v.route')
    .orderBy('v.turn')
    .orderBy('v.id')
    .execute();
  const seats = await trx
    .selectFrom('visit_seat as s')
    .innerJoin('visit as v', (join) => join.onRef('v.county', '=', 's.county').onRef('v.id', '=', 's.visit'))
    .select(['s.visit', 's.panelist'])
    .where('v.county', '=', round.county)
    .where('v.round', '=', round.id)
    .where('v.state', '!=', 'cancelled')
    .execute();
  const place = new Map(panelists.map(({ id }, at) => [id, at]));
  const of = new Map<number, number[]>();
  for (const { visit, panelist } of seats) of.set(visit, [...(of.get(visit) ?? []), panelist]);
  const named = rows.map((row) => {
    const ids = (of.get(row.id) ?? []).filter((id) => place.has(id));
    ids.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    return { ...row, ids, seats: ids.map((id) => panelists[place.get(id) ?? 0]?.name ?? '') };
  });
  return { rows: named, seated: named.map(({ ids }) => ({ seats: ids })) };
}

async function listSessions(trx: Trx, round: RoundRecord): Promise<SessionFacts[]> {
  return trx
    .selectFrom('round_session')
    .select(['id', 'title', 'held_on as on', 'place', 'agenda', 'minutes', 'state'])
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .orderBy('held_on')
    .orderBy('id')
    .execute();
}
