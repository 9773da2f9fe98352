import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';

/** Compiles only; whoever has a connection runs what it gives. */
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export type Sql = RawBuilder<unknown>;

/** A named step of a statement; each reads at most one table of records. */
export interface Step {
  readonly name: string;
  readonly body: Sql;
  /** Kept as written: it is read more than once. */
  readonly materialized?: true;
}

export function compileSteps<Row>(steps: readonly Step[], select: Sql): CompiledQuery<Row> {
  const parts = steps.map(
    (step) => sql`${sql.raw(step.name)} as ${sql.raw(isKept(step) ? 'materialized ' : '')}(${step.body})`,
  );
  return sql<Row>`with recursive ${sql.join(parts, sql`,\n`)}\n${select}`.compile(compiler);
}

/** Facts are joined to every organization: without this the planner may compute them anew for each of them. */
const isKept = ({ name, materialized }: Step): boolean => materialized === true || name.endsWith('_fact');

export const day = (value: string): Sql => sql`${value}::date`;
export const texts = (values: readonly string[]): Sql => sql`${[...values]}::text[]`;
/** A table of questions handed over as one parameter. */
export const rows = (values: readonly object[], columns: string): Sql =>
  sql`select * from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as q(${sql.raw(columns)})`;
