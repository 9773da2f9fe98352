import type { correctBody, RecordRegister, RecordWritten, withdrawBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { countBurden } from '../burden/count-burden.ts';
import { getPlace, type Place } from '../organizations/get-place.ts';
import { refreshStanding } from '../standings/refresh-standing.ts';
import { getRow } from './get-record.ts';
import { insertRecord, parseBody } from './insert-record.ts';
import { kindOf } from './kinds/kinds.ts';
import { requireWrite } from './may-write.ts';
import { prepareShowing, type RecordRow } from './record-row.ts';
import { repointPeople } from './repoint-people.ts';

type OnRecord<Body> = Context<{ register: RecordRegister; id: number }, unknown, Body>;
type Any = Pick<Context<unknown, unknown, unknown>, 'trx' | 'services' | 'today'>;

/** POST /organizations/:id/records/:register */
export async function createRecord(
  context: Context<{ id: number; register: RecordRegister }, unknown, unknown>,
): Promise<RecordWritten> {
  const { trx, params, actor, note } = context;
  requireWrite(actor, params.register);
  const place = await getPlace(trx, params.id, actor);
  const body = parseBody(params.register, context.body);
  requireOpen(
    place,
    String(kindOf(params.register).toColumns(body as never, context.services)[kindOf(params.register).day]),
  );
  const row = await insertRecord(context, params.register, place, body);
  await countBurden(trx, place, context.today, { fields: countFields(context.body) });
  note({
    object: `${params.register}/${row.id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
  });
  return answer(context, params.register, place, row);
}

/** POST /records/:register/:id/withdraw : the row stays, but counts no more from this moment. */
export async function withdrawRecord(
  context: OnRecord<z.output<typeof withdrawBody>>,
): Promise<RecordWritten> {
  const { trx, params, actor, body, note } = context;
  requireWrite(actor, params.register);
  const row = await getRow(context);
  const place = await getPlace(trx, row.organization, actor);
  if (params.register === 'roster') await requireUnused(trx, row);
  const withdrawn = await withdrawRow(trx, params.register, row);
  note({
    object: `${params.register}/${row.id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { reason: body.reason },
  });
  return answer(context, params.register, place, withdrawn);
}

/** POST /records/:register/:id/correct : the old row is withdrawn, a new one entered; both stay. */
export async function correctRecord(context: OnRecord<z.output<typeof correctBody>>): Promise<RecordWritten> {
  const { trx, params, actor, body, note } = context;
  requireWrite(actor, params.register);
  const fresh = parseBody(params.register, body.record);
  const row = await getRow(context);
  const place = await getPlace(trx, row.organization, actor);
  await withdrawRow(trx, params.register, row);
  const entered = await insertRecord(context, params.register, place, await keepSealed(context, row, fresh));
  if (params.register === 'roster')
    await repointPeople(trx, place.county, [{ from: row.id, to: entered.id }]);
  else if (isActivity(params.register) && !('attendance' in body.record))
    await carryAttendance(trx, row, entered);
  await countBurden(trx, place, context.today, { fields: countFields(body.record) });
  note({
    object: `${params.register}/${entered.id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { reason: body.reason, corrects: row.id },
  });
  return answer(context, params.register, place, entered);
}

const isActivity = (register: RecordRegister): boolean =>
  register === 'activities' || register === 'trainings';

async function withdrawRow(trx: Trx, register: RecordRegister, row: RecordRow): Promise<RecordRow> {
  const { table } = kindOf(register);
  const { rows } = await sql<RecordRow>`
    update ${sql.table(table)} set withdrawn_at = clock_timestamp()
    where county = ${row.county} and id = ${row.id} and withdrawn_at is null returning *`.execute(trx);
  const withdrawn = rows[0];
  if (!withdrawn) throw problems.conflict('这条记录已经撤回或更正过，请刷新页面，在最新的一条上操作。');
  if (table === 'activity') {
    await trx
      .updateTable('attendance')
      .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
      .where('county', '=', row.county)
      .where('activity', '=', row.id)
      .where('withdrawn_at', 'is', null)
      .execute();
  }
  return withdrawn;
}

/** A correction that says nothing about who attended keeps who did. */
async function carryAttendance(trx: Trx, from: RecordRow, to: RecordRow): Promise<void> {
  await sql`
    insert into attendance (county, activity, person, organization, path, happened_on, kind, grade, concentrated, hours)
    select a.county, ${to.id}, a.person, a.organization, a.path, ${to.happened_on}::date, ${to.kind}, ${to.grade},
           ${to.concentrated}::boolean, case when a.hours = ${from.hours}::numeric then ${to.hours}::numeric else a.hours end
    from attendance a join activity old on old.county = a.county and old.id = a.activity
    where a.county = ${from.county} and a.activity = ${from.id} and a.withdrawn_at >= old.withdrawn_at`.execute(
    trx,
  );
}

/** The screen shows identity number and telephone masked: a correction that leaves them out keeps them. */
async function keepSealed(
  { services, params }: OnRecord<unknown>,
  row: RecordRow,
  fresh: ReturnType<typeof parseBody>,
): Promise<ReturnType<typeof parseBody>> {
  if (params.register !== 'roster' || !('joinedOn' in fresh)) return fresh;
  const open = (cipher: unknown) => (Buffer.isBuffer(cipher) ? services.sealed.open(cipher) : undefined);
  const identity = fresh.identity ?? open(row.identity_cipher);
  const phone = fresh.phone ?? open(row.phone_cipher);
  const birthOn = fresh.birthOn === undefined ? (row.birth_on as string | null) : fresh.birthOn;
  return { ...fresh, birthOn, ...(identity ? { identity } : {}), ...(phone ? { phone } : {}) };
}

/** A person whom other records point at is not withdrawn but corrected, or left. */
async function requireUnused(trx: Trx, row: RecordRow): Promise<void> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from seat where county = ${row.county} and person = ${row.id} and withdrawn_at is null)
        or exists (select from attendance where county = ${row.county} and person = ${row.id} and withdrawn_at is null)
        or exists (select from activity where county = ${row.county} and host = ${row.id} and withdrawn_at is null)
      as used`.execute(trx);
  if (rows[0]?.used)
    throw problems.conflict('此人还有任职、主持或参加活动的记录，不能撤回。离开本组织的，请更正“离开日期”。');
}

function requireOpen(place: Place, day: string): void {
  if (place.closed_on && day >= place.closed_on)
    throw problems.conflict(`${place.name}已于${place.closed_on}撤销，不能再录入其后的记录。`);
}

async function answer(
  context: Any,
  register: RecordRegister,
  place: Place,
  row: RecordRow,
): Promise<RecordWritten> {
  const { trx, today } = context;
  const kind = kindOf(register);
  const unit = place.unit ?? place.id;
  return {
    record: kind.present(row as never, await prepareShowing(context, kind, [row])),
    standing: await refreshStanding(trx, { county: place.county, unit }, today),
  };
}

/** What was actually asked of the person: fields that were filled in. */
function countFields(body: unknown): number {
  if (body === null || typeof body !== 'object') return 0;
  return Object.values(body).filter((value) => value !== null && value !== '' && value !== undefined).length;
}
