import type { Standing } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import type { LoadedEdition } from './editions.ts';

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

/** Standings as they are computed, some organizations at a time. One statement, however many organizations. */
export async function* evaluate(_trx: Trx, _request: EvaluationRequest): AsyncGenerator<Judged[]> {
  yield [];
  throw new Error('the engine is not connected');
}
