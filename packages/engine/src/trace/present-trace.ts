import { isInclusive } from '../grammar/bound.ts';
import type { Check } from '../grammar/check.ts';
import { shownBounds } from '../judge/bounds-of-reading.ts';
import type { CheckStanding } from '../judge/standing.ts';
import type { Reading } from '../measure/measured.ts';
import { effectiveParameter } from '../parameters/local-parameter.ts';
import type { Values } from '../parameters/values.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import { boundaryText } from '../sentence/bound-text.ts';
import { factsText } from '../sentence/facts-text.ts';
import { formula } from '../sentence/formula.ts';
import { listMissing } from '../sentence/missing-lines.ts';
import { sentence } from '../sentence/sentence.ts';
import { whyText } from '../sentence/why-text.ts';
import { windowText } from '../sentence/window-text.ts';
import { periodText } from '../sentence/words.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { nextKey, type TraceAnswer, type TracePaging } from './compile-trace.ts';
import type { TraceSubject } from './prepare-trace.ts';
import { presentRow } from './present-row.ts';
import type { Trace, TracedBound, TracedMeasure, TracedParameter, TracedPeriod } from './trace.ts';
import type { Traced } from './trace-step.ts';

export interface PresentTraceOptions {
  readonly subject: TraceSubject;
  readonly traced: Traced;
  readonly standing: CheckStanding;
  readonly path: string;
  readonly answer: TraceAnswer;
  readonly paging: TracePaging;
  readonly vocabulary: Vocabulary;
}

/** Puts the trace together: nothing in it comes from anywhere but the plan, the facts and the rows they counted. */
export function presentTrace(options: PresentTraceOptions): Trace {
  const { subject, traced, standing, answer, paging, vocabulary } = options;
  const { check, item, plan } = subject;
  const { values } = traced.frame;
  const bounds = shownBounds(check, values).map((b): TracedBound => {
    const parameter =
      b.parameter === undefined ? undefined : presentParameter(plan, b.parameter, options.path);
    return {
      word: b.word,
      value: b.value,
      inclusive: isInclusive(b.word),
      ...(parameter ? { parameter } : {}),
    };
  });
  const why = whyText(standing.measured);
  const { edition, revision, asOf } = plan;
  return {
    edition: { id: edition.id, title: edition.title, revision },
    asOf,
    item: item.code,
    itemTitle: item.title,
    check: check.id,
    checkTitle: check.title,
    sentence: sentence(check, values, vocabulary),
    formula: formula(check),
    window: presentWindow(check, standing, values, asOf),
    bound: bounds[0] ?? null,
    bounds,
    boundary: boundaryText(check, values, vocabulary),
    facts: why === null ? factsText(check, standing.measured.readings, vocabulary) : null,
    measured: presentMeasured(check, standing),
    ...(why === null ? {} : { why }),
    verdict: standing.verdict,
    points: standing.points,
    of: standing.of,
    rows: answer.page.rows.map((row) => presentRow(row, vocabulary)),
    rowsTotal: answer.page.total,
    missing: listMissing(check, standing, values, vocabulary),
    late: answer.page.late,
    next: nextKey(answer.page.rows, paging),
  };
}

function presentParameter(plan: Plan, name: string, path: string): TracedParameter | undefined {
  const parameter = plan.edition.parameters[name];
  if (!parameter) return undefined;
  const own = plan.locals.filter((l) => l.standard === plan.edition.standard);
  const { base, local } = effectiveParameter(parameter, own, path, plan.asOf);
  return {
    name,
    title: parameter.title,
    unit: parameter.unit,
    base: { value: base.value, from: base.from, basis: base.basis },
    ...(local
      ? {
          local: {
            value: local.value,
            from: local.validFrom,
            basis: local.basis,
            organization: local.organization,
          },
        }
      : {}),
  };
}

function presentWindow(check: Check, standing: CheckStanding, values: Values, asOf: string): Trace['window'] {
  const periods = standing.measured.readings.flatMap((r): TracedPeriod[] => {
    if (!r.from || !r.until) return [];
    const label = [r.subject?.title, periodText(r.from, r.until)].filter(Boolean).join(' ');
    return [{ label, from: r.from, until: r.until, covered: r.open !== true, count: r.count ?? 0 }];
  });
  const days = periods.flatMap((p) => [p.from, p.until]).sort();
  return {
    label: labelOf(check, values),
    from: days[0] ?? null,
    until: days[days.length - 1] ?? asOf,
    periods,
  };
}

function labelOf(check: Check, values: Values): string {
  if ('window' in check) return windowText(check.window, values);
  if (check.measure === 'hours' || (check.measure === 'document' && check.of === 'year')) return '每年';
  const people =
    check.measure === 'headcount'
      ? check.who
      : check.measure === 'share' && check.of.kind === 'people'
        ? check.of.among
        : undefined;
  if (people?.window) return windowText(people.window, values);
  if (check.measure === 'share' && check.of.kind === 'activities') return windowText(check.of.window, values);
  return check.measure === 'figure' || check.measure === 'poll' || check.measure === 'on-site'
    ? '最近一次'
    : '考核当日';
}

const sum = (readings: readonly Reading[], of: (r: Reading) => number | undefined): number =>
  readings.reduce((total, r) => total + (of(r) ?? 0), 0);

function presentMeasured(check: Check, { measured }: CheckStanding): TracedMeasure {
  const { readings } = measured;
  if (readings.length === 0) return measured;
  const count = sum(readings, (r) => r.count);
  switch (check.measure) {
    case 'hours':
      return { ...measured, subjects: { total: sum(readings, (r) => r.of), reached: count } };
    case 'share':
    case 'poll':
      return { ...measured, part: count, whole: sum(readings, (r) => r.of) };
    case 'document':
      return {
        ...measured,
        subjects: { total: readings.length, reached: readings.filter((r) => (r.count ?? 0) > 0).length },
      };
    case 'figure':
    case 'on-site': {
      const value = readings[0]?.count;
      return value === undefined ? measured : { ...measured, value };
    }
    default:
      return { ...measured, count };
  }
}
