import { compileEvaluation, judge, planEvaluation, type Standing } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import type { LoadedEdition } from './editions.ts';
import { listLocals } from './list-locals.ts';
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

/** How many organizations are read off the cursor at a time. */
const atOnce = 200;

/** Standings as they are computed, some organizations at a time. One statement, however many organizations. */
export async function* evaluate(trx: Trx, request: EvaluationRequest): AsyncGenerator<Judged[]> {
  const { edition, asOf, scopePath, units } = request;
  const knownAt = request.knownAt.toISOString();
  const locals = await listLocals(trx, scopePath, edition.standard);
  const plan = planEvaluation({ edition: edition.edition, revision: edition.revision, asOf, locals });
  const [only] = units ?? [];
  const one = units?.length === 1 && only !== undefined ? { organization: only } : {};
  const query = compileEvaluation(plan, { path: scopePath, knownAt, ...one });
  const wanted = units && new Set(units);
  const vocabulary = getVocabulary();
  for await (const { rows } of trx.getExecutor().stream(query, atOnce)) {
    const facts = rows
      .map((row) => row.facts)
      .filter(({ organization }) => wanted?.has(organization) ?? true);
    yield facts.map((fact) => ({ county: fact.county, standing: judge(plan, fact, knownAt, vocabulary) }));
  }
}
