import { expect, test } from 'vitest';
import { sketch } from '../../testing/sketch.ts';
import { sourceOf } from '../../testing/source-of.ts';

test('扣分项 and 加分项 that move points are scoring', () => {
  const source = sourceOf('村党组织考核表', {
    rows: [
      ['考核内容', '分值', '扣分项', '加分项'],
      ['支委会每月召开1次', '10', '少1次扣1分', '超过12次的加1分'],
      ['党课每季度1次', '10', '少1次扣2分', ''],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 村党组织考核表 · rural · scoring-sheet · 20
    #
      - (10) 支委会每月召开1次 / S 少1次扣1分 / S 超过12次的加1分
      - (10) 党课每季度1次 / S 少1次扣2分"
  `);
});

test('the fields of a form above the header, scores already filled in', () => {
  const source = sourceOf({
    rows: [
      [{ text: '社区党建考核评分表', columns: 5 }],
      ['社区名称', '', '考核日期', '', ''],
      ['序号', '考核内容', '分值', '评分标准', '得分'],
      ['1', '支委会每月1次', '10', '少1次扣1分', '9'],
      ['2', '党课每季度1次', '10', '少1次扣1分', '8'],
    ],
    sheet: 'Sheet1',
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党建考核评分表 · community · scoring-sheet · 20
    #
      1 (10) 支委会每月1次 / S 少1次扣1分
      2 (10) 党课每季度1次 / S 少1次扣1分"
  `);
});

test('a heading repeated in each row is one chapter; the sheet’s name is the title', () => {
  const source = sourceOf({
    rows: [
      ['类别', '指标', '标准', '分值'],
      ['组织建设', '换届', '按期换届', '10'],
      ['组织建设', '班子', '班子健全', '10'],
      ['组织生活', '支委会', '每月1次', '10'],
      ['组织生活', '党课', '每季度1次', '10'],
    ],
    sheet: '社区党支部评分标准',
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党支部评分标准 · community · scoring-sheet · 40
    # 组织建设
      - [换届] (10) 按期换届
      - [班子] (10) 班子健全
    # 组织生活
      - [支委会] (10) 每月1次
      - [党课] (10) 每季度1次"
  `);
});

test('a table without points and scoring', () => {
  const source = sourceOf('非公企业党组织规范化建设标准', {
    rows: [
      ['序号', '建设内容', '建设标准'],
      ['1', '组织设置', '正式党员3人以上单独成立党支部'],
      ['2', '班子建设', '书记每年培训1次以上'],
      ['3', '组织生活', '支委会每月1次，党员大会每季度1次'],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 非公企业党组织规范化建设标准 · private · basic · -
    #
      1 [组织设置] 正式党员3人以上单独成立党支部
      2 [班子建设] 书记每年培训1次以上
      3 [组织生活] 支委会每月1次，党员大会每季度1次"
  `);
});

test('three columns of words, the first two merged', () => {
  const source = sourceOf('机关党建工作责任清单', {
    rows: [
      ['一级指标', '二级指标', '具体要求', '评分标准', '分值'],
      [
        { text: '政治建设\n25分', rows: 3 },
        { text: '理论武装\n15分', rows: 2 },
        '中心组学习每季度不少于1次',
        '少1次扣2分',
        '8',
      ],
      ['年度学习计划', '未制定扣2分', '7'],
      ['意识形态\n10分', '每半年研究1次', '少1次扣5分', '10'],
      [
        { text: '组织建设\n25分', rows: 2 },
        { text: '组织生活\n25分', rows: 2 },
        '支委会每月1次',
        '少1次扣1分',
        '15',
      ],
      ['党课每季度1次', '少1次扣2分', '10'],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党建工作责任清单 · agency · scoring-sheet · 50
    # 政治建设 (25)
      - [理论武装] (8) 中心组学习每季度不少于1次 / S 少1次扣2分
      - [理论武装] (7) 年度学习计划 / S 未制定扣2分
      - [意识形态] (10) 每半年研究1次 / S 少1次扣5分
    # 组织建设 (25)
      - [组织生活] (15) 支委会每月1次 / S 少1次扣1分
      - [组织生活] (10) 党课每季度1次 / S 少1次扣2分"
  `);
});

test('points before the wording, upright headings with points', () => {
  const source = sourceOf({
    rows: [
      [{ text: '2012年村级党建目标考核评分细则', columns: 6 }],
      ['类别', '序号', '分值', '考核要点及分值分解', '考核办法', '考评\n得分'],
      [
        { text: '落\n实    工作     责任     机制11分', rows: 2 },
        '1',
        '2',
        '制订规划和年度计划；无计划不得分，未落实扣1分。',
        '查看会议记录',
        '',
      ],
      ['2', '3', '书记述职，半年和年底各一次。', '查看支部会议录', ''],
      [
        { text: '村级    班子    建设12分', rows: 1 },
        '3',
        '7',
        '未召开动员会扣1分，无方案扣1分。',
        '查看会议录、资料',
        '',
      ],
    ],
    sheet: 'Sheet1',
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 2012年村级党建目标考核评分细则 · rural · scoring-sheet · 23
    # 落实    工作     责任     机制 (11)
      1 (2) 制订规划和年度计划；无计划不得分，未落实扣1分。 / M 查看会议记录
      2 (3) 书记述职，半年和年底各一次。 / M 查看支部会议录
    # 村级    班子    建设 (12)
      3 (7) 未召开动员会扣1分，无方案扣1分。 / M 查看会议录、资料"
  `);
});

test('a sheet without points: scoring, ways of looking and empty columns', () => {
  const source = sourceOf(
    '全县村级组织星级创建工作考评细则',
    '考评时间：',
    {
      rows: [
        ['项 目', '考评内容', '评分办法', '考评办法', '考评记载', '得分'],
        [
          '班子坚强星',
          '村“两委”班子健全，结构合理。',
          '“两委”班子不健全扣5分，不团结扣3分。',
          '查阅资料',
          '',
          '',
        ],
        ['民主管理星', '党务村务每季度最少公开1次。', '少1次扣1分。', '查阅档案', '', ''],
      ],
    },
    '说明：每颗星基准分100分，得分在80分以上获得该星。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 全县村级组织星级创建工作考评细则 · rural · scoring-sheet · 100
    #
      - [班子坚强星] 村“两委”班子健全，结构合理。 / S “两委”班子不健全扣5分，不团结扣3分。 / M 查阅资料
      - [民主管理星] 党务村务每季度最少公开1次。 / S 少1次扣1分。 / M 查阅档案"
  `);
});
