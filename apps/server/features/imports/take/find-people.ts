import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { PersonLookup } from '../column.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';

/**
 * Finds the persons that a sheet names: in the row's organization by name, told apart by identity number or birth
 * date; elsewhere in the actor's subtree only by identity number. Who is not found exactly once is a fault.
 */
export async function findPeople(
  trx: Trx,
  county: number,
  sheet: LoadedSheet,
  lookup: PersonLookup,
): Promise<void> {
  const { table } = sheet.stage;
  const into = sql.ref(lookup.into);
  const name = sql.ref(`i.${lookup.name}`);
  const identity = lookup.identity ? sql.ref(`i.${lookup.identity}_index`) : sql`null::bytea`;
  const birth = lookup.birth ? sql.ref(`i.${lookup.birth}`) : sql`null::date`;
  await sql`update ${table} s set ${into} = c.id from (
      select i.row, coalesce(min(p.id) filter (where p.identity_index = ${identity}), min(p.id)) as id
      from ${table} i
      join person p on p.county = ${county} and p.organization = i.organization and p.name = ${name}
        and p.withdrawn_at is null
        and (${identity} is null or p.identity_index is null or p.identity_index = ${identity})
        and (${birth} is null or p.birth_on is null or p.birth_on = ${birth})
      group by i.row
      having count(*) = 1 or count(*) filter (where p.identity_index = ${identity}) = 1
    ) c where c.row = s.row`.execute(trx);
  if (lookup.identity) {
    await sql`update ${table} s set ${into} = c.id from (
        select i.row, min(p.id) as id from ${table} i
        join person p on p.county = ${county} and p.identity_index = ${identity} and p.name = ${name}
          and p.withdrawn_at is null
        where i.${into} is null group by i.row having count(*) = 1
      ) c where c.row = s.row`.execute(trx);
  }
  await tellMissing(trx, county, sheet, lookup);
}

async function tellMissing(
  trx: Trx,
  county: number,
  sheet: LoadedSheet,
  lookup: PersonLookup,
): Promise<void> {
  const name = sql.ref(`i.${lookup.name}`);
  const { rows } = await sql<{ row: number; name: string; found: number }>`
    select i.row, ${name} as name, count(p.id) as found from ${sheet.stage.table} i
    left join person p on p.county = ${county} and p.organization = i.organization and p.name = ${name}
      and p.withdrawn_at is null
    where i.${sql.ref(lookup.into)} is null and ${name} is not null
    group by i.row, ${name} order by i.row`.execute(trx);
  for (const { row, name: who, found } of rows) {
    const message =
      Number(found) > 1
        ? `该组织名册中有 ${found} 个“${who}”，请填身份证号或出生日期加以区分`
        : Number(found) === 1
          ? `名册中“${who}”的身份证号或出生日期与此处不同，请核对`
          : `该组织的名册中没有“${who}”，请先导入党员名册`;
    sheet.fault(row, lookup.name, message);
  }
}
