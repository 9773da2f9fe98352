import type { Rehearsal, RehearsalResult, rehearsalBody, rehearsals } from '@hujian/contract';
import type * as z from 'zod';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getScope } from '../standings/find-scope.ts';
import { headerOf, readDraftEdition } from './draft-edition.ts';
import { getDraft } from './drafts.ts';
import { rehearsalDays } from './quarter-ends.ts';
import { rehearseTask } from './run-rehearsal.ts';

/** POST /drafts/:id/rehearsals: queues the scoring of a subtree under the draft as it is now. */
export async function startRehearsal(
  context: Context<{ id: number }, unknown, z.output<typeof rehearsalBody>>,
): Promise<Rehearsal> {
  const { trx, params, body, actor, services, today, note } = context;
  const row = await getDraft(trx, params.id);
  if (row.state === 'dropped') throw problems.conflict('这份草案已经放弃，不能试算。');
  const place = await getScope(trx, body.organization, actor.scope?.path);
  const days = [...new Set(body.days ?? rehearsalDays(today))].sort();
  if (days.some((day) => day > today))
    throw problems.badInput([{ path: 'days', message: '试算的日期不能晚于今天。' }]);
  // Refused at once rather than after a job.
  readDraftEdition(row, await headerOf(trx, row, today), services.vocabulary.vocabulary, 1);
  const { id } = await trx
    .insertInto('draft_rehearsal')
    .values({
      county: row.county,
      organization: row.organization,
      path: row.path,
      draft: row.id,
      version: row.version,
      place: place.id,
      place_path: place.path,
      days,
      state: 'running',
      total: days.length + 1,
      message: null,
      result: null,
      entered_by: actor.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const payload = { rehearsal: id, account: actor.account, assignment: actor.assignment };
  await services.jobs.add(trx, rehearseTask, payload, `${rehearseTask}/${id}`);
  note({
    object: `draft/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details: { rehearsal: id, place: place.id, days, version: row.version },
  });
  return getRehearsal(trx, row.id, id);
}

const selectRehearsals = (trx: Trx) =>
  trx
    .selectFrom('draft_rehearsal as r')
    .innerJoin('organization as o', 'o.id', 'r.place')
    .select(['r.id', 'r.place', 'o.name', 'r.days', 'r.version', 'r.state', 'r.done', 'r.total', 'r.message'])
    .select(['r.entered_by', 'r.entered_at']);
type Row = Awaited<ReturnType<ReturnType<typeof selectRehearsals>['execute']>>[number];

/** One rehearsal with its result, if it has one; throws not-found. */
export async function getRehearsal(trx: Trx, draft: number, id: number): Promise<Rehearsal> {
  const row = await selectRehearsals(trx)
    .select('r.result')
    .where('r.draft', '=', draft)
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!row) throw problems.notFound('这次试算');
  const whoIs = await findAccountNames(trx, [row.entered_by]);
  return { ...present(row, whoIs), result: row.result as RehearsalResult | null };
}

/** The draft's rehearsals, newest first. */
export async function listRehearsals(trx: Trx, draft: number): Promise<z.input<typeof rehearsals>> {
  await getDraft(trx, draft);
  const rows = await selectRehearsals(trx)
    .where('r.draft', '=', draft)
    .orderBy('r.id', 'desc')
    .limit(20)
    .execute();
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  return { rows: rows.map((row) => present(row, whoIs)) };
}

function present(row: Row, whoIs: (account: string) => string): Omit<Rehearsal, 'result'> {
  return {
    id: row.id,
    organization: { id: row.place, name: row.name },
    days: row.days,
    version: row.version,
    state: row.state,
    done: row.done,
    total: row.total,
    message: row.message,
    enteredBy: whoIs(row.entered_by),
    enteredAt: row.entered_at.toISOString(),
  };
}
