import { parseSource } from '@hujian/engine';
import type { DraftCheck, DraftItem, DraftMovement } from '@hujian/reader';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assemble } from '../source/assemble.ts';
import { draftOf, header, library } from '../testing/library.ts';
import { propose } from './propose.ts';

const { vocabulary, words } = library();
const at = { paragraph: 1 };

const said = fc.constantFrom(
  '党员大会每季度至少1次',
  '不超过3次',
  '每名党员2次',
  '一般不少于80%',
  '“村霸”问题',
  '建立党员名册',
  '年度工作计划',
  '党员超过50名的成立党总支',
  '任期三年',
  '',
  '  ',
);
const per = fc.constantFrom('month', 'quarter', 'half-year', 'year', 'two-years', 'term', 'once' as const);
const activity = fc.constantFrom(
  'general-meeting',
  'theme-day',
  'admission',
  'other:座谈',
  'other:述职',
  'other:',
  'no-such',
);
const who = fc.constantFrom(
  'member',
  'member-full',
  'secretary',
  'cadre-high-school',
  'new-member-to-40',
  'new-member',
  'committee-member-branch',
  'reserve-cadre',
  'member-teacher',
  'other:职工',
  'other:',
  'household',
);
const number = fc.oneof(fc.nat({ max: 120 }), fc.constantFrom(0.5, 0.8, 1 / 3, 2, 3, -1));
const bounds = fc.oneof(
  fc.record({ atLeast: number }),
  fc.record({ atMost: number, exclusive: fc.constant(true as const) }),
  fc.record({ atLeast: number, atMost: number }),
);
const base = fc.record({ at: fc.constant(at), words: said });
const with_ = (part: fc.Arbitrary<object>): fc.Arbitrary<DraftCheck> =>
  fc.tuple(part, bounds, base).map(([a, b, c]) => ({ ...a, ...b, ...c }) as unknown as DraftCheck);
const check = fc.oneof(
  with_(fc.record({ measure: fc.constant('activities'), activity, per })),
  with_(fc.record({ measure: fc.constant('hours'), who, per })),
  with_(fc.record({ measure: fc.constant('headcount'), who })),
  with_(fc.record({ measure: fc.constant('share'), who, among: who })),
  with_(
    fc.record({
      measure: fc.constant('figure'),
      figure: fc.constantFrom('venue-area', 'books', 'poverty-incidence', 'other:党建经费', 'other:年龄'),
      unit: fc.constantFrom('m2', 'yuan', 'count', 'percent', 'year-of-age', '%'),
    }),
  ),
  with_(
    fc.record({
      measure: fc.constant('poll'),
      about: fc.constantFrom('members', 'other:党组织', 'cadres'),
      answer: fc.constantFrom('satisfied', 'dissatisfied'),
    }),
  ),
  with_(fc.record({ measure: fc.constant('document'), document: said })),
  with_(fc.record({ measure: fc.constant('on-site'), look: said })),
  with_(
    fc.record({
      measure: fc.constant('event'),
      event: said,
      lookback: fc.constantFrom('term', 'year', 'now'),
    }),
  ),
);
const movement: fc.Arbitrary<DraftMovement> = fc.record(
  {
    for: fc.constantFrom(
      '少1次',
      '未制定计划',
      '没有召开党员大会',
      '低于80%',
      '失联1名',
      '会议记录弄虚作假',
      '降低',
      '',
    ),
    points: fc.constantFrom<DraftMovement['points']>(0, 0.5, 1, 3, 100, 'all', [1, 3]),
    per: fc.constantFrom('once', 'each', 'judgement' as const),
    unit: fc.constantFrom(
      'occurrence',
      'person',
      'item',
      'percentage-point',
      'day',
      'other:万元',
      'other:学时',
      'other:',
    ),
    step: fc.constantFrom(1, 4, 5),
    cap: fc.constantFrom(0, 2, 10),
    at: fc.constant(at),
    words: said,
  },
  { requiredKeys: ['for', 'points', 'per', 'at', 'words'] },
);
const item: fc.Arbitrary<Partial<DraftItem>> = fc.record({
  title: fc.constantFrom(null, '条目', '一票否决'),
  text: said,
  points: fc.constantFrom(null, 0, 1, 2.5, 4),
  strictness: fc.constantFrom('must', 'normally', 'encouraged' as const),
  veto: fc.boolean(),
  checks: fc.array(check, { maxLength: 4 }),
  deductions: fc.array(movement, { maxLength: 4 }),
  bonuses: fc.array(movement, { maxLength: 2 }),
});

it('whatever the reader finds, the work is one that the engine reads and no point is changed', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
      const work = propose(draftOf(items), vocabulary, words, { day: '2026-11-21' });
      const source = assemble({ ...work, fullMarks: null }, header, { undecided: 'accept', evenPoints: 1 });
      const { errors } = parseSource(source, vocabulary);
      expect(errors.map(({ message }) => message)).toEqual([]);
      expect(work.chapters[0]?.items.map(({ points }) => points)).toEqual(
        items.map(({ points }) => points ?? 0),
      );
      for (const proposal of work.chapters[0]?.items.flatMap(({ proposals }) => proposals) ?? [])
        expect(proposal.check === null ? proposal.why : proposal.sentence).toBeTruthy();
    }),
    { numRuns: 300 },
  );
}, 30_000);
