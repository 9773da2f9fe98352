import type { roundParams, SessionRow } from '@hujian/contract';
import type * as z from 'zod';
import type { Actor } from '../../../access/actor.ts';
import { asSystemWithin, type Trx } from '../../../database/door.ts';
import type { Context } from '../../../http/route.ts';
import { getRound } from '../../rounds/rounds.ts';
import { listCan, type SessionRecord, selectSessions } from './get-session.ts';
import { listSeats, readSheets } from './read-sheets.ts';
import { sheetKey } from './tally-sheets.ts';

/** GET /rounds/:round/sessions, by their days. */
export async function listSessions({
  trx,
  actor,
  params,
}: Context<z.output<typeof roundParams>, unknown, unknown>): Promise<{ rows: SessionRow[] }> {
  const round = await getRound(trx, params.round);
  const sessions = await selectSessions(trx)
    .where('s.county', '=', round.county)
    .where('s.round', '=', round.id)
    .orderBy('s.held_on')
    .orderBy('s.id')
    .execute();
  return { rows: await presentSessions(trx, actor, sessions) };
}

/** With how many sheets are in: three statements for all of them. Only sums leave. */
export async function presentSessions(
  trx: Trx,
  actor: Actor,
  sessions: readonly SessionRecord[],
): Promise<SessionRow[]> {
  const county = sessions[0]?.county ?? 0;
  const { seats, sheets } = await asSystemWithin(
    trx,
    'how many sheets are in, not what they say',
    async () => {
      const of = await listSeats(trx, { county, sessions: sessions.map(({ id }) => id) });
      return { seats: of, sheets: await readSheets(trx, county, of) };
    },
  );
  return sessions.map((session) => {
    const own = seats.filter((seat) => seat.session === session.id);
    return {
      id: session.id,
      title: session.title,
      on: session.held_on,
      place: session.place,
      state: session.state,
      visits: new Set(own.map(({ visit }) => visit)).size,
      seats: own.length,
      submitted: own.filter(({ visit, panelist }) => sheets.get(sheetKey(visit, panelist))?.in).length,
      agenda: session.agenda,
      minutes: session.minutes,
      can: listCan(actor, session),
    };
  });
}
