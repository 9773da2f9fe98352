import { type CompiledQuery, sql } from 'kysely';
import type { OrganizationFacts } from '../measure/facts.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import { remember } from '../plan/remember.ts';
import { activitySteps, attendedSteps } from './activity-steps.ts';
import { compileSteps, type Sql, type Step } from './compiler.ts';
import { hoursSteps } from './hours-steps.ts';
import { documentSteps, eventSteps, figureSteps, opinionSteps } from './other-steps.ts';
import { personSteps, seatSteps } from './people-steps.ts';
import { groupStep, keptStep, scopeSteps, termStep, versionStep } from './scope-steps.ts';
import { aim, markedOne, markedScope, type Target } from './target.ts';

/** JSON, so that days are texts and numbers are numbers whatever the driver does with types. */
export interface FactsRow {
  readonly facts: OrganizationFacts;
}

/**
 * One statement that answers all questions of a plan for all organizations of a scope (or for one): a row for each
 * judged organization, in the order of paths. Run it in one transaction; read it by a cursor when the scope is large.
 */
export function compileEvaluation(plan: Plan, target: Target): CompiledQuery<FactsRow> {
  const marked = target.organization === undefined ? markedScope : markedOne;
  const shape = marked === markedOne ? 'one' : 'scope';
  const compiled = remember(plan, plan, `evaluation of ${shape}`, () =>
    compileSteps<FactsRow>(allSteps(plan, marked), selectFacts(plan, marked)),
  );
  return { ...compiled, parameters: aim(compiled.parameters, marked, target) };
}

export function allSteps(plan: Plan, target: Target): readonly Step[] {
  return [
    ...scopeSteps(plan, target),
    keptStep(target),
    ...(plan.needsTerm ? [termStep(plan, target)] : []),
    ...(plan.needsGroups ? [groupStep(plan)] : []),
    versionStep(target),
    ...activitySteps(plan, target),
    ...attendedSteps(plan, target),
    ...hoursSteps(plan, target),
    ...seatSteps(plan, target),
    ...personSteps(plan, target),
    ...figureSteps(plan, target),
    ...documentSteps(plan, target),
    ...opinionSteps(plan, target),
    ...eventSteps(plan, target),
  ];
}

function selectFacts(plan: Plan, target: Target): Sql {
  const present = new Set(allSteps(plan, target).map((step) => step.name));
  const joins: Sql[] = [];
  const column = (step: string, name: string, from = 'v'): Sql => {
    const value = present.has(step) ? sql.ref(`${step}.${from}`) : sql`null::text`;
    return sql`${sql.lit(name)}, ${value}`;
  };
  for (const step of present) {
    if (step.endsWith('_fact') || step === 'term') {
      joins.push(sql`left join ${sql.ref(step)} on ${sql.ref(`${step}.unit`)} = j.unit`);
    }
  }
  const columns = [
    column('kept_fact', 'kept'),
    column('term', 'term', 'since'),
    column('group_fact', 'groups'),
    column('seat_fact', 'sitting', 'sitting'),
    column('activity_fact', 'activities'),
    column('attended_fact', 'attended'),
    column('person_fact', 'persons'),
    column('seat_fact', 'seats'),
    column('person_fact', 'hours', 'h'),
    column('seat_fact', 'seatHours', 'h'),
    column('figure_fact', 'figures'),
    column('document_fact', 'documents'),
    column('poll_fact', 'polls'),
    column('rating_fact', 'ratings'),
    column('event_fact', 'events'),
  ];
  return sql`select json_build_object('county', j.county, 'organization', j.organization, 'path', j.path, 'name', j.name,
  'form', j.form, 'kind', j.kind, 'level', j.level, 'parent', j.parent, 'founded', j.founded_on,
  ${sql.join(columns, sql`, `)}) as facts
from judged j
${sql.join(joins, sql`\n`)}
order by j.path`;
}
