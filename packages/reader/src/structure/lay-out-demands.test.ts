import { expect, test } from 'vitest';
import { leftOf, sketch } from '../testing/sketch.ts';
import { textOf } from '../testing/source-of.ts';

const itemsOf = (text: string): string[] =>
  sketch(textOf(text))
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim());

test.each([
  ['委员不得少于三人（8分）。个人擅自决定的扣4分。', '(8) 委员不得少于三人。个人擅自决定的扣4分。'],
  ['有会议记录簿、党员档案。缺一项扣1分。（5分）', '(5) 有会议记录簿、党员档案。缺一项扣1分。'],
  ['建立名册、台账。（5分）', '(5) 建立名册、台账。'],
  ['设立支委会（4分）。没有设立的扣4分。', '(4) 设立支委会。没有设立的扣4分。'],
  ['活动室、会议室、图书室齐全（6分）。缺一室扣1分。', '(6) 活动室、会议室、图书室齐全。缺一室扣1分。'],
  ['班子建设（4分）。没有配齐的扣1分。', '[班子建设] (4) 没有配齐的扣1分。'],
  ['建立台账（4分）：每季度更新，缺一项扣1分。', '[建立台账] (4) 每季度更新，缺一项扣1分。'],
])('a first sentence that asks for something is no heading over its deductions: %s', (said, laid) => {
  const [first] = itemsOf(
    `村党支部考核评分细则\n第一章 组织建设\n第一条 ${said}\n第二条 班子建设（6分）。按期换届，程序规范。`,
  );
  expect(first).toBe(`第一条 ${laid}`);
});

test('a bracket that closes the words states the points, also behind a heading', () => {
  expect(
    itemsOf(
      '村党支部考核评分细则\n一、制度\n1.制度健全。制定年度计划，缺一项扣2分。（6分）\n2.班子团结。分工明确，不明确扣1分。（4分）',
    ),
  ).toEqual(['1 [制度健全] (6) 制定年度计划，缺一项扣2分。', '2 [班子团结] (4) 分工明确，不明确扣1分。']);
});

test('points that close a sentence leave no comma behind, and are found before deductions', () => {
  expect(
    itemsOf(
      '支部考核评分细则\n第一条 党员大会每季度召开一次，满意率不低于90%，计5分。每少一次扣一分。\n第二条 支委会每月召开一次，计5分；',
    ),
  ).toEqual([
    '第一条 (5) 党员大会每季度召开一次，满意率不低于90%。每少一次扣一分。',
    '第二条 (5) 支委会每月召开一次',
  ]);
});

test('an article headed by a noun alone has a title where the others have none', () => {
  expect(
    itemsOf(
      '支部考核办法\n第一条 党员大会每季度召开一次，会议有记录，有决议。\n第二条 支委会每月召开一次，议题事先告知。\n第三条 加分事项。获得县级表彰的加3分。\n第四条 一票否决。发生违纪案件的，当年不得评先。\n第五条 委员三人。每届五年。',
    ),
  ).toEqual([
    '第一条 党员大会每季度召开一次，会议有记录，有决议。',
    '第二条 支委会每月召开一次，议题事先告知。',
    '第三条 [加分事项] 获得县级表彰的加3分。',
    '第四条 [一票否决] 发生违纪案件的，当年不得评先。',
    '第五条 委员三人。每届五年。',
  ]);
});

test('an article that announces the pieces below it is no chapter beside the 章 above it', () => {
  const source = textOf(
    '学校党组织考核办法\n第一章 组织建设\n第一条 组织建设按下列标准计分：\n（一）支委会每月召开一次，计5分；\n（二）党课每季度一次，计5分。\n第二章 党员管理\n第二条 党员管理按下列标准计分：\n（一）名册齐全，计6分；\n（二）按月交纳党费，计4分。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校党组织考核办法 · school · scoring-sheet · 20
    # 第一章 组织建设
      (一) (5) 支委会每月召开一次
      (二) (5) 党课每季度一次
    # 第二章 党员管理
      (一) (6) 名册齐全
      (二) (4) 按月交纳党费"
  `);
  expect(leftOf(source)).toEqual([
    'words before the items of a chapter: 第一条 组织建设按下列标准计分：',
    'words before the items of a chapter: 第二条 党员管理按下列标准计分：',
  ]);
});

test.each([
  ['第一章 组织设置（最高三十分）', '组织设置'],
  ['第一章 组织设置（25%）', '组织设置'],
  ['第一章 组织设置（权重0.2）', '组织设置'],
  ['第一章 组织设置（共30分）', '组织设置'],
  ['第一章 组织设置（含下属单位）', '组织设置（含下属单位）'],
])('what a chapter counts for is no part of its title: %s', (heading, title) => {
  const chapters = sketch(textOf(`村党组织考核办法\n${heading}\n第一条 支委会每月召开一次，有记录。`));
  expect(chapters).toMatch(new RegExp(`# 第一章 ${title.replace(/[（）]/g, '.')}(?: \\(\\d+\\))?\\n`));
});

test.each([
  '中共青山镇村级党组织规范化建设考核评分表',
  '机关党支部标准化规范化建设考核办法',
  '农村党支部标准化建设评价指标体系',
])('a title that goes on after 规范 or 标准 stays whole: %s', (title) => {
  expect(sketch(textOf(`${title}\n一、组织\n1.支委会每月召开一次。`))).toContain(`= ${title} ·`);
});

test('what the total leads to, said at the end, is no part of the last item', () => {
  const source = textOf(
    '党员积分管理办法\n第一条 党员大会每次计2分。\n第二条 党课每次计2分。\n年度积分九十分以上的评定为优秀，六十分以下的评定为不合格。',
  );
  expect(itemsOf('党员积分管理办法\n第一条 党员大会每次计2分。')).toHaveLength(1);
  expect(leftOf(source)).toEqual([
    'how the total is graded: 年度积分九十分以上的评定为优秀，六十分以下的评定为不合格。',
  ]);
});

test('an item whose words begin with a figure is told by the running row', () => {
  expect(
    itemsOf(
      '党支部建设标准\n一、队伍\n1.党员大会每季度召开1次。\n2.35岁以下党员占三成。\n3.100人以上的设党委。',
    ),
  ).toEqual(['1 党员大会每季度召开1次。', '2 35岁以下党员占三成。', '3 100人以上的设党委。']);
});
