import { expect, test } from 'vitest';
import { leftOf, sketch } from '../../testing/sketch.ts';
import { sourceOf } from '../../testing/source-of.ts';

test('two header rows, merged first and second headings, columns for scores ignored', () => {
  const source = sourceOf(
    { text: '2024年农村基层党建工作考核评分表', centred: true },
    {
      rows: [
        ['序号', { text: '考核指标', columns: 3 }, '分值', '评分标准', '自评得分', '考核得分'],
        ['', '一级指标', '二级指标', '三级指标', '', '', '', ''],
        [
          '1',
          { text: '组织建设\n（40分）', rows: 3 },
          { text: '班子建设', rows: 2 },
          '班子成员3至7人，结构合理。',
          '10',
          '不合格扣5分',
          '',
          '',
        ],
        ['2', '书记每年参加培训不少于1次。', '15', '未参加扣5分。', '', ''],
        ['3', '制度建设', '建立“三会一课”制度。', '15', '未建立不得分。', '', ''],
        [
          '4',
          { text: '作用发挥\n（60分）', rows: 1 },
          '服务群众',
          '党员联系户每季度走访1次。',
          '60',
          '每少1次扣5分',
          '',
          '',
        ],
        [{ text: '合计', columns: 4 }, '100', '', '', ''],
        [{ text: '考核人签字：　　　　　　　　　　　　年　月　日', columns: 8 }],
      ],
    },
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 2024年农村基层党建工作考核评分表 · rural · scoring-sheet · 100
    # 组织建设 (40)
      1 [班子建设] (10) 班子成员3至7人，结构合理。 / S 不合格扣5分
      2 [班子建设] (15) 书记每年参加培训不少于1次。 / S 未参加扣5分。
      3 [制度建设] (15) 建立“三会一课”制度。 / S 未建立不得分。
    # 作用发挥 (60)
      4 [服务群众] (60) 党员联系户每季度走访1次。 / S 每少1次扣5分"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "table header: 序号 考核指标 分值 评分标准 自评得分 考核得分",
      "table header: 一级指标 二级指标 三级指标",
      "row of totals: 合计 100",
      "field of the form: 考核人签字：　　　　　　　　　　　　年　月　日",
    ]
  `);
});

test('a table without a header is read by what its columns hold', () => {
  const source = sourceOf('学校党组织评分表', {
    rows: [
      ['组织建设', '按期换届，任期5年。', '10', '未换届扣10分。'],
      ['组织生活', '每月召开1次支委会。', '20', '少1次扣2分。'],
      ['队伍建设', '每两年发展1名党员。', '10', '未发展扣5分。'],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校党组织评分表 · school · scoring-sheet · 40
    #
      - [组织建设] (10) 按期换届，任期5年。 / S 未换届扣10分。
      - [组织生活] (20) 每月召开1次支委会。 / S 少1次扣2分。
      - [队伍建设] (10) 每两年发展1名党员。 / S 未发展扣5分。"
  `);
});

