import fc from 'fast-check';

/** Editions as plain data, written to YAML by the test: so the parser is on the road too. */
const ACTIVITIES = ['general-meeting', 'party-lecture', 'theme-day', 'training'] as const;
const FIGURES = ['members', 'venue-area', 'households', 'households-visited'] as const;
const DOCUMENTS = ['admission-plan', 'property-certificate', 'duty-list'] as const;
const EVENTS = ['village-bully', 'weak-and-lax', 'mass-petition'] as const;

export type Plain = Readonly<Record<string, unknown>>;
const small = fc.integer({ min: 0, max: 4 });
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arb, { nil: undefined, freq: 2 });

/** Drops what was not chosen. */
const compact = (value: Plain): Plain =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined));

const countBounds: fc.Arbitrary<Plain> = fc.oneof(
  small.map((n) => ({ atLeast: n })),
  small.map((n) => ({ moreThan: n })),
  small.map((n) => ({ atMost: n })),
  small.map((n) => ({ lessThan: n + 1 })),
  fc.tuple(small, small).map(([a, b]) => ({ atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
  fc.constant({ atLeast: { parameter: 'times' } }),
);
const shareValue = fc.constantFrom(0, 0.25, 0.3, 1 / 2, 0.6, 0.75, 0.8, 1);
const shareBounds: fc.Arbitrary<Plain> = fc.oneof(
  shareValue.map((n) => ({ atLeast: n })),
  shareValue.map((n) => ({ moreThan: n })),
  shareValue.map((n) => ({ atMost: n })),
  shareValue.map((n) => ({ lessThan: n })),
  fc.constant({ atLeast: { parameter: 'part' } }),
);
const rolling: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ rolling: fc.integer({ min: 1, max: 30 }), unit: fc.constant('month') }),
  fc.record({ rolling: fc.integer({ min: 1, max: 3 }), unit: fc.constant('year') }),
);
const window: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('month', 'quarter', 'half-year', 'year', 'term') },
  { weight: 2, arbitrary: rolling },
);
const only: fc.Arbitrary<Plain> = fc
  .record({
    theme: maybe(fc.constantFrom('学习', '服务')),
    tag: maybe(fc.constant('collective-economy')),
    stages: maybe(fc.subarray(['proposed', 'discussed', 'reviewed'], { minLength: 1 })),
    grade: maybe(fc.constantFrom('township', 'county')),
    concentrated: maybe(fc.boolean()),
    months: maybe(fc.subarray([1, 2, 3, 6, 7, 12], { minLength: 1 })),
    complete: maybe(fc.boolean()),
    minAttendance: maybe(fc.constantFrom(0.5, 0.8)),
    host: maybe(fc.constantFrom('secretary', 'committee')),
  })
  .chain((all) =>
    fc
      .subarray(Object.keys(all), { maxLength: 2 })
      .map((keys) => compact(Object.fromEntries(Object.entries(all).filter(([k]) => keys.includes(k))))),
  );
const someOf = (words: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...words], { minLength: 1, maxLength: 2 });

const where: fc.Arbitrary<Plain> = fc
  .record({
    ageAtMost: maybe(fc.oneof(fc.constantFrom(30, 40), fc.constant({ parameter: 'age' }))),
    ageAtLeast: maybe(fc.constantFrom(25, 35)),
    educationAtLeast: maybe(fc.constantFrom('high-school', 'college')),
    sex: maybe(fc.constantFrom('male', 'female')),
    floating: maybe(fc.constantFrom('out', 'in')),
    paired: maybe(fc.boolean()),
    lostContact: maybe(fc.boolean()),
    hasPostDuty: maybe(fc.boolean()),
    noSeat: maybe(fc.boolean()),
    contactKnownMonths: maybe(fc.constantFrom(1, 3, 12)),
    exemptHours: maybe(fc.boolean()),
  })
  .chain((all) =>
    fc
      .subarray(Object.keys(all), { maxLength: 2 })
      .map((keys) => compact(Object.fromEntries(Object.entries(all).filter(([k]) => keys.includes(k))))),
  );
const roster = fc.constantFrom(
  'member',
  'full-member',
  'probationary',
  'applicant',
  'activist',
  'candidate',
  'floating-member',
);
const seated = fc.constantFrom('secretary', 'committee', 'organisation-member');
const people: fc.Arbitrary<Plain> = fc.oneof(
  fc.record({ set: roster, where }),
  fc.record({ set: fc.constant('seat'), post: seated, where }),
  fc.record({ set: fc.constant('reserve-cadre'), where }),
);
const fresh = fc.record({
  set: fc.constant('new-member'),
  where: where.map(({ noSeat: _noSeat, ...rest }) => rest),
});

