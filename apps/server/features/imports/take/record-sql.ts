import { type RawBuilder, sql } from 'kysely';
import type { RecordField, RecordPlan, SheetPlan } from '../column.ts';
import type { Header } from '../sheet/find-header.ts';

/**
 * The columns of a key as one text, so that empty equals empty and the join can be hashed. Columns that are not `there`
 * count as empty.
 */
export const keyText = (
  alias: string,
  columns: readonly string[],
  there: (column: string) => boolean = () => true,
): RawBuilder<string> =>
  sql`${sql.join(
    columns.map((column) =>
      there(column) ? sql`coalesce(${sql.ref(`${alias}.${column}`)}::text, '')` : sql`''`,
    ),
    sql` || chr(31) || `,
  )}`;

export const recordTable = (plan: RecordPlan): RawBuilder<unknown> => sql.table(plan.table);

const staged = (field: RecordField): RawBuilder<unknown> => sql.ref(`i.${field.from ?? field.column}`);
const kept = (field: RecordField): RawBuilder<unknown> => sql.ref(`t.${field.column}`);

/** Which fields the sheet states; where it does not, an empty value leaves what is recorded. */
export type States = (field: RecordField) => boolean;

export function statesOf(plan: SheetPlan, header: Header | undefined): States {
  const stated = new Set<string>(plan.derived?.map(({ key }) => key));
  for (const { key, kind } of plan.columns) {
    if (!header?.at.has(key)) continue;
    stated.add(kind === 'identity' || kind === 'phone' ? `${key}_index` : key);
  }
  for (const { name, into } of plan.people ?? []) if (stated.has(name)) stated.add(into);
  return (field) => !field.keepWhenEmpty && stated.has(field.from ?? field.column);
}

/** True where the staged row i says the same as the record t. Ciphers differ each time; their indexes speak for them. */
export function saysTheSame(record: RecordPlan, states: States): RawBuilder<boolean> {
  const terms = record.fields
    .filter(({ column }) => !column.endsWith('_cipher') && column !== 'initials')
    .map((field) =>
      states(field)
        ? sql`${staged(field)} is not distinct from ${kept(field)}`
        : sql`(${staged(field)} is null or ${staged(field)} is not distinct from ${kept(field)})`,
    );
  return sql`(${sql.join(terms, sql` and `)})`;
}

/** The value that a record takes beside its organization, for one field. */
export type ValueFor = (field: RecordField) => RawBuilder<unknown>;

/** What empty means. */
function emptyOf(plan: SheetPlan, field: RecordField): RawBuilder<unknown> {
  const empty = plan.columns.find(({ key }) => key === (field.from ?? field.column))?.empty;
  const value = empty === undefined ? sql`null` : sql.lit(empty);
  return sql`${value}::${sql.raw(field.type)}`;
}

/** From the sheet, else from the record it corrects, else what empty means. */
export const anyValue =
  (plan: SheetPlan, states: States): ValueFor =>
  (field) =>
    states(field)
      ? sql`coalesce(${staged(field)}, ${emptyOf(plan, field)})`
      : sql`coalesce(${staged(field)}, ${kept(field)}, ${emptyOf(plan, field)})`;

/** Of a record that corrects none: from the staged columns that are `filled`, else what empty means. */
export const freshValue =
  (plan: SheetPlan, filled: readonly string[]): ValueFor =>
  (field) =>
    filled.includes(field.from ?? field.column)
      ? sql`coalesce(${staged(field)}, ${emptyOf(plan, field)})`
      : emptyOf(plan, field);

/** The source key that a typed record would have (features/records/source-key.ts): one live row for each. */
export function sourceKeyOf(record: RecordPlan, valueFor: ValueFor): RawBuilder<string> {
  const part = (column: string): RawBuilder<unknown> => {
    const field = record.fields.find((one) => one.column === column);
    if (!field) throw new Error(`${record.table} has no field ${column} for its source key`);
    return valueFor(field);
  };
  const joined = (columns: readonly string[]): RawBuilder<string> =>
    sql`${sql.join(
      columns.map((column) => sql`coalesce((${part(column)})::text, '')`),
      sql` || '|' || `,
    )}`;
  if (record.table !== 'person') return joined(record.sourceKey);
  const identity = part('identity_index');
  return sql`case when ${identity} is not null then 'identity|' || encode(${identity}, 'hex')
    else 'name|' || ${joined(['name', 'birth_on'])} end`;
}
