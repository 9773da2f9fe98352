import type { ResultState } from '@hujian/contract';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import type { ResultStepTable } from '../../database/result-tables.ts';
import { problems } from '../../http/problem.ts';
import { isManager } from '../rounds/rounds.ts';

/** How far results have come, with their round and who holds it; packet and outcome, which hold every score, stay behind. */
export const selectHeads = (trx: Trx) =>
  trx
    .selectFrom('round_result as s')
    .innerJoin('round as r', (join) => join.onRef('r.county', '=', 's.county').onRef('r.id', '=', 's.round'))
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
    )
    .select(['s.id', 's.county', 's.organization', 's.path', 's.round', 's.state', 's.version', 's.sha256'])
    .select(['s.changed_at', 'r.title as round_title', 'o.name as holder']);
export type ResultHead = Awaited<ReturnType<ReturnType<typeof selectHeads>['execute']>>[number];

const selectResults = (trx: Trx) => selectHeads(trx).selectAll('s');
export type ResultRecord = Awaited<ReturnType<ReturnType<typeof selectResults>['execute']>>[number];

/** A result that the actor may see; throws not-found. */
export async function getResult(trx: Trx, id: number): Promise<ResultRecord> {
  const row = await selectResults(trx).where('s.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这份评议结果');
  return row;
}

export async function findRoundResult(trx: Trx, round: number): Promise<ResultRecord | undefined> {
  return selectResults(trx).where('s.round', '=', round).executeTakeFirst();
}

/** The result, of a round that the actor's own organization holds; throws not-found, forbidden, conflict. */
export async function getManaged(
  trx: Trx,
  actor: Actor,
  { result: id, version }: { result: number; version?: number | undefined },
): Promise<ResultRecord> {
  const row = await getResult(trx, id);
  if (!isManager(actor, row)) throw problems.forbidden('别的组织举办的活动的结果的办理');
  if (version !== undefined) requireVersion(row, version);
  return row;
}

export function requireVersion(row: ResultRecord, version: number): void {
  if (row.version !== version)
    throw problems.conflict('这份结果刚被别人或您在另一个窗口办理过，请刷新后再看、再办。');
}

/** Whether all of it is the actor's to see: it lies in the actor's subtree. Those below see their own part. */
export const isWhole = (actor: Actor, row: Pick<ResultRecord, 'path'>): boolean =>
  actor.scope !== null && row.path.startsWith(actor.scope.path);

const stateNames = {
  draft: '还在拟定',
  submitted: '已经报送上级，正在等审定',
  returned: '被上级退回，正在修改',
  accepted: '已经审定',
  noticed: '正在公示',
  objected: '有异议还没有答复',
  published: '已经公布',
} as const satisfies Record<ResultState, string>;

/** Throws a conflict that says where the result stands and what would have to come first. */
export function requireState(row: ResultRecord, states: readonly ResultState[], what: string): void {
  if (states.includes(row.state)) return;
  throw problems.conflict(`结果${stateNames[row.state]}，现在不能${what}。${hints[row.state]}`);
}

const hints = {
  draft: '请先报送上级审定。',
  submitted: '请等上级审定或退回。',
  returned: '请修改后重新报送。',
  accepted: '审定后的结果不能再改，请进行公示。',
  noticed: '公示期满、没有未答复的异议后可以公布。',
  objected: '请先答复全部异议。',
  published: '已公布的结果不再改动，有错误请另附更正。',
} as const satisfies Record<ResultState, string>;

type Changes = Partial<{
  packet: string;
  outcome: string;
  sha256: string;
  ranked: boolean;
  approver: number | null;
  approver_path: string | null;
}>;

/** Moves a result on, only if nobody was faster; throws conflict. */
export async function writeResult(
  trx: Trx,
  row: Pick<ResultHead, 'county' | 'id' | 'version'>,
  state: ResultState,
  changes: Changes = {},
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('round_result')
    .set({
      ...changes,
      state,
      version: row.version + 1,
      changed_at: sql<Date>`clock_timestamp()`,
      ...(state === 'published' ? { published_at: sql<Date>`clock_timestamp()` } : {}),
    })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problems.conflict('这份结果刚刚变了，请刷新后再试。');
}

export interface Step {
  step: ResultStepTable['step'];
  note?: string;
}

/** Who is not signed in: whoever objects. */
export const everybody = 'public';

/** A step that stays, with who took it on whose behalf, and the hash of the packet at that moment. */
export async function addStep(
  trx: Trx,
  row: Pick<ResultHead, 'county' | 'organization' | 'path' | 'id' | 'sha256'>,
  actor: Pick<Actor, 'account' | 'scope'>,
  { step, note = '' }: Step,
): Promise<void> {
  await trx
    .insertInto('result_step')
    .values({
      county: row.county,
      organization: row.organization,
      path: row.path,
      result: row.id,
      step,
      by_organization: actor.scope?.id ?? null,
      note,
      sha256: row.sha256,
      entered_by: actor.account || everybody,
    })
    .execute();
}

/** What every audit line of a result says of it. */
export const auditOf = (row: Omit<ResultHead, 'changed_at'>, details: Record<string, unknown> = {}) => ({
  object: `result/${row.id}`,
  county: row.county,
  organization: row.organization,
  path: row.path,
  details: { round: row.round, ...details },
});

export const countOpen = async (trx: Trx, row: Pick<ResultHead, 'county' | 'id'>): Promise<number> => {
  const { open } = await trx
    .selectFrom('objection')
    .select((of) => of.fn.countAll<number>().as('open'))
    .where('county', '=', row.county)
    .where('result', '=', row.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(open);
};

export async function requireAnswered(
  trx: Trx,
  row: Pick<ResultHead, 'county' | 'id'>,
  what: string,
): Promise<void> {
  const open = await countOpen(trx, row);
  if (open > 0) throw problems.conflict(`还有${open}件异议没有答复，现在不能${what}。请先逐件答复。`);
}
