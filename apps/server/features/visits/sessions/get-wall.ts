import { createHash } from 'node:crypto';
import type { sessionParams, Wall, wallQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { asSystemWithin, type Trx } from '../../../database/door.ts';
import { Problem } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { getSession, listCan, type SessionRecord } from './get-session.ts';
import { type MarkedVisit, readMarkedSheets } from './keep-sheets.ts';
import { presentWall } from './present-wall.ts';
import { listSeats } from './read-sheets.ts';

type In = Context<z.output<typeof sessionParams>, z.output<typeof wallQuery>, unknown>;

/**
 * GET /sessions/:session/wall. The screen asks it again and again: whether anything is new is one small statement out of
 * an index, and only then the sheets are read, of those visits alone for which something came in.
 */
export async function getWall({ trx, actor, params, query, services }: In): Promise<Wall> {
  const session = await getSession(trx, params.session);
  // Who is yet to hand in a sheet must not see where the others' lie.
  if (session.state === 'open' && !session.path.startsWith(actor.scope?.path ?? '-'))
    throw new Problem(
      403,
      'session-open',
      '评议会还没有结束，现场屏幕只能由组织单位打开；结束后，您可以在这里查看汇总。',
    );
  const can = listCan(actor, session);
  return asSystemWithin(trx, 'sums over sheets that nobody may see one by one', async () => {
    const visits = await markVisits(trx, session);
    const stamp = stampOf(session, visits);
    if (stamp === query.since) return unchanged(session, stamp, can);
    const seats = await listSeats(trx, { county: session.county, sessions: [session.id] });
    const sheets = await readMarkedSheets(services, trx, session.county, visits);
    return { ...unchanged(session, stamp, can), changed: true, ...presentWall(session, seats, sheets) };
  });
}

/** What stands on the screen whatever the sheets say. */
function unchanged(session: SessionRecord, stamp: string, can: string[]): Wall {
  return {
    session: {
      id: session.id,
      title: session.title,
      on: session.held_on,
      place: session.place,
      state: session.state,
      agenda: session.agenda,
    },
    round: { id: session.round, title: session.round_title, theme: session.theme },
    stamp,
    changed: false,
    sheets: { in: 0, out: 0 },
    units: [],
    items: [],
    practices: [],
    findings: [],
    can,
  };
}

/** The session's visits; a mark is another one whenever an entry came in, a seat or the visit changed. */
async function markVisits(trx: Trx, { county, id, state }: SessionRecord): Promise<MarkedVisit[]> {
  const { rows } = await sql<MarkedVisit>`
    select v.id as visit, concat_ws('/', v.session, ${state}::text, v.state, e.entries, e.latest, s.seats) as mark
    from visit v
    cross join lateral (select count(*) as entries, max(received_at) as latest
      from visit_entry where county = v.county and visit = v.id) e
    cross join lateral (select sum(s.panelist) + count(*) as seats from visit_seat s
      join round_panelist p on p.county = s.county and p.id = s.panelist and p.withdrawn_at is null
      where s.county = v.county and s.visit = v.id) s
    where v.county = ${county} and v.session = ${id}
    order by v.id`.execute(trx);
  return rows;
}

function stampOf(session: SessionRecord, visits: readonly MarkedVisit[]): string {
  const { title, place, agenda, round_title: round } = session;
  return createHash('sha256')
    .update(JSON.stringify([visits, title, place, agenda, session.state, round]))
    .digest('base64url')
    .slice(0, 22);
}
