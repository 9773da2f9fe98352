import fc from 'fast-check';

export const AS_OF = [
  '2024-02-29',
  '2025-02-28',
  '2026-01-15',
  '2026-03-31',
  '2026-06-30',
  '2026-08-15',
  '2026-12-31',
];
export const KNOWN = '2026-12-31T16:00:00.000Z';
export const BEFORE = '2026-12-01T00:00:00.000Z';
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
export const REGISTERS = [
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
export const village = (asOf: string) => {
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
