import type { LocalParameter, Rows } from '@hujian/engine';
import fc from 'fast-check';
import { AS_OF, BEFORE, KNOWN, REGISTERS, village } from './arbitrary-village.ts';

/** Villages with every kind of record on and around the days where mistakes live. */
export interface World {
  readonly asOf: string;
  readonly knownAt: string;
  readonly rows: Rows;
  readonly locals: readonly LocalParameter[];
}

type Village = ReturnType<typeof village> extends fc.Arbitrary<infer V> ? V : never;
type Mutable = { -readonly [K in keyof Rows]: Rows[K] extends readonly (infer E)[] ? E[] : never };

/** Gives the rows their numbers and paths: county 1, township 2, villages from 10 on. */
class Builder {
  readonly rows: Mutable = {
    organizations: [],
    spans: [],
    lineages: [],
    registers: [],
    persons: [],
    seats: [],
    activities: [],
    attendances: [],
    figures: [],
    documents: [],
    events: [],
    polls: [],
    ratings: [],
  };
  readonly locals: LocalParameter[] = [];
  #next = 1000;

  id(): number {
    this.#next += 1;
    return this.#next;
  }

  addAbove(): void {
    for (const [id, path, level] of [
      [1, '1.', 'county'],
      [2, '1.2.', 'township'],
    ] as const) {
      this.rows.organizations.push({ county: 1, id, path, founded_on: '1990-01-01' });
      this.rows.spans.push({
        organization: id,
        name: level,
        form: 'committee',
        kind: null,
        level,
        parent: id - 1 || null,
        unit: id,
        valid_from: '1990-01-01',
        valid_until: null,
      });
      this.rows.figures.push({
        id: this.id(),
        organization: id,
        entered_at: BEFORE,
        withdrawn_at: null,
        figure: 'members',
        counted_on: `202${id + 2}-06-30`,
        value: id,
      });
      this.rows.figures.push({
        id: this.id(),
        organization: 1,
        entered_at: BEFORE,
        withdrawn_at: null,
        figure: 'venue-area',
        counted_on: '2023-05-05',
        value: 2,
      });
    }
  }

  addVillage(v: Village, index: number): void {
    const id = 10 + index;
    const path = `1.2.${id}.`;
    this.rows.organizations.push({ county: 1, id, path, founded_on: v.founded });
    const span = { organization: id, name: `村${id}`, kind: v.kind, level: 'village', parent: 2, unit: id };
    const changed = v.before !== null && v.before > v.founded ? v.before : null;
    if (changed)
      this.rows.spans.push({ ...span, form: 'branch', valid_from: v.founded, valid_until: changed });
    this.rows.spans.push({ ...span, form: v.form, valid_from: changed ?? v.founded, valid_until: v.closed });
    const groups = v.groups.map((g) => {
      const group = this.id();
      this.rows.organizations.push({ county: 1, id: group, path: `${path}${group}.`, founded_on: g.founded });
      this.rows.spans.push({
        organization: group,
        name: `组${group}`,
        form: 'group',
        kind: null,
        level: 'group',
        parent: id,
        unit: id,
        valid_from: g.founded,
        valid_until: g.closed,
      });
      return group;
    });
    if (v.keptAll) {
      for (const register of REGISTERS)
        this.rows.registers.push({
          id: this.id(),
          organization: id,
          entered_at: BEFORE,
          withdrawn_at: null,
          register,
          kept_from: '2000-01-01',
          kept_until: null,
        });
    }
    v.kept.forEach(({ entered: e, ...rest }, i) => {
      this.rows.registers.push({ id: this.id(), organization: i === 7 ? 2 : id, ...e, ...rest });
    });
    this.addRecords(v, id, groups);
    if (v.mergedFrom !== null && v.mergedFrom !== index) {
      this.rows.lineages.push({ organization: id, predecessor: 10 + v.mergedFrom, happened_on: v.founded });
    }
    if (v.local) {
      const { parameter, value } = v.local;
      const at = index % 7 === 0 ? { organization: 2, path: '1.2.' } : { organization: id, path };
      this.locals.push({
        ...at,
        standard: 'trial',
        parameter,
        value,
        validFrom: '2020-01-01',
        validUntil: null,
        basis: { document: '地方规定' },
      });
    }
  }

