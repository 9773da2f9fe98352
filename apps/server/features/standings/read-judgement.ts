import type { standingQuery } from '@hujian/contract';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { chooseEdition } from './choose-edition.ts';
import { getEdition, type LoadedEdition } from './editions.ts';
import { getEvaluation } from './find-evaluation.ts';
import { getScope, type Scoped } from './find-scope.ts';

export type StandingQuery = z.output<typeof standingQuery>;

export interface Judgement {
  place: Scoped;
  edition: LoadedEdition;
  asOf: string;
  /** null: the moment of asking. */
  knownAt: Date | null;
  evaluation: number;
}

/** What is asked for: a saved evaluation, the current standing, or any day computed now. */
export async function readJudgement(
  trx: Trx,
  actor: Actor,
  organization: number,
  query: StandingQuery,
  today: string,
): Promise<Judgement> {
  const found = await getScope(trx, organization, actor.scope?.path);
  const place = await getJudged(trx, found);
  if (query.evaluation !== undefined) {
    const saved = await getEvaluation(trx, query.evaluation, actor.scope?.path);
    if (saved.state !== 'done') throw problems.conflict('这次考评还没有完成，请稍后再看。');
    const edition = await getEdition(trx, saved.edition, saved.revision);
    return { place, edition, asOf: saved.as_of, knownAt: saved.known_at, evaluation: saved.id };
  }
  const asOf = query.asOf ?? today;
  if (asOf > today) throw problems.badInput([{ path: 'asOf', message: '截止日期不能晚于今天。' }]);
  return {
    place,
    edition: await chooseEdition(trx, query.edition, place.path, asOf),
    asOf,
    knownAt: null,
    evaluation: 0,
  };
}

/** A party group is judged with its branch. */
async function getJudged(trx: Trx, place: Scoped): Promise<Scoped> {
  if (place.unit === null || place.unit === place.id) return place;
  return getScope(trx, place.unit, undefined);
}
