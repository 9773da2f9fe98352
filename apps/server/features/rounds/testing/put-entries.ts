import { createHash, randomUUID } from 'node:crypto';
import { type EntryBody, entryText, type VisitEntry } from '@hujian/contract';
import { sql } from 'kysely';
import type { TestServer } from '../../../../../tests/support/server.ts';
import type { Trx } from '../../../database/door.ts';
import type { RoundPut, Seated, SeatedVisit } from './put-round.ts';
import type { Scoring } from './scoring.ts';

/** Every seat's sheet, filled in and handed in; `revealed`: the session has been closed since. */
export function putEntries(
  server: TestServer,
  put: RoundPut,
  score: Scoring,
  revealed: boolean,
): Promise<void> {
  return server.services.door.asSystem('a test fills sheets in', async (trx) => {
    for (const [v, visit] of put.visits.entries()) {
      for (const seat of visit.seats) {
        const p = put.panelists.findIndex(({ panelist }) => panelist === seat.panelist);
        const bodies: [string, string | null, EntryBody][] = [
          ...put.items.map(({ code }): [string, string, EntryBody] => [
            `score/${code}`,
            code,
            { kind: 'score', score: score(v, p, code), agrees: null, note: '' },
          ]),
          ['submit', null, { kind: 'submit', done: true }],
        ];
        const rows = bodies.map(([field, item, body], at) =>
          entryRow({ put, visit, seat, revealed }, { field, item, body, clock: at + 1 }),
        );
        await trx.insertInto('visit_entry').values(rows).execute();
      }
    }
    if (revealed) await closeAfter(trx, put);
  });
}

/** What comes in after a session was closed does not count: it is closed after all that was put in so far. */
export async function closeAfter(trx: Trx, { session }: Pick<RoundPut, 'session'>): Promise<void> {
  await trx
    .updateTable('round_session')
    .set({ closed_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', session)
    .execute();
}

/** A row of visit_entry as the program keeps what a phone sent. */
export function entryRow(
  { put, visit, seat, revealed }: { put: RoundPut; visit: SeatedVisit; seat: Seated; revealed: boolean },
  of: Pick<VisitEntry, 'field' | 'item' | 'body' | 'clock'>,
) {
  const madeAt = new Date('2026-11-18T02:00:00Z');
  const entry: VisitEntry = {
    ...of,
    id: randomUUID(),
    visit: visit.id,
    device: `phone-${seat.panelist}`,
    version: 2,
    madeAt: madeAt.toISOString(),
  };
  return {
    county: visit.village.county,
    id: entry.id,
    organization: visit.village.id,
    path: visit.village.path,
    round: put.round,
    session: put.session,
    visit: visit.id,
    panelist: seat.panelist,
    account: seat.account,
    kind: entry.body.kind,
    field: entry.field,
    item: entry.item,
    score: entry.body.kind === 'score' ? entry.body.score : null,
    body: JSON.stringify(entry.body),
    clock: entry.clock,
    device: entry.device,
    version: entry.version,
    made_at: madeAt,
    sha256: createHash('sha256').update(entryText(entry)).digest('hex'),
    revealed,
  };
}
