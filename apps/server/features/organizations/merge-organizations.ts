import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { repointPeople } from '../records/repoint-people.ts';
import { closePlace } from './close-organization.ts';
import type { Place } from './get-place.ts';
import { movePlace } from './move-organization.ts';
import { tellLineage } from './span.ts';

/** The others close and go on in `into`: their children hang under it, their people move over on that day. */
export async function mergeInto(trx: Trx, into: Place, others: readonly Place[], on: string): Promise<void> {
  for (const other of others) {
    requireMerge(into, other);
    await moveChildren(trx, into, other, on);
    await endSeats(trx, other, on);
    await movePeople(trx, into, other, on);
    await closePlace(trx, other, on);
    await tellLineage(trx, into, other.id, on, 'merge');
  }
}

function requireMerge(into: Place, other: Place): void {
  const refuse = (message: string) => problems.badInput([{ path: 'others', message }], message);
  if (other.id === into.id) throw refuse('不能与自己合并。');
  if (other.county !== into.county) throw refuse('不能跨县合并组织。');
  if (other.level !== into.level || (other.form === 'group') !== (into.form === 'group'))
    throw refuse(`${other.name}与${into.name}不在同一层级，不能合并。`);
  if (into.path.startsWith(other.path)) throw refuse(`${other.name}是${into.name}的上级，不能并入下级。`);
}

async function moveChildren(trx: Trx, into: Place, other: Place, on: string): Promise<void> {
  const children = await trx
    .selectFrom('organization')
    .select(['county', 'id', 'path', 'parent', 'unit', 'code', 'name', 'form', 'kind', 'level'])
    .select(['founded_on', 'closed_on'])
    .where('county', '=', other.county)
    .where('parent', '=', other.id)
    .where('closed_on', 'is', null)
    .execute();
  for (const child of children) await movePlace(trx, child, into, on);
}

/** Posts end with the organization: each running seat is entered anew with its end. */
async function endSeats(trx: Trx, other: Place, on: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update seat set withdrawn_at = clock_timestamp()
    where county = ${other.county} and organization = ${other.id} and withdrawn_at is null and held_from < ${on}::date
      and (held_until is null or held_until > ${on}::date) returning id`.execute(trx);
  await sql`
    insert into seat (county, organization, path, person, post, held_from, held_until, source_key, batch, entered_by)
    select county, organization, path, person, post, held_from, ${on}::date, source_key, batch, entered_by
    from seat where county = ${other.county} and id = any (${rows.map((row) => row.id)}::bigint[])`.execute(
    trx,
  );
}

const same =
  sql.raw(`name, initials, sex, birth_on, education, identity_cipher, identity_index, phone_cipher, phone_index,
  applied_on, activist_on, candidate_on, admitted_on, full_on, floating, floating_since, floating_known_on, paired,
  lost_contact, post_duty, exempt_hours, source_key, batch, entered_by`);

/**
 * Whoever is on the roster leaves the old organization on that day and joins the new one. The old row is withdrawn and
 * entered anew with its end, so that what was known before stays as it was known.
 */
async function movePeople(trx: Trx, into: Place, other: Place, on: string): Promise<void> {
  const gone = await sql<{ id: number }>`
    update person set withdrawn_at = clock_timestamp()
    where county = ${other.county} and organization = ${other.id} and withdrawn_at is null and left_on is null
    returning id`.execute(trx);
  const ids = gone.rows.map((row) => row.id);
  if (ids.length === 0) return;
  const ended = await sql<{ id: number; source_key: string }>`
    insert into person (county, organization, path, joined_on, left_on, left_why, ${same})
    select county, organization, path, joined_on, greatest(joined_on, ${on}::date), 'transfer', ${same}
    from person where county = ${other.county} and id = any (${ids}::bigint[])
    returning id, source_key`.execute(trx);
  await sql`
    insert into person (county, organization, path, joined_on, ${same})
    select county, ${into.id}, ${into.path}, ${on}::date, ${same}
    from person where county = ${other.county} and id = any (${ids}::bigint[])
    on conflict (county, organization, source_key) where withdrawn_at is null do nothing`.execute(trx);
  const before = await sql<{ id: number; source_key: string }>`
    select id, source_key from person where county = ${other.county} and id = any (${ids}::bigint[])`.execute(
    trx,
  );
  const endedBy = new Map(ended.rows.map((row) => [row.source_key, row.id]));
  const pairs = before.rows.flatMap(({ id, source_key }) => {
    const to = endedBy.get(source_key);
    return to === undefined ? [] : [{ from: id, to }];
  });
  await repointPeople(trx, other.county, pairs);
}
