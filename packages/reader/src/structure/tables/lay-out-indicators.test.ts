import { expect, test } from 'vitest';
import { leftOf, sketch } from '../../testing/sketch.ts';
import { sourceOf } from '../../testing/source-of.ts';

test('of three levels of indicators the finest is the title; weights are no scores that were filled in', () => {
  const source = sourceOf('村党组织考核细则', {
    rows: [
      ['一级指标', '二级指标', '三级指标', '考核内容', '权重', '分值', '评分标准'],
      [
        { text: '组织建设', rows: 3 },
        { text: '班子', rows: 2 },
        '换届',
        '任期届满按期进行换届选举，程序规范。',
        '10%',
        '10',
        '未换届扣5分',
      ],
      ['结构', '班子成员结构合理、分工明确、团结协作。', '10%', '15', '不合理扣2分'],
      ['制度', '三会一课', '支委会每月召开一次，党课每季度一次。', '20%', '15', '少一次扣1分'],
      ['作用', '服务', '走访', '党员联系户每季度走访1次以上并有记录。', '60%', '60', '少一次扣1分'],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 村党组织考核细则 · rural · scoring-sheet · 100
    # 组织建设
      - [换届] (10) 任期届满按期进行换届选举，程序规范。 / S 未换届扣5分
      - [结构] (15) 班子成员结构合理、分工明确、团结协作。 / S 不合理扣2分
      - [三会一课] (15) 支委会每月召开一次，党课每季度一次。 / S 少一次扣1分
    # 作用
      - [走访] (60) 党员联系户每季度走访1次以上并有记录。 / S 少一次扣1分"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "table header: 一级指标 二级指标 三级指标 考核内容 权重 分值 评分标准",
      "heading of a group of items: 班子",
      "weight of an indicator: 10%",
      "weight of an indicator: 10%",
      "heading of a group of items: 制度",
      "weight of an indicator: 20%",
      "heading of a group of items: 服务",
      "weight of an indicator: 60%",
    ]
  `);
});

test('a column of weights beside points is none of them; alone and without percentages it is the points', () => {
  const rows = (head: string[], ...more: string[][]) => sourceOf('村党组织评分表', { rows: [head, ...more] });
  const beside = rows(
    ['序号', '考核内容', '权重', '分值'],
    ['1', '支委会每月召开1次', '20', '8'],
    ['2', '党课每季度1次', '30', '12'],
  );
  expect(sketch(beside)).toContain('1 (8) 支委会每月召开1次\n  2 (12) 党课每季度1次');
  expect(leftOf(beside)).toContain('weight of an indicator: 20');
  const alone = rows(
    ['序号', '考核内容', '权重'],
    ['1', '支委会每月召开1次', '40'],
    ['2', '党课每季度1次', '60'],
  );
  expect(sketch(alone)).toContain('1 (40) 支委会每月召开1次\n  2 (60) 党课每季度1次');
  const parts = rows(
    ['序号', '考核内容', '权重'],
    ['1', '支委会每月召开1次', '40%'],
    ['2', '党课每季度1次', '60%'],
  );
  expect(sketch(parts)).toContain('1 支委会每月召开1次\n  2 党课每季度1次');
});

test('a row of totals may say what it sums up', () => {
  const source = sourceOf('村党组织评分表', {
    rows: [
      ['序号', '考核内容', '分值'],
      ['1', '支委会每月召开1次', '40'],
      ['2', '党课每季度1次', '60'],
      ['', '基础项合计', '100'],
    ],
  });
  expect(leftOf(source)).toContain('row of totals: 基础项合计 100');
});