const activities = fc.oneof(
  fc.record({ activity: someOf(ACTIVITIES), window, bounds: countBounds, only }),
  fc.record({
    activity: someOf(ACTIVITIES),
    window,
    bounds: countBounds,
    only,
    each: fc.constantFrom('group', 'committee-member'),
  }),
  fc.record({
    activity: someOf(ACTIVITIES),
    window,
    bounds: countBounds,
    distinct: fc.constantFrom('way', 'title', 'theme'),
  }),
  fc.record({
    activity: someOf(ACTIVITIES),
    window,
    bounds: countBounds,
    only: fc.record({ fixedDay: fc.integer({ min: 0, max: 3 }) }),
  }),
  fc.record({
    activity: someOf(ACTIVITIES),
    window,
    bounds: countBounds,
    only: fc.record({ attendedBy: fc.constantFrom('secretary', 'committee') }),
  }),
);
const hours = fc.record({
  who: people,
  bounds: fc.constantFrom({ atLeast: 24 }, { moreThan: 24 }, { atLeast: { parameter: 'hours' } }),
  share: fc.oneof(fc.constant(1), shareValue),
  only: fc.constantFrom({}, { grade: 'county' }, { concentrated: true }, { activity: 'training' }),
});
const headcount = fc.oneof(
  fc.record({ who: people, bounds: countBounds }),
  fc.record({ who: people, bounds: countBounds, orFigure: fc.constant('members') }),
  fc.record({ who: fresh, bounds: countBounds, window }),
);
const share = fc.oneof(
  fc.record({ who: people, among: people, bounds: shareBounds }),
  fc.record({ who: fresh, among: fresh, bounds: shareBounds, window }),
  fc.record({
    figures: fc.constant({ part: 'households-visited', whole: 'households' }),
    bounds: shareBounds,
    validMonths: fc.constantFrom(6, 12, 24),
  }),
  fc.record({
    activities: fc.record({
      part: fc.record({ activity: someOf(ACTIVITIES), only }),
      whole: fc.record({ activity: someOf(ACTIVITIES) }),
    }),
    window,
    bounds: shareBounds,
  }),
);
const figureTest = fc.oneof(
  fc.record({ figure: fc.constantFrom(...FIGURES), bounds: countBounds }),
  fc.record({
    figure: fc.constantFrom(...FIGURES),
    bounds: countBounds,
    validMonths: fc.constantFrom(1, 12),
  }),
  fc.record({
    figure: fc.constantFrom(...FIGURES),
    bounds: countBounds,
    years: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    figure: fc.constantFrom(...FIGURES),
    bounds: fc.constantFrom({ moreThan: 'compare' }, { atLeast: 'compare' }, { lessThan: 'compare' }),
    compare: fc.constantFrom(
      { of: 'self', yearsAgo: 1 },
      { of: 'superior' },
      { of: 'superior', yearsAgo: 1, figure: 'members' },
    ),
  }),
);
const figure = fc.oneof(figureTest, fc.record({ anyOf: fc.tuple(figureTest, figureTest) }));
const document = fc.record({ documents: someOf(DOCUMENTS), of: fc.constantFrom('now', 'year') });
const onSite = fc.record({
  look: fc.constant('外观整洁'),
  bounds: fc.constantFrom({ atLeast: 60 }, { moreThan: 80 }),
  validMonths: fc.constantFrom(6, 12),
});
const poll = fc.record({
  about: fc.constantFrom('cadres', 'members'),
  answer: fc.constantFrom('satisfied', 'dissatisfied'),
  bounds: fc.constantFrom({ atLeast: 0.8 }, { atMost: 0.1 }, { moreThan: 0.7 }),
  satisfiedIncludes: maybe(fc.constant('basically')),
});
const event = fc.record({ event: someOf(EVENTS), window: fc.oneof(window, fc.constant('now')) });

const measured: fc.Arbitrary<Plain> = fc.oneof(
  ...(
    [
      ['activities', activities],
      ['activities', activities],
      ['hours', hours],
      ['headcount', headcount],
      ['share', share],
      ['figure', figure],
      ['document', document],
      ['on-site', onSite],
      ['poll', poll],
      ['event', event],
    ] as const
  ).map(([measure, arb]) => (arb as fc.Arbitrary<Plain>).map((rest) => ({ measure, ...rest }))),
);

const condition: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant({ form: ['branch'] }),
  fc.constant({ form: ['general-branch', 'committee'] }),
  fc.record({ headcount: people, bounds: countBounds }).map(flatten),
  fc.record({ figure: fc.constantFrom(...FIGURES), bounds: countBounds }).map(flatten),
  fc.record({ event: fc.constantFrom(...EVENTS) }),
  fc.record({ noEvent: fc.constantFrom(...EVENTS), window: fc.constantFrom('term', 'year', 'now') }),
);

/** `bounds` stand at the side of the other keys in an edition. */
function flatten(value: Plain): Plain {
  const { bounds, anyOf, ...rest } = value;
  return {
    ...rest,
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(flatten) } : {}),
    ...(typeof bounds === 'object' ? bounds : {}),
  };
}

const UNITS: Readonly<Record<string, string>> = {
  activities: 'occurrence',
  hours: 'person',
  headcount: 'person',
  share: 'percentage-point',
  figure: 'item',
  document: 'item',
  poll: 'percentage-point',
  event: 'occurrence',
};

/** Moves that the measure allows. */
function withMoves(check: Plain, way: string): Plain {
  const unit = UNITS[String(check.measure)];
  if (check.measure === 'on-site')
    return { ...check, moves: way === 'each' ? 'all-or-nothing' : 'proportion' };
  switch (way) {
    case 'each':
      return {
        ...check,
        moves: { way, off: 0.3, unit, ...(unit === 'percentage-point' ? { step: 5 } : {}) },
      };
    case 'bonus':
      return { ...check, moves: { way, each: 0.5, unit, cap: 2 }, strictness: 'encouraged' };
    case 'veto':
      return { ...check, moves: { way, effect: 'naming' }, strictness: 'must' };
    default:
      return { ...check, moves: way };
  }
}

export const check: fc.Arbitrary<Plain> = fc
  .record({
    rest: measured,
    when: fc.oneof(fc.constant(undefined), fc.constant(undefined), condition, fc.tuple(condition, condition)),
    strictness: fc.constantFrom('must', 'must', 'normally', 'encouraged'),
    way: fc.constantFrom('all-or-nothing', 'each', 'each', 'bonus', 'veto'),
  })
  .map(({ rest, when, strictness, way }) => {
    const mild = way === 'veto' || way === 'bonus' ? undefined : strictness;
    return compact(withMoves(compact({ ...flatten(rest), when, strictness: mild }), way));
  });
