import type { Check } from '../grammar/check.ts';
import type { Edition } from '../grammar/edition.ts';
import type { OrganizationFacts } from '../measure/facts.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import { type Frame, keyOf, type Probe } from '../plan/probes.ts';
import { probesOfCheck, probesOfCondition } from '../plan/probes-of-check.ts';
import { earlierOf, makeDay, partsOf } from '../window/calendar.ts';

/** Everything among the facts of an organization that one check reads. */
export interface Question {
  /** Places among the answers of each table. */
  readonly places: readonly { readonly table: Probe['table'] | 'seatHours'; readonly at: number }[];
  /** The days themselves count, not only those since the first day that the plan asks about. */
  readonly exact: boolean;
  readonly groups: boolean;
  readonly sitting: boolean;
}

export function questionOf(plan: Plan, check: Check, frame: Frame): Question {
  const probes = [...probesOfCheck(check, frame), ...check.when.flatMap((w) => probesOfCondition(w, frame))];
  const each = check.measure === 'activities' ? check.each : undefined;
  return {
    places: probes.map((probe) => placeOf(plan, probe)),
    exact: each !== undefined || probes.some(asksForTerm),
    groups: each === 'group',
    sitting: each === 'committee-member',
  };
}

const asksForTerm = (probe: Probe): boolean =>
  ('slots' in probe && probe.slots === 'term') || ('admitted' in probe && probe.admitted === 'term');

function placeOf(plan: Plan, probe: Probe): Question['places'][number] {
  const key = keyOf(probe);
  if (probe.table !== 'hours') return { table: probe.table, at: plan.index.get(key) ?? -1 };
  const seated = probe.people.table === 'seat';
  const alike = plan.probes.hours.filter((p) => (p.people.table === 'seat') === seated);
  return { table: seated ? 'seatHours' : 'hours', at: alike.findIndex((p) => keyOf(p) === key) };
}

/** No check without a term asks about a day before this one: who was founded by then was there all along. */
export function firstDayOf(plan: Plan, checks: readonly Check[]): string {
  const { year } = partsOf(plan.asOf);
  const { activity, attended, event, person, hours } = plan.probes;
  const slots = [...activity, ...attended, ...event].flatMap((p) => (p.slots === 'term' ? [] : p.slots));
  const admitted = person.flatMap((p) => (p.admitted && p.admitted !== 'term' ? [p.admitted] : []));
  const years = checks.flatMap((c) => (c.measure === 'figure' ? c.anyOf.map((t) => t.years ?? 1) : []));
  const days = [...slots, ...admitted, ...hours.map((p) => p.period)].map((period) => period.from);
  return days.reduce(earlierOf, makeDay(year - Math.max(1, ...years), 1, 1));
}

/** The facts of one organization as texts: two that are alike for a check make the same text. */
export class FactTexts {
  readonly #facts: OrganizationFacts;
  readonly #alike: string;
  #exact: string | undefined;
  readonly #rows = new Map<string, string[]>();

  constructor(facts: OrganizationFacts, firstDay: string) {
    this.#facts = facts;
    const since = (day: string): string => (day <= firstDay ? '' : day);
    const kept = (facts.kept ?? []).map(([register, from, until]) => [register, since(from), until]);
    this.#alike = JSON.stringify([facts.form, facts.kind, facts.level, since(facts.founded), kept]);
  }

  of(question: Question): string {
    const facts = this.#facts;
    let text = question.exact ? this.#exactly() : this.#alike;
    for (const { table, at } of question.places) text += `|${this.#answer(table, at)}`;
    if (question.groups) text += JSON.stringify(facts.groups);
    if (question.sitting) text += JSON.stringify(facts.sitting);
    return text;
  }

  #exactly(): string {
    const { form, kind, level, founded, term, kept } = this.#facts;
    this.#exact ??= JSON.stringify([form, kind, level, founded, term, kept]);
    return this.#exact;
  }

  #answer(table: Question['places'][number]['table'], at: number): string {
    const { persons, seats, hours, seatHours } = this.#facts;
    switch (table) {
      case 'person':
        return `${persons?.[2 * at]},${persons?.[2 * at + 1]}`;
      case 'seat':
        return `${seats?.[2 * at]},${seats?.[2 * at + 1]}`;
      case 'hours':
        return `${hours?.[2 * at]},${hours?.[2 * at + 1]}`;
      case 'seatHours':
        return `${seatHours?.[2 * at]},${seatHours?.[2 * at + 1]}`;
      default:
        return this.#rowsOf(table)[at] ?? '';
    }
  }

  #rowsOf(table: Exclude<Probe['table'], 'person' | 'seat' | 'hours'>): string[] {
    const found = this.#rows.get(table);
    if (found) return found;
    const texts =
      table === 'activity' ? activityTexts(this.#facts.activities ?? []) : rowTexts(this.#listOf(table));
    this.#rows.set(table, texts);
    return texts;
  }

  #listOf(table: 'attended' | 'figure' | 'document' | 'poll' | 'rating' | 'event'): readonly Row[] {
    const { attended, figures, documents, polls, ratings, events } = this.#facts;
    const lists = {
      attended,
      figure: figures,
      document: documents,
      poll: polls,
      rating: ratings,
      event: events,
    };
    return lists[table] ?? [];
  }
}

type Row = readonly [number, ...unknown[]];

/** The rows of each probe, in the order in which they came: the order of figures carries meaning. */
function rowTexts(rows: readonly Row[]): string[] {
  const texts: string[] = [];
  for (const row of rows) texts[row[0]] = `${texts[row[0]] ?? ''}${JSON.stringify(row)}`;
  return texts;
}

/** Plain counts by slot; the rest, which the database hands out in no order, put in one. */
function activityTexts(rows: NonNullable<OrganizationFacts['activities']>): string[] {
  const counts: number[][] = [];
  const others: string[][] = [];
  for (const row of rows) {
    const [probe, slot, subject, key, count] = row;
    if (subject === null && key === null) {
      counts[probe] ??= [];
      counts[probe][slot] = count;
    } else {
      others[probe] ??= [];
      others[probe].push(JSON.stringify(row));
    }
  }
  const probes = Math.max(counts.length, others.length);
  return Array.from(
    { length: probes },
    (_, i) => `${counts[i]?.join(',') ?? ''}${others[i]?.sort().join('') ?? ''}`,
  );
}

export const checksOf = (edition: Edition): readonly Check[] =>
  edition.chapters.flatMap((chapter) => chapter.items.flatMap((item) => item.checks));
