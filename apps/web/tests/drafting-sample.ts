/** Standards in our own words, small enough to be read in a moment. */

export const sheet = `青禾县农村党支部建设评分办法

本办法满分100分。

一、组织生活（50分）
1. 党员大会（20分）。支部党员大会每季度至少召开1次，每少1次扣5分。
2. 主题党日（20分）。主题党日每月开展1次，每少1次扣2分，扣完为止。
3. 党课（10分）。党课每季度至少1次，缺1次扣2.5分。

二、班子与阵地（50分）
4. 班子建设（20分）。支部班子3至5名。
5. 活动场所（20分）。党群服务中心面积不低于120平方米。
6. 村容村貌（10分）。党群服务中心内外整洁，标识醒目。

落款单位：青禾县委组织部
`;

const meetings = ['支部党员大会', '主题党日', '党课', '支部委员会', '组织生活会'];

/** A sheet of `count` items in ten chapters. */
export function longSheet(count: number): string {
  const lines = ['青禾县党支部工作清单评分办法', ''];
  for (let i = 0; i < count; i += 1) {
    if (i % (count / 10) === 0)
      lines.push('', `${'一二三四五六七八九十'.charAt(i / (count / 10))}、工作要求之${i + 1}`);
    const what = meetings[i % meetings.length] ?? '党课';
    lines.push(`${i + 1}. 要求${i + 1}（1分）。${what}每年不少于${(i % 9) + 1}次，每少1次扣0.1分。`);
  }
  return lines.join('\n');
}
