/** Which side of the number is allowed; `gt` and `lt` leave the number itself out. */
export type Direction = 'ge' | 'gt' | 'le' | 'lt';

const MORE = ['>', '超过', '多于', '高于', '大于', '突破', '超出', '逾', '超'];
const LESS = ['少于', '低于', '小于'];
const NOT = [
  '不',
  '不得',
  '不能',
  '不应',
  '不可',
  '不宜',
  '不会',
  '不准',
  '不要',
  '未',
  '没有',
  '不应该',
  '不允许',
  '均不',
  '一般不',
  '应不',
];

function beforeTable(): Map<string, Direction> {
  const table = new Map<string, Direction>();
  for (const word of MORE) {
    table.set(word, 'gt');
    for (const not of NOT) table.set(not + word, 'le');
  }
  for (const word of LESS) {
    table.set(word, 'lt');
    for (const not of NOT) table.set(not + word, 'ge');
  }
  for (const word of '至少 最少 起码 达到 达 达至 不下于 不下 不亚于 不得下于 满 最低 至少要 至少有 必须达到 应达到 要达到 占到 提高到 提升到 增加到 ≥ ≧ >='.split(
    ' ',
  ))
    table.set(word, 'ge');
  for (const word of '最多 至多 控制在 最高 控制到 限制在 压缩到 下降到 降至 降到 降低到 控制为 上限 ≤ ≦ <='.split(
    ' ',
  ))
    table.set(word, 'le');
  for (const word of '不足 不到 不满 未满 未达到 未达 达不到 不及 没达到 没有达到 未能达到 未到 <'.split(' '))
    table.set(word, 'lt');
  return table;
}

/** Bounds that stand before the number. */
export const BEFORE: ReadonlyMap<string, Direction> = beforeTable();

/** Bounds that stand right after the number and its unit. */
export const AFTER: ReadonlyMap<string, Direction> = new Map([
  ...'以上 及以上 或以上 之上 及其以上'.split(' ').map((word) => [word, 'ge'] as const),
  ...'以下 及以下 以内 之内 之下 内'.split(' ').map((word) => [word, 'le'] as const),
]);

/** What a violation's bound asks for: 少于4次的扣分 asks for four. */
export const ASKED: Readonly<Record<Direction, Direction>> = { lt: 'ge', le: 'gt', gt: 'le', ge: 'lt' };
