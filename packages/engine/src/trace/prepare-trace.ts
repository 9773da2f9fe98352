import type { Check } from '../grammar/check.ts';
import { itemsOf } from '../grammar/edition.ts';
import type { Item } from '../grammar/item.ts';
import { judgeCheck } from '../judge/judge-check.ts';
import type { CheckStanding } from '../judge/standing.ts';
import { FactReader } from '../measure/fact-reader.ts';
import type { OrganizationFacts } from '../measure/facts.ts';
import { measureInScope } from '../measure/measure-in-scope.ts';
import { effectiveValues } from '../parameters/local-parameter.ts';
import { type Plan, type PlanOptions, planChecks } from '../plan/plan-evaluation.ts';
import type { Target } from '../sql/target.ts';
import type { Traced } from './trace-step.ts';

export interface TraceSubject {
  readonly item: Item;
  readonly check: Check;
  /** Asks only what the check needs: run `compileEvaluation(plan, target)` with it. */
  readonly plan: Plan;
}

/** The check to be traced and its own small plan; null when the edition has no such check. */
export function planTrace(options: PlanOptions, item: string, check: string): TraceSubject | null {
  const found = itemsOf(options.edition).find((i) => i.code === item);
  const one = found?.checks.find((c) => c.id === check);
  return found && one ? { item: found, check: one, plan: planChecks([one], options) } : null;
}

/** The standing of the check from its facts, and what `compileTrace` needs to find the records. */
export function prepareTrace(
  subject: TraceSubject,
  facts: OrganizationFacts,
  target: Target,
): { readonly standing: CheckStanding; readonly traced: Traced } {
  const { plan, check, item } = subject;
  const values = effectiveValues(plan.edition, plan.locals, facts.path, plan.asOf);
  const frame = { asOf: plan.asOf, values };
  const measured = measureInScope(check, frame, new FactReader(plan, facts));
  const traced: Traced = { plan, target, frame, organization: facts.organization, check, measured };
  return { standing: judgeCheck(check, item, measured, values), traced };
}
