import type { Plan, PlanInput } from '@hujian/panel';

/** What the thread is given: the input of @hujian/panel's `plan`, and the names to say its reasons with. */
export interface PlanTask {
  input: PlanInput;
  names: ReadonlyMap<string, string>;
}

// Characters for private use around each code: the sentences of the plan can then be told with names.
const open = '\u{E000}';
const close = '\u{E001}';
const mark = (code: string): string => `${open}${code}${close}`;
const unmark = (text: string): string => text.replaceAll(open, '').replaceAll(close, '');

/** The input with its codes marked. */
export const markCodes = (input: PlanInput): PlanInput => ({
  ...input,
  units: input.units.map((unit) => ({
    ...unit,
    id: mark(unit.id),
    parent: unit.parent ? mark(unit.parent) : null,
  })),
  panelists: input.panelists.map((one) => ({
    ...one,
    id: mark(one.id),
    home: one.home ? mark(one.home) : null,
  })),
});

/** The plan with its codes as they were, and its reasons with names. */
export function unmarkPlan(plan: Plan, names: ReadonlyMap<string, string>): Plan {
  const say = (text: string): string =>
    text.replaceAll(
      new RegExp(`${open}(.*?)${close}`, 'gu'),
      (_all, code: string) => names.get(code) ?? code,
    );
  return {
    ...plan,
    visits: plan.visits.map((visit) => ({
      ...visit,
      unit: unmark(visit.unit),
      panelists: visit.panelists.map(unmark),
    })),
    coverage: { ...plan.coverage, missing: plan.coverage.missing.map(unmark) },
    load: plan.load.map((one) => ({ ...one, panelist: unmark(one.panelist) })),
    reasons: plan.reasons.map(say),
  };
}
