import type { Check } from '../grammar/check.ts';
import { type AppliesTo, type Edition, itemsOf } from '../grammar/edition.ts';
import { type LocalParameter, listAssignments } from '../parameters/local-parameter.ts';
import { keyOf, type Probe } from './probes.ts';
import { probesOfCheck, probesOfCondition } from './probes-of-check.ts';

type Table = Probe['table'];
export type ProbesByTable = { readonly [T in Table]: readonly Extract<Probe, { table: T }>[] };

/** What must be read to judge an edition as of a day: the questions, gathered by the table that answers them. */
export interface Plan {
  readonly edition: Edition;
  readonly revision: number;
  readonly asOf: string;
  readonly locals: readonly LocalParameter[];
  readonly appliesTo: AppliesTo;
  readonly probes: ProbesByTable;
  /** Place of a probe among those of its table. */
  readonly index: ReadonlyMap<string, number>;
  readonly needsTerm: boolean;
  readonly needsGroups: boolean;
  /** Posts whose holders are gone through one by one; empty when no check does. */
  readonly sitting: readonly string[];
}

export interface PlanOptions {
  readonly edition: Edition;
  readonly revision?: number;
  /** The end of this day. */
  readonly asOf: string;
  /** The local parameters of the scope and of all above it; others do no harm. */
  readonly locals?: readonly LocalParameter[];
}

export function planEvaluation(options: PlanOptions): Plan {
  const { edition, asOf } = options;
  const checks = itemsOf(edition).flatMap((item) => item.checks);
  return planChecks(checks, options, asOf, edition);
}

/** The plan of some of the checks: the same questions, fewer of them (for a trace). */
export function planChecks(
  checks: readonly Check[],
  options: PlanOptions,
  asOf = options.asOf,
  edition = options.edition,
): Plan {
  const locals = options.locals ?? [];
  const gathered = gather(checks, listAssignments(edition, locals, asOf), asOf);
  return {
    edition,
    revision: options.revision ?? 1,
    asOf,
    locals,
    appliesTo: edition.appliesTo,
    ...gathered,
    needsTerm: Object.values(gathered.probes).some((list) => list.some(asksForTerm)),
    needsGroups: checks.some((c) => c.measure === 'activities' && c.each === 'group'),
    sitting: checks.find((c) => c.measure === 'activities' && c.each === 'committee-member')
      ? [...new Set(checks.flatMap((c) => (c.measure === 'activities' && c.holds ? c.holds : [])))].sort()
      : [],
  };
}

const asksForTerm = (probe: Probe): boolean =>
  ('slots' in probe && probe.slots === 'term') || ('admitted' in probe && probe.admitted === 'term');

function gather(
  checks: readonly Check[],
  assignments: ReturnType<typeof listAssignments>,
  asOf: string,
): Pick<Plan, 'probes' | 'index'> {
  const probes: { [T in Table]: Extract<Probe, { table: T }>[] } = {
    activity: [],
    attended: [],
    person: [],
    seat: [],
    hours: [],
    figure: [],
    document: [],
    poll: [],
    rating: [],
    event: [],
  };
  const index = new Map<string, number>();
  const add = (probe: Probe): void => {
    const key = keyOf(probe);
    if (index.has(key)) return;
    const list: Probe[] = probes[probe.table];
    index.set(key, list.length);
    list.push(probe);
  };
  for (const values of assignments) {
    for (const check of checks) {
      for (const probe of probesOfCheck(check, { asOf, values })) add(probe);
      for (const when of check.when)
        for (const probe of probesOfCondition(when, { asOf, values })) add(probe);
    }
  }
  return { probes, index };
}
