import type { OrganizationFacts } from '../measure/facts.ts';
import { effectiveValues } from '../parameters/local-parameter.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import type { Frame } from '../plan/probes.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { judgeStanding } from './judge-standing.ts';
import { Judgements } from './judgements.ts';
import type { Standing } from './standing.ts';

const judgements = new WeakMap<Plan, WeakMap<Vocabulary, Map<string, Judgements>>>();

/** One frame, and what was judged under it, for all organizations under the same numbers. */
function judgementsFor(plan: Plan, path: string, vocabulary: Vocabulary): Judgements {
  const byVocabulary = judgements.get(plan) ?? new WeakMap<Vocabulary, Map<string, Judgements>>();
  judgements.set(plan, byVocabulary);
  const known = byVocabulary.get(vocabulary) ?? new Map<string, Judgements>();
  byVocabulary.set(vocabulary, known);
  const key = plan.locals.flatMap((local, i) => (path.startsWith(local.path) ? [i] : [])).join(' ');
  const found = known.get(key);
  if (found) return found;
  const frame: Frame = {
    asOf: plan.asOf,
    values: effectiveValues(plan.edition, plan.locals, path, plan.asOf),
  };
  const made = new Judgements(plan, frame, vocabulary);
  known.set(key, made);
  return made;
}

/** From the facts of one organization (a row of the evaluation's answer) to its standing; pure. */
export function judge(
  plan: Plan,
  facts: OrganizationFacts,
  knownAt: string,
  vocabulary: Vocabulary,
): Standing {
  const items = judgementsFor(plan, facts.path, vocabulary).judge(facts);
  const { organization, path } = facts;
  const { revision, asOf } = plan;
  return judgeStanding(plan.edition, { organization, path, revision, asOf, knownAt }, items);
}
