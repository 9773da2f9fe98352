import { sql } from 'kysely';
import * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { loadActor } from '../../access/load-actor.ts';
import type { Trx } from '../../database/door.ts';
import { Problem } from '../../http/problem.ts';
import { dayOf, type Services } from '../../http/services.ts';
import { allowResults } from '../standings/locks.ts';
import { headerOf, readDraftEdition } from './draft-edition.ts';
import { getDraft, writeJson } from './drafts.ts';
import { rehearseEdition } from './rehearse-edition.ts';

export const rehearseTask = 'drafts.rehearse';

const payloadShape = z.object({
  rehearsal: z.number(),
  account: z.string(),
  assignment: z.number().nullable(),
});

/** Runs a rehearsal with the eyes of whoever asked for it. A process that is killed leaves it running for the next. */
export async function runRehearsal(services: Services, payload: unknown): Promise<void> {
  const job = payloadShape.parse(payload);
  const actor = await loadActor(services.door, job.account, job.assignment);
  if (!actor?.scope) return;
  const row = await services.door.asActor(actor, 'read', (trx) => findRunning(trx, job.rehearsal));
  if (!row) return;
  const tell = (change: Change) => tellChange(services, actor, row, change);
  try {
    const order = await services.door.asActor(actor, 'read', (trx) => prepare(trx, row, services));
    const enter = <Result>(work: (trx: Trx) => Promise<Result>) => services.door.asActor(actor, 'read', work);
    const result = await rehearseEdition(enter, order, (done, total) => tell({ done, total }));
    await tell({ state: 'done', result: writeJson(result) });
  } catch (thrown) {
    const refused = thrown instanceof Problem && thrown.status < 500;
    if (!refused)
      services.log(`试算 ${row.id} 没有完成：${thrown instanceof Error ? thrown.message : String(thrown)}`);
    const message = refused
      ? thrown.message
      : '试算没有完成。请稍后再试；如仍不成功，请告诉系统管理员查看日志。';
    await tell({ state: 'failed', message });
  }
}

const findRunning = (trx: Trx, id: number) =>
  trx
    .selectFrom('draft_rehearsal')
    .select(['county', 'id', 'draft', 'place', 'place_path', 'days'])
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
type Row = NonNullable<Awaited<ReturnType<typeof findRunning>>>;

async function prepare(trx: Trx, row: Row, services: Services) {
  const draft = await getDraft(trx, row.draft);
  const today = dayOf(services.now());
  const header = await headerOf(trx, draft, today);
  // As if it had been in force all the time: its numbers hold on the first day too.
  const early = { ...header, inForce: row.days[0] ?? header.inForce };
  const { edition, notes } = readDraftEdition(draft, early, services.vocabulary.vocabulary, 1);
  return { edition, notes, place: { id: row.place, path: row.place_path }, days: row.days, today };
}

interface Change {
  state?: 'done' | 'failed';
  done?: number;
  total?: number;
  message?: string;
  result?: string;
}

async function tellChange(services: Services, actor: Actor, row: Row, change: Change): Promise<void> {
  await services.door.asActor(actor, 'read', async (trx) => {
    await allowResults(trx);
    await trx
      .updateTable('draft_rehearsal')
      // two lanes tell how far they are at once: the later word may be the smaller
      .set(change.done === undefined ? change : { ...change, done: sql`greatest(done, ${change.done})` })
      .where('county', '=', row.county)
      .where('id', '=', row.id)
      .where('state', '=', 'running')
      .execute();
  });
}