  addRecords(v: Village, id: number, groups: readonly number[]): void {
    const home = (inGroup: boolean): number => (inGroup ? (groups[0] ?? id) : id);
    const persons = v.persons.map((p) => this.addPerson(p, home(p.inGroup)));
    for (const a of v.activities) {
      const { entered: e, inGroup, forGroup, host, attended, hours, ...rest } = a;
      const activity = this.id();
      const hosting = host === null ? null : (persons[host] ?? null);
      const party_group = forGroup ? (groups[groups.length - 1] ?? null) : null;
      this.rows.activities.push({
        id: activity,
        organization: home(inGroup),
        ...e,
        ...rest,
        host: hosting,
        party_group,
      });
      for (const index of attended) {
        const person = persons[index];
        if (person === undefined) continue;
        const { happened_on, kind, grade, concentrated } = rest;
        this.rows.attendances.push({
          organization: id,
          ...e,
          activity,
          person,
          happened_on,
          kind,
          grade,
          concentrated,
          hours,
        });
      }
    }
    const add = <T extends { entered: object }, R>(
      list: readonly T[],
      to: R[],
      make: (rest: Omit<T, 'entered'>) => object,
    ): void => {
      for (const { entered: e, ...rest } of list)
        to.push({ id: this.id(), organization: id, ...e, ...make(rest) } as R);
    };
    add(v.figures, this.rows.figures, (r) => r);
    add(v.documents, this.rows.documents, (r) => r);
    add(v.events, this.rows.events, (r) => r);
    add(v.polls, this.rows.polls, ({ counts: [satisfied, basically, dissatisfied], ...r }) => ({
      ...r,
      satisfied,
      basically,
      dissatisfied,
      slips: satisfied + basically + dissatisfied + 1,
    }));
    add(v.ratings, this.rows.ratings, ({ item, ...r }) => ({ ...r, look: `trial/T-${item}/c0` }));
  }

  /** Answers the number that other records know the person by; a corrected one lives on under another. */
  addPerson(p: Village['persons'][number], organization: number): number {
    const { entered: e, corrected, stage, steps, seats, inGroup: _inGroup, ...rest } = p;
    const days = [...steps].sort();
    const at = (rank: number): string | null => (stage >= rank ? (days[rank - 1] ?? null) : null);
    const id = this.id();
    const row = {
      ...rest,
      source_key: `p${id}`,
      applied_on: at(1),
      activist_on: at(2),
      candidate_on: at(3),
      admitted_on: at(4),
      full_on: at(5),
    };
    if (corrected) {
      this.rows.persons.push({
        id,
        organization,
        entered_at: BEFORE,
        withdrawn_at: BEFORE,
        ...row,
        education: 1,
      });
      this.rows.persons.push({ id: this.id(), organization, entered_at: BEFORE, withdrawn_at: null, ...row });
    } else this.rows.persons.push({ id, organization, ...e, ...row });
    for (const { entered: seatEntered, ...seat } of seats)
      this.rows.seats.push({ id: this.id(), organization, ...seatEntered, person: id, ...seat });
    return id;
  }
}

export const arbitraryWorld = (villages: number): fc.Arbitrary<World> =>
  fc.constantFrom(...AS_OF).chain((asOf) =>
    fc.array(village(asOf), { minLength: villages, maxLength: villages }).map((list) => {
      const builder = new Builder();
      builder.addAbove();
      for (const [i, v] of list.entries()) builder.addVillage(v, i);
      const ids = new Set(builder.rows.organizations.map((o) => o.id));
      const lineages = builder.rows.lineages.filter((l) => ids.has(l.predecessor));
      return { asOf, knownAt: KNOWN, rows: { ...builder.rows, lineages }, locals: builder.locals };
    }),
  );
