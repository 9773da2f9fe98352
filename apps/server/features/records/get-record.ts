import type { RecordPage, RecordRegister } from '@hujian/contract';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { codesOf } from './kinds/activities.ts';
import { kindOf } from './kinds/kinds.ts';
import { mayWrite } from './may-write.ts';
import { prepareShowing, type RecordRow } from './record-row.ts';

type In = Context<{ register: RecordRegister; id: number }, unknown, unknown>;

/** A row of a register inside the actor's subtree; throws not-found. */
export async function getRow(context: Pick<In, 'trx' | 'params' | 'actor' | 'services'>): Promise<RecordRow> {
  const { trx, params, actor, services } = context;
  const kind = kindOf(params.register);
  const { rows } = await sql<RecordRow>`
    select * from ${sql.table(kind.table)} where id = ${params.id} and ${inCounty(actor)}`.execute(trx);
  const row = rows[0];
  if (!row || !isInside(row, actor)) throw problems.notFound(`这条${kind.title}记录`);
  if (params.register === 'activities' || params.register === 'trainings') {
    if (!codesOf(services, params.register).includes(String(row.kind)))
      throw problems.notFound(`这条${kind.title}记录`);
  }
  return row;
}

/** The primary key begins with the county; above the counties an actor's rows may lie in any. */
function inCounty({ scope }: Actor) {
  const one = scope !== null && scope.level !== 'city' && scope.level !== 'province';
  return one ? sql`county = ${scope.county}` : sql`true`;
}

/** Figures of superiors are readable for comparison, but they are not records of one's own. */
const isInside = (row: RecordRow, actor: Actor): boolean =>
  actor.scope !== null && row.path.startsWith(actor.scope.path);

/** One record with who attended it and the rows it was before. */
export async function getRecord(context: In): Promise<RecordPage> {
  const { trx, params, actor } = context;
  const kind = kindOf(params.register);
  const row = await getRow(context);
  const place = await getPlace(trx, row.organization, actor);
  return {
    record: kind.present(row as never, await prepareShowing(context, kind, [row])),
    organization: { id: place.id, name: place.name },
    attendance: kind.table === 'activity' ? await listAttendance(trx, row) : [],
    history: await listHistory(trx, kind.table, row),
    can: row.withdrawn_at === null && mayWrite(actor, params.register) ? ['record.write'] : [],
  };
}

async function listAttendance(trx: Trx, row: RecordRow): Promise<RecordPage['attendance']> {
  const present = await trx
    .selectFrom('attendance as a')
    .innerJoin('person as p', (join) =>
      join.onRef('p.county', '=', 'a.county').onRef('p.id', '=', 'a.person'),
    )
    .select(['p.id', 'p.name', 'a.hours'])
    .where('a.county', '=', row.county)
    .where('a.activity', '=', row.id)
    .where('a.withdrawn_at', 'is', null)
    .orderBy('p.id')
    .execute();
  return present.map(({ id, name, hours }) => ({ person: { id, name }, hours }));
}

/** Rows with the same key in the same organization: what it said before. */
async function listHistory(trx: Trx, table: string, row: RecordRow): Promise<RecordPage['history']> {
  const { rows } = await sql<RecordRow>`
    select id, entered_at, withdrawn_at, entered_by from ${sql.table(table)}
    where county = ${row.county} and organization = ${row.organization} and source_key = ${row.source_key}
    order by entered_at desc limit 50`.execute(trx);
  const whoIs = await findAccountNames(
    trx,
    rows.map((one) => one.entered_by),
  );
  return rows.map((one) => ({
    id: one.id,
    enteredAt: one.entered_at.toISOString(),
    withdrawnAt: one.withdrawn_at?.toISOString() ?? null,
    enteredBy: whoIs(one.entered_by),
  }));
}
