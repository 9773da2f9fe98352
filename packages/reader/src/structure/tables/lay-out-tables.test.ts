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

test('subtotals, bonuses and vetoes in the column of numbers, a cell across the wording', () => {
  const source = sourceOf({
    rows: [
      [{ text: '2025年村党组织建设考核评分表', columns: 8 }],
      [{ text: '（满分100分）', columns: 8 }],
      [{ text: '村：            考核时间：     年   月   日', columns: 8 }],
      ['序号', '一级指标', '二级指标', '考核内容及标准', '分值（分）', '评分办法', '得分', '备注'],
      [
        '1',
        { text: '组织建设（40分）', rows: 4 },
        { text: '班子建设', rows: 2 },
        '（1）班子成员3至7人；\n（2）任期5年，按期换届。',
        '10',
        '未换届扣5分；班子不全扣5分',
        '',
        '',
      ],
      ['2', '书记每年培训不少于1次', '10', '未参加扣10分', '', ''],
      ['3', { text: '队伍建设', rows: 2 }, '每两年至少发展1名党员', '10', '未发展扣5分', '', ''],
      ['4', '党员每年学习不少于32学时', '10', '每少1学时扣0.5分', '', ''],
      [{ text: '小计', columns: 4 }, '40', '', '', ''],
      ['5', { text: '组织生活（60分）', rows: 2 }, '三会一课', '支委会每月1次', '30', '少1次扣1分', '', ''],
      ['6', '主题党日', '每月1次', '30', '少1次扣2分', '', ''],
      [{ text: '小计', columns: 4 }, '60', '', '', ''],
      [
        { text: '加分项', rows: 2 },
        { text: '', rows: 2 },
        '表彰',
        '获得县级以上表彰',
        '',
        '每次加2分，最高6分',
        '',
        '',
      ],
      ['宣传', '信息被采用', '', '每篇加0.5分', '', ''],
      ['一票否决', { text: '发生严重违纪违法案件的，取消评优资格。', columns: 7 }],
      [{ text: '总分', columns: 4 }, '100', '', '', ''],
      [
        { text: '考核组签字：', columns: 4 },
        { text: '村党组织书记签字：', columns: 4 },
      ],
    ],
    sheet: 'Sheet1',
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 2025年村党组织建设考核评分表 · rural · scoring-sheet · 100
    # 组织建设 (40)
      1 [班子建设] (10) （1）班子成员3至7人； / （2）任期5年，按期换届。 / S 未换届扣5分；班子不全扣5分
      2 [班子建设] (10) 书记每年培训不少于1次 / S 未参加扣10分
      3 [队伍建设] (10) 每两年至少发展1名党员 / S 未发展扣5分
      4 [队伍建设] (10) 党员每年学习不少于32学时 / S 每少1学时扣0.5分
    # 组织生活 (60)
      5 [三会一课] (30) 支委会每月1次 / S 少1次扣1分
      6 [主题党日] (30) 每月1次 / S 少1次扣2分
    # 加分项
      - [表彰] 获得县级以上表彰 / S 每次加2分，最高6分
      - [宣传] 信息被采用 / S 每篇加0.5分
    # 一票否决
      - 发生严重违纪违法案件的，取消评优资格。"
  `);
});

test('two attachments are two editions', () => {
  const source = sourceOf(
    { text: '关于印发基层党组织建设标准的通知', centred: true },
    '各党组织：',
    '现将标准印发给你们。',
    '附件：1.农村党组织建设标准',
    '2.社区党组织建设标准',
    '附件1',
    { text: '农村党组织建设标准', centred: true },
    '一、组织',
    '1.村党组织班子3至7人。',
    '二、生活',
    '2.支委会每月1次。',
    '附件2',
    { text: '社区党组织建设标准', centred: true },
    '一、组织',
    '1.社区党组织班子5至9人。',
    '二、生活',
    '2.支委会每月1次。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党组织建设标准 · rural · basic · -
    # 一 组织
      1 村党组织班子3至7人。
    # 二 生活
      2 支委会每月1次。
    = 社区党组织建设标准 · community · basic · -
    # 一 组织
      1 社区党组织班子5至9人。
    # 二 生活
      2 支委会每月1次。"
  `);
});

test('a title on two lines, a note in brackets under it', () => {
  const source = sourceOf(
    { text: 'XX县非公有制企业', centred: true, bold: true, size: 22 },
    { text: '党组织标准化建设考核标准', centred: true, bold: true, size: 22 },
    { text: '（试行）', centred: true },
    '1.正式党员3人以上的成立党支部。',
    '2.支委会每月1次。',
    '3.党员活动室不少于30平方米。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= XX县非公有制企业党组织标准化建设考核标准 · private · scoring-sheet · -
    #
      1 正式党员3人以上的成立党支部。
      2 支委会每月1次。
      3 党员活动室不少于30平方米。"
  `);
});

test('rows with points of their own under points printed once', () => {
  const source = sourceOf('机关党建考核评分标准', {
    rows: [
      ['考核项目', '分值', '考核内容', '评分办法'],
      [{ text: '组织建设', rows: 2 }, { text: '20', rows: 2 }, '按期换届（10分）', '未换届扣5分'],
      ['班子健全（10分）', '不健全扣5分'],
      [{ text: '组织生活', rows: 2 }, { text: '30', rows: 2 }, '支委会每月1次（15分）', '少1次扣1分'],
      ['党员大会每季度1次（15分）', '少1次扣2分'],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党建考核评分标准 · agency · scoring-sheet · 50
    # 组织建设 (20)
      - (10) 按期换届 / S 未换届扣5分
      - (10) 班子健全 / S 不健全扣5分
    # 组织生活 (30)
      - (15) 支委会每月1次 / S 少1次扣1分
      - (15) 党员大会每季度1次 / S 少1次扣2分"
  `);
});
