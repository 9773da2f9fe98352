import {
  compileEvaluation,
  type FactsRow,
  judge,
  type OrganizationFacts,
  type Standing,
} from '@hujian/engine';
import { type CompiledQuery, type QueryResult, sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { keptMark } from '../../database/keep-statements.ts';
import type { LoadedEdition } from './editions.ts';
import { listLocals } from './list-locals.ts';
import { makePlan } from './make-plan.ts';
import { seePredecessors } from './see-predecessors.ts';
import { getVocabulary } from './vocabulary.ts';

/** What is to be judged: a subtree, or some organizations of it, as of a day, by what was entered until a moment. */
export interface EvaluationRequest {
  edition: LoadedEdition;
  asOf: string;
  knownAt: Date;
  scopePath: string;
  /** Judged organizations (units) inside the scope; absent: all that the edition applies to. */
  units?: readonly number[];
}

export interface Judged {
  county: number;
  standing: Standing;
}

/** How many organizations are read off a cursor at a time. */
const atOnce = 200;
/** Up to so many places the answer is held as a whole: the database runs a cursor's statement on one core only. */
const heldAtOnce = 5000;

/** Standings as they are computed. One statement, however many organizations; memory is bounded by a cursor. */
export async function* evaluate(trx: Trx, request: EvaluationRequest): AsyncGenerator<Judged[]> {
  const { edition, asOf, scopePath, units } = request;
  const knownAt = request.knownAt.toISOString();
  const locals = await listLocals(trx, scopePath, edition.standard);
  const plan = makePlan(edition, asOf, locals);
  const [only] = units ?? [];
  const one = units?.length === 1 && only !== undefined ? { organization: only } : {};
  const query = compileEvaluation(plan, { path: scopePath, knownAt, ...one });
  // Compiling a statement of this length costs more than running it, and its sums fit in this much memory.
  await sql`select set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`.execute(trx);
  const wanted = units && new Set(units);
  const vocabulary = getVocabulary();
  for await (const rows of readFacts(trx, query, scopePath, units?.length === 1)) {
    const facts = rows.filter(({ organization }) => wanted?.has(organization) ?? true);
    yield facts.map((fact) => ({ county: fact.county, standing: judge(plan, fact, knownAt, vocabulary) }));
  }
}

async function* readFacts(
  trx: Trx,
  query: CompiledQuery<FactsRow>,
  scopePath: string,
  single: boolean,
): AsyncGenerator<OrganizationFacts[]> {
  if (single || (await countPlaces(trx, scopePath)) <= heldAtOnce) {
    const run = () => (single ? runKept(trx, query) : trx.executeQuery(query));
    const { rows } = await seePredecessors(trx, scopePath, run);
    for (let from = 0; from < rows.length; from += atOnce) {
      yield rows.slice(from, from + atOnce).map((row) => row.facts);
    }
    return;
  }
  for await (const { rows } of trx.getExecutor().stream(query, atOnce)) yield rows.map((row) => row.facts);
}

/** For one organization the planning takes longer than the answer: the plan is kept, whichever organization it is. */
async function runKept(trx: Trx, query: CompiledQuery<FactsRow>): Promise<QueryResult<FactsRow>> {
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(trx);
  const answer = await trx.executeQuery<FactsRow>({ ...query, sql: `${keptMark}${query.sql}` });
  await sql`select set_config('plan_cache_mode', 'auto', true)`.execute(trx);
  return answer;
}

async function countPlaces(trx: Trx, scopePath: string): Promise<number> {
  const { count } = await trx
    .selectFrom('organization')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('path', '>=', scopePath)
    .where('path', '<', `${scopePath}~`)
    .where('level', '=', 'village')
    .executeTakeFirstOrThrow();
  return count;
}
