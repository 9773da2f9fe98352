import { expect, test } from 'vitest';
import { leftOf, sketch } from '../../testing/sketch.ts';
import { sourceOf } from '../../testing/source-of.ts';

test('a sheet of bonuses goes on with the first; a sheet of explanations is left', () => {
  const source = sourceOf(
    {
      rows: [
        [{ text: '2024年党支部考核评分表', columns: 4 }],
        ['序号', '考核内容', '分值', '评分标准'],
        ['1', '支委会每月1次', '10', '少1次扣1分'],
        ['2', '党课每季度1次', '10', '少1次扣1分'],
        ['', '合计', '20', ''],
      ],
      sheet: '基础分',
    },
    {
      rows: [
        ['序号', '加分内容', '分值', '评分标准'],
        ['1', '获得市级表彰', '', '每次加5分'],
        ['2', '信息被采用', '', '每篇加1分，最高3分'],
      ],
      sheet: '加分项',
    },
    { rows: [['填表说明'], ['1.本表由支部填写。']], sheet: '说明' },
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 2024年党支部考核评分表 · - · scoring-sheet · 20
    # 基础分
      1 (10) 支委会每月1次 / S 少1次扣1分
      2 (10) 党课每季度1次 / S 少1次扣1分
    # 加分项
      1 获得市级表彰 / S 每次加5分
      2 信息被采用 / S 每篇加1分，最高3分"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "table header: 序号 考核内容 分值 评分标准",
      "row of totals: 合计 20",
      "table header: 序号 加分内容 分值 评分标准",
      "prose around the table: 填表说明",
      "prose around the table: 1.本表由支部填写。",
    ]
  `);
});

test('sheets with titles of their own are editions of their own', () => {
  const source = sourceOf(
    {
      rows: [
        [{ text: '农村党支部考核评分表', columns: 3 }],
        ['序号', '考核内容', '分值'],
        ['1', '支委会每月1次', '10'],
        ['2', '村干部坐班', '10'],
      ],
      sheet: '农村',
    },
    {
      rows: [
        [{ text: '社区党支部考核评分表', columns: 3 }],
        ['序号', '考核内容', '分值'],
        ['1', '网格党小组', '10'],
        ['2', '在职党员报到', '10'],
      ],
      sheet: '社区',
    },
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部考核评分表 · rural · scoring-sheet · 20
    #
      1 (10) 支委会每月1次
      2 (10) 村干部坐班
    = 社区党支部考核评分表 · community · scoring-sheet · 20
    #
      1 (10) 网格党小组
      2 (10) 在职党员报到"
  `);
});

test('the paper around a table is left', () => {
  const source = sourceOf(
    '县直机关党建工作考核办法',
    '为加强机关党建，制定本办法。',
    '一、考核对象',
    '县直各部门。',
    '二、考核内容',
    '考核内容见下表。',
    {
      rows: [
        ['考核项目', '考核内容', '分值', '评分标准'],
        ['组织建设', '按期换届。', '50', '未换届扣10分。'],
        ['组织生活', '支委会每月1次。', '50', '少1次扣1分。'],
      ],
    },
    '三、结果运用',
    '考核结果作为评优依据。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 县直机关党建工作考核办法 · agency · scoring-sheet · 100
    #
      - [组织建设] (50) 按期换届。 / S 未换届扣10分。
      - [组织生活] (50) 支委会每月1次。 / S 少1次扣1分。"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "prose around the table: 为加强机关党建，制定本办法。",
      "prose around the table: 一、考核对象",
      "prose around the table: 县直各部门。",
      "prose around the table: 二、考核内容",
      "prose around the table: 考核内容见下表。",
      "table header: 考核项目 考核内容 分值 评分标准",
      "prose around the table: 三、结果运用",
      "prose around the table: 考核结果作为评优依据。",
    ]
  `);
});

test('a table under each heading of the text', () => {
  const source = sourceOf(
    '村级党建考核细则',
    '一、组织建设（50分）',
    {
      rows: [
        ['序号', '考核内容', '分值', '评分标准'],
        ['1', '按期换届。', '20', '未换届扣10分。'],
        ['2', '班子健全。', '30', '不健全扣5分。'],
      ],
    },
    '二、组织生活（50分）',
    {
      rows: [
        ['序号', '考核内容', '分值', '评分标准'],
        ['1', '支委会每月1次。', '50', '少1次扣1分。'],
      ],
    },
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 村级党建考核细则 · rural · scoring-sheet · 100
    # 一 组织建设 (50)
      1 (20) 按期换届。 / S 未换届扣10分。
      2 (30) 班子健全。 / S 不健全扣5分。
    # 二 组织生活 (50)
      1 (50) 支委会每月1次。 / S 少1次扣1分。"
  `);
});

test('考核标准 without movements of points is the wording', () => {
  const source = sourceOf('两新组织党组织星级评定标准', {
    rows: [
      ['考核内容', '考核标准', '分值', '得分'],
      ['组织覆盖', '正式党员3名以上单独建立党组织', '10', ''],
      ['书记队伍', '书记每年参加培训1次以上', '10', ''],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 两新组织党组织星级评定标准 · private · scoring-sheet · 20
    #
      - [组织覆盖] (10) 正式党员3名以上单独建立党组织
      - [书记队伍] (10) 书记每年参加培训1次以上"
  `);
});

test('考核标准 with movements of points is the scoring', () => {
  const source = sourceOf('两新组织党组织星级评定标准', {
    rows: [
      ['考核内容', '考核标准', '分值', '得分'],
      ['正式党员3名以上单独建立党组织', '未建立的扣10分', '10', ''],
      ['书记每年参加培训1次以上', '未参加的扣5分', '10', ''],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 两新组织党组织星级评定标准 · private · scoring-sheet · 20
    #
      - (10) 正式党员3名以上单独建立党组织 / S 未建立的扣10分
      - (10) 书记每年参加培训1次以上 / S 未参加的扣5分"
  `);
});
