import { type LocalParameter, type Plan, planEvaluation } from '@hujian/engine';
import type { LoadedEdition } from './editions.ts';

const kept = new WeakMap<LoadedEdition, Map<string, Plan>>();
/** Days and places asked about lately; more would only be held for nothing. */
const mostKept = 8;

/** The plan of an edition as of a day under local numbers; the same question is planned once. */
export function makePlan(loaded: LoadedEdition, asOf: string, locals: readonly LocalParameter[]): Plan {
  const plans = kept.get(loaded) ?? new Map<string, Plan>();
  kept.set(loaded, plans);
  const key = `${asOf} ${JSON.stringify(locals)}`;
  const found = plans.get(key);
  if (found) return found;
  const plan = planEvaluation({ edition: loaded.edition, revision: loaded.revision, asOf, locals });
  if (plans.size >= mostKept) plans.delete(plans.keys().next().value ?? '');
  plans.set(key, plan);
  return plan;
}
