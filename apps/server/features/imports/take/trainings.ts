import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { SheetPlan } from '../column.ts';
import { LoadedSheet } from '../sheet/load-sheet.ts';
import { Stage } from '../sheet/stage.ts';
import { matchColumns } from '../sheet/staged-columns.ts';
import { activityRecord } from '../templates/activity-columns.ts';

const columns = [
  { key: 'organization', type: 'bigint' },
  { key: 'path', type: 'text' },
  { key: 'kind', type: 'text' },
  { key: 'title', type: 'text' },
  { key: 'happened_on', type: 'date' },
  { key: 'place', type: 'text' },
  { key: 'grade', type: 'text' },
  { key: 'concentrated', type: 'boolean' },
] as const;

/** What the trainings say beside that is left as it is recorded. */
const unsaid = [
  'theme',
  'tags',
  'stages',
  'way',
  'hours',
  'due_count',
  'attended_count',
  'complete',
] as const;
const unsaidType = (column: string) =>
  activityRecord.fields.find((field) => field.column === column)?.type ?? 'text';

/** The plan of the activities that the rows of persons add up to; no sheet of a file has it. */
const plan: SheetPlan = {
  name: '培训',
  title: '培训',
  columns: [
    { key: 'tags', title: '', kind: 'choices', empty: '{}' },
    { key: 'stages', title: '', kind: 'choices', empty: '{}' },
    { key: 'complete', title: '', kind: 'yes-no', empty: 'true' },
    { key: 'concentrated', title: '', kind: 'yes-no', empty: 'false' },
    { key: 'title', title: '', kind: 'text', empty: '' },
  ],
  record: activityRecord,
};

/** Adds rows of persons up to trainings: one for each organization, kind, day and name. */
export async function gatherTrainings(trx: Trx, sheet: LoadedSheet): Promise<LoadedSheet> {
  const extra = [
    ...unsaid.map((key) => ({ key, type: unsaidType(key) })),
    { key: 'party_group', type: 'bigint' as const },
    { key: 'host', type: 'bigint' as const },
    ...matchColumns,
  ];
  const stage = await Stage.create(trx, 'incoming_training', columns, extra);
  const from = sheet.stage.table;
  const group = sql`organization, path, kind, title, happened_on`;
  await sql`insert into ${stage.table} (row, ${group}, place, grade, concentrated)
    select min(row), ${group}, min(place), min(grade), bool_or(concentrated) from ${from} group by ${group}`.execute(
    trx,
  );
  await sql`update ${from} i set activity_row = t.row from ${stage.table} t
    where t.organization = i.organization and t.kind = i.kind and t.title = i.title
      and t.happened_on = i.happened_on`.execute(trx);
  await tellDiffering(trx, sheet, stage);
  await sql`analyze ${stage.table}`.execute(trx);
  for (const organization of sheet.stage.organizations) stage.organizations.add(organization);
  return new LoadedSheet(plan, sheet.part, stage);
}

async function tellDiffering(trx: Trx, sheet: LoadedSheet, stage: Stage): Promise<void> {
  const { rows } = await sql<{ row: number; first: number; key: string }>`
    select i.row, t.row as first,
      case when i.grade is distinct from t.grade then 'grade'
        when i.concentrated is distinct from t.concentrated then 'concentrated' else 'place' end as key
    from ${sheet.stage.table} i join ${stage.table} t on t.row = i.activity_row
    where i.grade is distinct from t.grade or i.concentrated is distinct from t.concentrated
      or i.place is distinct from t.place order by i.row`.execute(trx);
  for (const { row, first, key } of rows) {
    sheet.fault(row, key, `同一次培训的各行要写法一致：与第 ${first} 行所在的培训不同`);
  }
}
