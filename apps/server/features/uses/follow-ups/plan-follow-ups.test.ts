import { expect, test } from 'vitest';
import { type FollowedUnit, planFollowUps } from './plan-follow-ups.ts';

const today = '2026-11-20';
const unit = (id: number, of: Partial<FollowedUnit>): FollowedUnit => ({
  id,
  name: `村${id}`,
  parent: '1.',
  class: null,
  unmet: [],
  met: new Set(),
  findings: [],
  practices: [],
  ...of,
});
const lacks = (item: string) => ({ item, title: `条目${item}`, text: '少一次', lost: 1, checks: [] });

test('each class gets its own kind of work: a leading village is not sent to fill gaps of its standing', () => {
  const drafts = planFollowUps(
    [
      unit(1, { class: 'leading', practices: ['积分超市'], unmet: [lacks('x')] }),
      unit(2, {
        class: 'middle',
        unmet: [lacks('a')],
        findings: [{ item: 'f', title: '阵地', text: '门锁着' }],
      }),
      unit(3, { class: 'lagging', unmet: [lacks('a')] }),
      unit(4, { unmet: [lacks('b')] }),
    ],
    today,
  );
  expect(drafts.map(({ organization, way }) => `${organization} ${way}`)).toEqual([
    '1 consolidate',
    '2 fill-gaps',
    '2 fill-gaps',
    '3 transform',
    '3 fill-gaps',
    '4 fill-gaps',
  ]);
  expect(drafts[0]?.task).toContain('“积分超市”');
});

test('what two panelists found in the same words is one task, not two', () => {
  const found = { item: 'f', title: '阵地', text: '门锁着' };
  const other = { ...found, title: '制度' };
  const drafts = planFollowUps([unit(1, { findings: [found, found, other] })], today);
  expect(drafts.map(({ task }) => task)).toEqual([
    '整改现场发现的问题（阵地）：门锁着',
    '整改现场发现的问题（制度）：门锁着',
  ]);
});

test('a lagging village learns from a leading one that does well what it lacks, near ones first, the load shared', () => {
  const drafts = planFollowUps(
    [
      unit(1, { class: 'leading', parent: '2.', met: new Set(['a']) }),
      unit(2, { class: 'leading', met: new Set(['a']) }),
      unit(3, { class: 'leading', met: new Set(['a']) }),
      unit(4, { class: 'lagging', unmet: [lacks('a')] }),
      unit(5, { class: 'lagging', unmet: [lacks('a')] }),
    ],
    today,
  );
  const partners = drafts.filter(({ way }) => way === 'learn-from').map(({ partner }) => partner);
  expect(partners).toEqual([2, 3]);
});

test('due days are counted over the end of a month and of a leap year', () => {
  const [gap] = planFollowUps([unit(1, { class: 'middle', unmet: [lacks('a')] })], '2027-12-31');
  expect(gap?.dueOn).toBe('2028-02-29');
});
