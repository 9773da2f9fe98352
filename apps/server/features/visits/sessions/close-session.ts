import type { closeSessionBody, SessionRow, sessionParams } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { asSystemWithin, type Trx } from '../../../database/door.ts';
import { Problem, problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { lockSessionAlone } from '../entries/lock-sessions.ts';
import { draftMinutes } from './draft-minutes.ts';
import { getManagedSession, getSession, noteOfSession, type SessionRecord } from './get-session.ts';
import { presentSessions } from './list-sessions.ts';
import { listSeats, readSheets, type SeatOfVisit } from './read-sheets.ts';
import { type Sheet, sheetKey } from './tally-sheets.ts';

type In = Context<z.output<typeof sessionParams>, unknown, z.output<typeof closeSessionBody>>;

/**
 * POST /sessions/:session/close: from now on everybody in scope sees what was put down, and what comes in later does not
 * count. It waits for those who are just putting something down, and they for it.
 */
export async function closeSession({ trx, actor, params, body, note }: In): Promise<SessionRow> {
  const seen = await getManagedSession(trx, actor, params.session);
  await lockSessionAlone(trx, seen.id);
  const session = await getManagedSession(trx, actor, params.session);
  requireOpen(session);
  const counts = await asSystemWithin(trx, 'a session reveals what panelists put down for it', async () => {
    const seats = await listSeats(trx, { county: session.county, sessions: [session.id] });
    const sheets = await readSheets(trx, session.county, seats);
    const out = countOut(seats, sheets);
    if (out > 0 && body.reason === undefined)
      throw new Problem(
        422,
        'sheets-out',
        `还有${out}份评议表没有交齐。请等手机同步后再结束；确实交不上的，请填写原因，这些表将不计入结果。`,
      );
    await closeNow(trx, session, {
      actor: actor.account,
      minutes: draftMinutes(session, seats, sheets, body.reason),
    });
    await reveal(trx, session);
    await holdVisits(trx, session, sheets);
    return { in: seats.length - out, out };
  });
  note(noteOfSession(session, { ...counts, ...(body.reason ? { reason: body.reason } : {}) }));
  const [row] = await presentSessions(trx, actor, [await getSession(trx, session.id)]);
  if (!row) throw problems.notFound('这场评议会');
  return row;
}

function requireOpen(session: SessionRecord): void {
  if (session.state === 'closed') throw problems.conflict('这场评议会已经结束，不必再次结束。');
  if (session.round_state !== 'published')
    throw problems.conflict('本轮活动的方案还没有发布或已经取消，不能结束评议会。');
}

const countOut = (seats: readonly SeatOfVisit[], sheets: ReadonlyMap<string, Sheet>): number =>
  seats.filter(({ visit, panelist }) => !sheets.get(sheetKey(visit, panelist))?.in).length;

/** By the database's clock, after the lock: whatever counts was received before. */
async function closeNow(
  trx: Trx,
  { county, id, minutes: written }: SessionRecord,
  { actor, minutes }: { actor: string; minutes: string },
): Promise<void> {
  await trx
    .updateTable('round_session')
    .set({
      state: 'closed',
      closed_by: actor,
      closed_at: sql<Date>`clock_timestamp()`,
      minutes: written === '' ? minutes : written,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

async function reveal(trx: Trx, { county, id }: SessionRecord): Promise<void> {
  for (const table of ['visit_entry', 'visit_file'] as const)
    await sql`update ${sql.table(table)} set revealed = true where county = ${county} and not revealed
      and visit in (select v.id from visit v where v.county = ${county} and v.session = ${id})`.execute(trx);
}

/** A visit of which a sheet is in took place. */
async function holdVisits(
  trx: Trx,
  { county, id }: SessionRecord,
  sheets: ReadonlyMap<string, Sheet>,
): Promise<void> {
  const held = [...sheets.values()].filter((sheet) => sheet.in).map(({ visit }) => visit);
  await sql`update visit set state = 'held' where county = ${county} and session = ${id} and state = 'planned'
    and id = any (${[...new Set(held)]}::bigint[])`.execute(trx);
}
