import type { LocalParameter, Rows } from '@hujian/engine';
import fc from 'fast-check';

/** Villages with every kind of record on and around the days where mistakes live. */
export interface World {
  readonly asOf: string;
  readonly knownAt: string;
  readonly rows: Rows;
  readonly locals: readonly LocalParameter[];
}

const AS_OF = [
  '2024-02-29',
  '2025-02-28',
  '2026-01-15',
  '2026-03-31',
  '2026-06-30',
  '2026-08-15',
  '2026-12-31',
];
const KNOWN = '2026-12-31T16:00:00.000Z';
const BEFORE = '2026-12-01T00:00:00.000Z';
const AFTER = '2027-01-01T00:00:00.000Z';

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Days near the as-of day, at ends of periods, and anywhere in the three years before. */
const dayNear = (asOf: string): fc.Arbitrary<string> => {
  const year = Number(asOf.slice(0, 4));
  const edges = [1, 2, 3].flatMap((m) => [`${year}-0${m}-01`, shift(`${year}-0${m}-01`, -1)]);
  return fc.oneof(
    fc.integer({ min: -400, max: 30 }).map((n) => shift(asOf, n)),
    fc.integer({ min: -1100, max: -300 }).map((n) => shift(asOf, n)),
    fc.constantFrom(asOf, shift(asOf, -1), shift(asOf, 1), '2024-02-29', '2023-12-31', ...edges),
    fc.constantFrom(
      ...[1, 2, 3].map((n) => `${year - n}${asOf.slice(4, 8)}${asOf.endsWith('29') ? '28' : asOf.slice(8)}`),
    ),
  );
};

const entered = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ entered_at: BEFORE, withdrawn_at: null }) },
  { weight: 1, arbitrary: fc.constant({ entered_at: AFTER, withdrawn_at: null }) },
  { weight: 1, arbitrary: fc.constant({ entered_at: BEFORE, withdrawn_at: KNOWN }) },
  { weight: 1, arbitrary: fc.constant({ entered_at: BEFORE, withdrawn_at: AFTER }) },
);
/** One time in so many. */
const rarely = <T>(arb: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: arb });
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arb, { nil: null, freq: 3 });
const POSTS = ['secretary', 'deputy-secretary', 'organisation-member', 'village-head', 'reserve-cadre'];
const KINDS = ['general-meeting', 'party-lecture', 'theme-day', 'training', 'training'];
const REGISTERS = [
  'roster',
  'posts',
  'activities',
  'trainings',
  'figures',
  'documents',
  'events',
  'polls',
  'ratings',
];

/** What one village holds; numbers of rows are given afterwards. */
const village = (asOf: string) => {
  const day = dayNear(asOf);
  const begin = fc.oneof({ weight: 3, arbitrary: fc.constant('2000-01-01') }, { weight: 1, arbitrary: day });
  const person = fc.record({
    entered,
    corrected: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    sex: maybe(fc.constantFrom('male', 'female')),
    birth_on: maybe(
      fc.oneof(
        fc.constantFrom('1984-02-29', '1986-06-30', '1996-02-29'),
        fc.integer({ min: -20000, max: -7000 }).map((n) => shift(asOf, n)),
      ),
    ),
    education: maybe(fc.integer({ min: 1, max: 6 })),
    stage: fc.integer({ min: 0, max: 5 }),
    steps: fc.tuple(day, day, day, day, day),
    joined_on: begin,
    left_on: rarely(day, 6),
    floating: maybe(fc.constantFrom('out', 'in')),
    floating_known_on: maybe(day),
    paired: maybe(fc.boolean()),
    lost_contact: fc.boolean(),
    post_duty: fc.option(fc.constantFrom('宣传', ''), { nil: null }),
    exempt_hours: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    seats: fc.array(
      fc.record({
        entered,
        post: fc.constantFrom(...POSTS),
        held_from: begin,
        held_until: rarely(day, 4),
      }),
      { maxLength: 2 },
    ),
    inGroup: fc.boolean(),
  });
  const activity = fc.record({
    entered,
    inGroup: fc.boolean(),
    kind: fc.constantFrom(...KINDS, 're-election'),
    title: fc.constantFrom('', '甲', '乙'),
    happened_on: day,
    theme: maybe(fc.constantFrom('学习', '服务', '')),
    tags: fc.subarray(['collective-economy', 'other']),
    stages: fc.shuffledSubarray(['proposed', 'discussed', 'reviewed', 'other']),
    way: maybe(fc.constantFrom('lecture', 'visit', '')),
    forGroup: fc.boolean(),
    host: maybe(fc.nat(9)),
    grade: maybe(fc.constantFrom('branch', 'township', 'county', 'province')),
    concentrated: fc.boolean(),
    due_count: maybe(fc.integer({ min: 0, max: 10 })),
    attended_count: maybe(fc.integer({ min: 0, max: 10 })),
    complete: fc.boolean(),
    attended: fc.subarray([0, 1, 2, 3, 4, 5]),
    hours: maybe(fc.constantFrom(0.1, 0.2, 8, 11.7, 12, 23.9, 24)),
  });
  return fc.record({
    founded: begin,
    form: fc.constantFrom('branch', 'branch', 'general-branch', 'committee'),
    kind: fc.constantFrom('rural', 'rural', 'rural', 'community'),
    /** From when another form held before, if any; closed on, if ever. */
    before: rarely(day, 4),
    closed: rarely(day, 12),
    groups: fc.array(fc.record({ founded: begin, closed: rarely(day, 5) }), {
      maxLength: 2,
    }),
    kept: fc.array(
      fc.record({
        entered,
        register: fc.constantFrom(...REGISTERS),
        kept_from: begin,
        kept_until: rarely(day, 3),
      }),
      { maxLength: 8 },
    ),
    keptAll: fc.boolean(),
    persons: fc.array(person, { minLength: 1, maxLength: 10 }),
    activities: fc.array(activity, { maxLength: 25 }),
    figures: fc.array(
      fc.record({
        entered,
        figure: fc.constantFrom('members', 'venue-area', 'households', 'households-visited'),
        counted_on: day,
        value: fc.constantFrom(0, 1, 2, 3, 4, 0.1, 0.3),
      }),
      { maxLength: 8 },
    ),
    documents: fc.array(
      fc.record({
        entered,
        document: fc.constantFrom('admission-plan', 'property-certificate', 'duty-list'),
        held_from: day,
        held_until: maybe(day),
      }),
      { maxLength: 5 },
    ),
    events: fc.array(
      fc.record({
        entered,
        event: fc.constantFrom('village-bully', 'weak-and-lax', 'mass-petition'),
        happened_on: day,
        ended_on: maybe(day),
      }),
      { maxLength: 3 },
    ),
    polls: fc.array(
      fc.record({
        entered,
        about: fc.constantFrom('cadres', 'members'),
        held_on: day,
        counts: fc.tuple(
          fc.integer({ min: 0, max: 20 }),
          fc.integer({ min: 0, max: 5 }),
          fc.integer({ min: 0, max: 5 }),
        ),
      }),
      { maxLength: 3 },
    ),
    ratings: fc.array(
      fc.record({ entered, item: fc.nat(12), rated_on: day, score: fc.constantFrom(0, 59.99, 60, 80, 100) }),
      { maxLength: 4 },
    ),
    mergedFrom: rarely(fc.nat(30), 3),
    local: rarely(
      fc.record({
        parameter: fc.constantFrom('times', 'part', 'hours'),
        value: fc.constantFrom(2, 0.8, 32, 1),
      }),
      3,
    ),
  });
};

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
