import type { Plan } from '../plan/plan-evaluation.ts';
import {
  type ActivityProbe,
  type AttendedProbe,
  type DocumentProbe,
  type EventProbe,
  type FigureProbe,
  type HoursProbe,
  keyOf,
  type PeopleProbe,
  type PollProbe,
  type Probe,
  type RatingProbe,
} from '../plan/probes.ts';
import type { OrganizationFacts } from './facts.ts';

export interface CountedActivity {
  readonly slot: number;
  readonly subject: number | null;
  readonly key: string | null;
  readonly count: number;
}

export interface FigureRow {
  readonly depth: number;
  readonly day: string;
  readonly value: number;
}

/** Finds the answer to a probe among the facts of an organization. */
export class FactReader {
  readonly plan: Plan;
  readonly facts: OrganizationFacts;

  constructor(plan: Plan, facts: OrganizationFacts) {
    this.plan = plan;
    this.facts = facts;
  }

  activities(probe: ActivityProbe | AttendedProbe): readonly CountedActivity[] {
    const index = this.#indexOf(probe);
    if (probe.table === 'attended') {
      return (this.facts.attended ?? [])
        .filter((row) => row[0] === index)
        .map((row) => ({ slot: row[1], subject: null, key: null, count: row[2] }));
    }
    return (this.facts.activities ?? [])
      .filter((row) => row[0] === index)
      .map((row) => ({ slot: row[1], subject: row[2], key: row[3], count: row[4] }));
  }

  /** Persons who surely and who perhaps belong. */
  people(probe: PeopleProbe): { readonly sure: number; readonly maybe: number } {
    const list = probe.table === 'seat' ? this.facts.seats : this.facts.persons;
    const at = 2 * this.#indexOf(probe);
    return { sure: list?.[at] ?? 0, maybe: list?.[at + 1] ?? 0 };
  }

  hours(probe: HoursProbe): { readonly due: number; readonly reached: number } {
    const seated = probe.people.table === 'seat';
    const list = seated ? this.facts.seatHours : this.facts.hours;
    const alike = this.plan.probes.hours.filter((p) => (p.people.table === 'seat') === seated);
    const key = keyOf(probe);
    const at = 2 * alike.findIndex((p) => keyOf(p) === key);
    return { due: list?.[at] ?? 0, reached: list?.[at + 1] ?? 0 };
  }

  figures(probe: FigureProbe): readonly FigureRow[] {
    const index = this.#indexOf(probe);
    return (this.facts.figures ?? [])
      .filter((row) => row[0] === index)
      .map((row) => ({ depth: row[1], day: row[2], value: row[3] }));
  }

  documents(probe: DocumentProbe): number {
    const index = this.#indexOf(probe);
    return this.facts.documents?.find((row) => row[0] === index)?.[1] ?? 0;
  }

  poll(
    probe: PollProbe,
  ): { slips: number; satisfied: number; basically: number; dissatisfied: number } | null {
    const index = this.#indexOf(probe);
    const row = this.facts.polls?.find((r) => r[0] === index);
    return row ? { slips: row[2], satisfied: row[3], basically: row[4], dissatisfied: row[5] } : null;
  }

  rating(probe: RatingProbe): number | null {
    const index = this.#indexOf(probe);
    return this.facts.ratings?.find((row) => row[0] === index)?.[2] ?? null;
  }

  events(probe: EventProbe, slot: number): number {
    const index = this.#indexOf(probe);
    return this.facts.events?.find((row) => row[0] === index && row[1] === slot)?.[2] ?? 0;
  }

  #indexOf(probe: Probe): number {
    const index = this.plan.index.get(keyOf(probe));
    if (index === undefined) throw new Error(`the plan does not ask ${keyOf(probe)}`);
    return index;
  }
}
