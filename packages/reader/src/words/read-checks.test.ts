import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGENCIES_AND_ENTERPRISES } from './examples/agencies-and-enterprises.ts';
import { ARTICLES } from './examples/articles.ts';
import { GENERAL } from './examples/general.ts';
import { HOURS_AND_PEOPLE } from './examples/hours-and-people.ts';
import { LISTS_AND_LEAKS } from './examples/lists-and-leaks.ts';
import { MEETINGS } from './examples/meetings.ts';
import { MIXED } from './examples/mixed.ts';
import { MORE_FAMILIES } from './examples/more-families.ts';
import { NOTHING } from './examples/nothing.ts';
import { PERIODS } from './examples/periods.ts';
import { itemOf, sayChecks } from './examples/say-checks.ts';
import { SCORING } from './examples/scoring.ts';
import { SHARES } from './examples/shares.ts';
import { SPOKEN } from './examples/spoken.ts';
import { VILLAGES_AND_SCHOOLS } from './examples/villages-and-schools.ts';
import { readChecks } from './read-checks.ts';

describe.each([
  ['meetings', MEETINGS],
  ['hours and people', HOURS_AND_PEOPLE],
  ['shares and polls', SHARES],
  ['general', GENERAL],
  ['scoring columns', SCORING],
  ['agencies and enterprises', AGENCIES_AND_ENTERPRISES],
  ['villages and schools', VILLAGES_AND_SCHOOLS],
  ['bounds and periods', MIXED],
  ['spans of time', PERIODS],
  ['articles', ARTICLES],
  ['plain speech', SPOKEN],
  ['lists and leaks', LISTS_AND_LEAKS],
  ['more of the same families', MORE_FAMILIES],
  ['numbers that are no thresholds', NOTHING],
])('a sentence read wrongly: %s', (_, examples) => {
  test.each(examples)('%s', (words, checks) => {
    expect(sayChecks(itemOf(words))).toBe(checks);
  });
});

describe('words and places', () => {
  test('a check that shows other words than those of the source', () => {
    const [check] = readChecks(itemOf('党员 大会：每 季度 至少召开 １ 次，会议记录规范。'));
    expect(check).toMatchObject({
      measure: 'activities',
      activity: 'general-meeting',
      per: 'quarter',
      atLeast: 1,
    });
    expect(check?.words).toBe('每 季度 至少召开 １ 次');
  });

  test('a check that stands at another passage than the one it was read from', () => {
    const item = itemOf('党员大会每季度1次。');
    item.passages.push({ role: 'text', text: '支委会每月1次。', at: { sheet: '表1', row: 7 } });
    expect(readChecks(item).map((check) => check.at)).toEqual([{ paragraph: 1 }, { sheet: '表1', row: 7 }]);
  });

  test('a heading that says what the words leave out is not used', () => {
    expect(sayChecks(itemOf('每季度不少于1次。', '党员大会'))).toBe('activities general-meeting quarter ≥1');
  });

  test('what a heading says of the dues is lost on the words below it', () => {
    expect(sayChecks(itemOf('每年公布收支情况。', '党费收缴'))).toBe('activities dues-notice year ≥1');
  });

  test('a method column is taken for what is asked', () => {
    const item = itemOf('制度健全。');
    item.passages.push({ role: 'method', text: '每季度抽查1次。', at: { paragraph: 2 } });
    expect(sayChecks(item)).toBe('');
  });

  test('bonus chapters give checks', () => {
    expect(sayChecks({ ...itemOf('每年获得市级表彰2次以上。'), chapter: '加分项' })).toBe('');
  });
});

describe('papers, events and looks', () => {
  const names = (words: string, measure: string) =>
    readChecks(itemOf(words))
      .filter((check) => check.measure === measure)
      .map((check) =>
        'document' in check
          ? check.document
          : 'event' in check
            ? check.event
            : 'look' in check
              ? check.look
              : '',
      );

  test.each([
    ['有年度工作计划。', ['年度工作计划']],
    ['建立流动党员台账，困难党员名册齐全。', ['流动党员台账', '困难党员名册']],
    ['议事规则、财务制度健全。', ['议事规则', '财务制度']],
    ['有会议记录簿、党费台账、党员档案。', ['会议记录簿', '党费台账', '党员档案']],
    ['建立名册、台账。', ['名册', '台账']],
    ['有签到册、学习笔记。', ['签到册', '学习笔记']],
    ['党员大会、支委会记录齐全。', ['党员大会、支委会记录']],
    ['制定《村规民约》并上墙。', ['村规民约']],
  ])('a paper that is missed: %s', (words, documents) => {
    expect(names(words, 'document')).toEqual(expect.arrayContaining(documents));
  });

  test.each(['按照工作计划要求推进。', '没有建立台账的，扣2分。'])(
    'a paper that is only mentioned: %s',
    (words) => {
      expect(names(words, 'document')).toEqual([]);
    },
  );

  test('an event and how far back it is looked for', () => {
    const checks = readChecks(itemOf('任期以来没有发生违纪违法案件。'));
    expect(checks).toMatchObject([{ measure: 'event', event: '违纪违法案件', lookback: 'term' }]);
  });

  test.each(['无职党员设岗定责。', '无正当理由不参加的，提醒谈话。'])(
    '无 that forbids nothing: %s',
    (words) => {
      expect(names(words, 'event')).toEqual([]);
    },
  );

  test('a sentence that nothing measures is looked at', () => {
    expect(names('外观整洁，标识统一。', 'on-site')).toEqual(['外观整洁，标识统一']);
  });
});

const PIECES = fc.constantFrom(
  ...'每 每月 每季度 全年 任期内 党员大会 支委会 党课 不少于 至少 超过 不足 以上 以下 1 3 80% 三分之二 1:20 次 名 人 学时 万元 平方米 （ ） “ ” 《 》 ， 。 、 ； ： 的 扣 分 各 和 或 年 月 35岁 百 万 几 半数 九成 ~ - 占 满意度 制度 没有 对 凡 建立 党支部 \n'
    .split(' ')
    .concat([' ', '\t', '①', '㎡', '\u0000', '😀', '１', '％']),
);

describe('whatever the text', () => {
  test('it throws, or gives a bound that is no number or words that are not in the text', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 60 }), fc.boolean(), (pieces, scoring) => {
        const words = pieces.join('');
        const item = itemOf(words);
        for (const passage of item.passages) if (scoring) passage.role = 'scoring';
        for (const check of readChecks(item)) {
          expect(words).toContain(check.words);
          for (const bound of [
            'atLeast' in check ? check.atLeast : 0,
            'atMost' in check ? check.atMost : 0,
          ]) {
            expect(bound === undefined || Number.isFinite(bound)).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    '每月1次',
    '一',
    '1',
    '（',
    '“',
    '、党课',
    '3-',
    '，',
    '90%以上',
    '（每月1次）',
    '有制度',
    '每，',
    '1次，',
  ])(
    'a hundred thousand characters of %s take more than linear time',
    (piece) => {
      const timed = (length: number): number => {
        const item = itemOf(piece.repeat(length));
        const start = performance.now();
        readChecks(item);
        return performance.now() - start;
      };
      const best = (length: number): number => Math.min(timed(length), timed(length));
      timed(500);
      const short = Math.max(50, best(Math.floor(10_000 / piece.length)));
      expect(best(Math.floor(100_000 / piece.length))).toBeLessThan(short * 60);
    },
    60_000,
  );
});