test('a header repeated on each page, chapters only where they begin, a row of bonuses', () => {
  const source = sourceOf('社区党建考核表', {
    rows: [
      ['项目', '内容', '分值', '评分办法'],
      ['一、组织建设', '1.设置规范。', '10', '不规范扣2分'],
      ['', '2.班子健全。', '10', '不健全扣2分'],
      ['项目', '内容', '分值', '评分办法'],
      ['二、活动开展', '3.每月1次主题党日。', '20', '少1次扣2分'],
      ['', '4.每季度1次党课。', '20', '少1次扣2分'],
      ['加分项', '5.受到县级以上表彰。', '', '每次加2分，最高5分'],
      ['总分', '', '60', ''],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党建考核表 · community · scoring-sheet · 60
    # 一 组织建设
      1 (10) 设置规范。 / S 不规范扣2分
      2 (10) 班子健全。 / S 不健全扣2分
    # 二 活动开展
      3 (20) 每月1次主题党日。 / S 少1次扣2分
      4 (20) 每季度1次党课。 / S 少1次扣2分
    # 加分项
      5 受到县级以上表彰。 / S 每次加2分，最高5分"
  `);
});

test('chapters as rows across the table, a note below', () => {
  const source = sourceOf('村党组织建设评分细则', {
    rows: [
      ['序号', '考核内容', '标准分', '扣分标准', '备注'],
      [{ text: '一、基本队伍（30分）', columns: 5 }],
      ['1', '村党组织书记每年培训1次。', '15', '未参加扣5分', ''],
      ['2', '后备干部2名以上。', '15', '少1名扣5分', ''],
      [{ text: '二、基本活动（20分）', columns: 5 }],
      ['3', '支委会每月1次。', '20', '少1次扣2分', ''],
      [{ text: '注：本表由乡镇党委填写。', columns: 5 }],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 村党组织建设评分细则 · rural · scoring-sheet · 50
    # 一 基本队伍 (30)
      1 (15) 村党组织书记每年培训1次。 / S 未参加扣5分
      2 (15) 后备干部2名以上。 / S 少1名扣5分
    # 二 基本活动 (20)
      3 (20) 支委会每月1次。 / S 少1次扣2分"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "table header: 序号 考核内容 标准分 扣分标准 备注",
      "note: 注：本表由乡镇党委填写。",
    ]
  `);
});

test('points printed once for several numbered rows are the chapter’s; unnumbered rows under one number of points are one item', () => {
  const source = sourceOf('机关党建考核评分标准', {
    rows: [
      ['考核项目', '分值', '考核内容', '评分办法'],
      [{ text: '组织建设', rows: 3 }, { text: '20', rows: 3 }, '1.按期换届。', '未换届扣5分'],
      ['2.班子健全。', '不健全扣5分'],
      ['3.制度完善。', '缺1项扣1分'],
      [{ text: '组织生活', rows: 2 }, { text: '30', rows: 2 }, '支委会每月1次。', '少1次扣1分'],
      ['党员大会每季度1次。', '少1次扣2分'],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党建考核评分标准 · agency · scoring-sheet · 50
    # 组织建设 (20)
      1 按期换届。 / S 未换届扣5分
      2 班子健全。 / S 不健全扣5分
      3 制度完善。 / S 缺1项扣1分
    # 组织生活
      - (30) 支委会每月1次。 / S 少1次扣1分 / 党员大会每季度1次。 / S 少1次扣2分"
  `);
});

test('several scored pieces in one cell are items, with the scoring of each', () => {
  const source = sourceOf('企业党建考核细则', {
    rows: [
      ['项目', '考核内容', '评分标准'],
      ['组织建设（20分）', '1.按期换届（10分）。\n2.班子健全（10分）。', '1.未换届扣5分。\n2.不健全扣5分。'],
      [
        '组织生活（30分）',
        '3.支委会每月1次（15分）。\n4.党员大会每季度1次（15分）。',
        '3.少1次扣1分。\n4.少1次扣2分。',
      ],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 企业党建考核细则 · soe · scoring-sheet · 50
    # 组织建设 (20)
      1 (10) 按期换届。 / S 1.未换届扣5分。
      2 (10) 班子健全。 / S 2.不健全扣5分。
    # 组织生活 (30)
      3 (15) 支委会每月1次。 / S 3.少1次扣1分。
      4 (15) 党员大会每季度1次。 / S 4.少1次扣2分。"
  `);
});

test('numbered pieces in a cell of a row without number and points are items', () => {
  const source = sourceOf('企业党建标准', {
    rows: [
      ['类别', '标准'],
      ['组织建设', '1.按期换届。\n2.班子健全。'],
      ['组织生活', '1.支委会每月1次。\n2.党员大会每季度1次。'],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 企业党建标准 · soe · basic · -
    # 组织建设
      1 按期换届。
      2 班子健全。
    # 组织生活
      1 支委会每月1次。
      2 党员大会每季度1次。"
  `);
});
