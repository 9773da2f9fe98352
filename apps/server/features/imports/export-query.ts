import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from '../standings/find-scope.ts';
import type { ImportColumn, SheetPlan, Template } from './column.ts';
import { attendanceSheet } from './templates/activities.ts';

type Rows = RawBuilder<Record<string, unknown>>;

/** The rows of one sheet as its columns name them; one query a sheet, whatever the number of organizations. */
export function exportQuery(template: Template, plan: SheetPlan, { path }: Scoped, most: number): Rows {
  const inside = (alias: string) =>
    sql`${sql.ref(`${alias}.path`)} >= ${path} and ${sql.ref(`${alias}.path`)} < ${`${path}~`}`;
  if (plan === attendanceSheet) return attendance(inside('a'), most);
  if (template.name === 'trainings' && !plan.record) return trainings(inside('t'), most);
  if (!plan.record) return organizations(inside('t'), most);
  const values = plan.columns.map((column) => sql`${cellValue(plan, column)} as ${sql.ref(column.key)}`);
  return sql`select ${sql.join(values)} from ${sql.table(plan.record.table)} t
    join organization o on o.county = t.county and o.id = t.organization
    left join organization g on g.county = t.county and g.id = ${has(plan, 'party_group') ? sql`t.party_group` : sql`null`}
    left join person p on p.county = t.county and p.id = ${personOf(plan)}
    where t.withdrawn_at is null and ${inside('t')} and ${ofPlan(plan)}
    order by o.code, t.id limit ${most + 1}`;
}

const has = (plan: SheetPlan, key: string): boolean => plan.columns.some((column) => column.key === key);

const personOf = (plan: SheetPlan): RawBuilder<unknown> => {
  const into = plan.people?.[0]?.into;
  return into ? sql.ref(`t.${into}`) : sql`null`;
};

/** Activities and trainings share a table; each export holds its own kinds. */
function ofPlan({ record, columns }: SheetPlan): RawBuilder<unknown> {
  const kinds = record?.table === 'activity' ? columns.find(({ key }) => key === 'kind')?.choices : undefined;
  return kinds ? sql`t.kind = any (${kinds.map(({ code }) => code)}::text[])` : sql`true`;
}

function cellValue({ record }: SheetPlan, { key, kind }: ImportColumn): RawBuilder<unknown> {
  const own = record?.table === 'person' ? 't' : 'p';
  if (kind === 'organization') return sql`o.code`;
  if (kind === 'record') return sql`t.id`;
  if (kind === 'group') return sql`g.name`;
  // secrets leave the program only one by one, with a reason; here it only shows that there is one
  if (kind === 'identity' || kind === 'phone') {
    return sql`case when ${sql.ref(`${own}.${key}_index`)} is not null then '******' end`;
  }
  if (key === 'person_name' || key === 'host_name') return sql`p.name`;
  if (key === 'number' && record?.table === 'activity') return sql`t.id::text`;
  if (key === 'birth_on') return sql.ref(`${own}.birth_on`);
  return sql.ref(`t.${key}`);
}

const attendance = (inside: RawBuilder<unknown>, most: number): Rows =>
  sql`select o.code as organization, a.id::text as number, p.name as person_name, p.birth_on, x.hours,
      case when p.identity_index is not null then '******' end as identity
    from activity a join attendance x on x.county = a.county and x.activity = a.id and x.withdrawn_at is null
    join person p on p.county = x.county and p.id = x.person
    join organization o on o.county = a.county and o.id = a.organization
    where a.withdrawn_at is null and ${inside} and x.kind not in ('training', 'study', 'distance-education')
    order by o.code, a.id, p.id limit ${most + 1}`;

const trainings = (inside: RawBuilder<unknown>, most: number): Rows =>
  sql`select o.code as organization, p.name as person_name, p.birth_on, t.kind, t.happened_on, t.title, x.hours,
      t.grade, t.concentrated, t.place, case when p.identity_index is not null then '******' end as identity
    from activity t join attendance x on x.county = t.county and x.activity = t.id and x.withdrawn_at is null
    join person p on p.county = x.county and p.id = x.person
    join organization o on o.county = t.county and o.id = t.organization
    where t.withdrawn_at is null and ${inside} and t.kind in ('training', 'study', 'distance-education')
    order by o.code, t.id, p.id limit ${most + 1}`;

const organizations = (inside: RawBuilder<unknown>, most: number): Rows =>
  sql`select t.code, t.name, u.code as parent, t.form, t.kind, t.level, t.founded_on
    from organization t left join organization u on u.id = t.parent
    where ${inside} and t.level in ('township', 'village', 'group') and t.closed_on is null
    order by t.path limit ${most + 1}`;
