import { expect, test } from 'vitest';
import { sketch } from '../../testing/sketch.ts';
import { sourceOf } from '../../testing/source-of.ts';

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

test('upright headings, circled pieces with points beside their scoring, a second heading over them', () => {
  const source = sourceOf('创建标准化党支部（百分制）考核细则', {
    rows: [
      ['目标', '考核项目', '考核内容', '评分说明', '自查分', '考核分'],
      [
        { text: '好 的 班 子 ︻ 16分 ︼', rows: 2 },
        '班子健全 （4分）',
        '①支委3至5人。（2分） ②成员出缺及时补齐。（2分）',
        '①未设支委会的扣1分。 ②未补齐扣0.5分。',
        '',
        '',
      ],
      [
        '班子团结（8分）',
        '①每年召开1次组织生活会。（4分）\n②班子廉洁。（4分）',
        '①没有召开的不得分。\n②有违纪的不得分。',
        '',
        '',
      ],
      ['好的阵地\n（6分）', '党建室（6分）', '建设1个党建室，面积不少于30平方米。', '没有的不得分。', '', ''],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 创建标准化党支部（百分制）考核细则 · - · scoring-sheet · 100
    # 好的班子 (16)
    # 班子健全 (4)
      ① (2) 支委3至5人。 / S ①未设支委会的扣1分。
      ② (2) 成员出缺及时补齐。 / S ②未补齐扣0.5分。
    # 班子团结 (8)
      ① (4) 每年召开1次组织生活会。 / S ①没有召开的不得分。
      ② (4) 班子廉洁。 / S ②有违纪的不得分。
    # 好的阵地 (6)
      - [党建室] (6) 建设1个党建室，面积不少于30平方米。 / S 没有的不得分。"
  `);
});

test('考核办法 that names ways of looking is the method, points in words and in a column count once', () => {
  const source = sourceOf('农村党建工作评分标准', {
    rows: [
      [{ text: '考核项目', columns: 2 }, '考  核  内  容', '考核办法', '标准分（100分）', '考核\n得分'],
      [
        { text: '村服务站建设（20分）', rows: 2 },
        '场所设置（1分）',
        '有挂牌的办公室，面积不少于15平方米。（1分）',
        '实地查看',
        '1分',
        '',
      ],
      ['设备配置（2分）', '有桌椅板凳一套，有电话一部。（2分）', '实地查看', '2分', ''],
    ],
  });
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党建工作评分标准 · rural · scoring-sheet · 100
    # 村服务站建设 (20)
      - [场所设置] (1) 有挂牌的办公室，面积不少于15平方米。 / M 实地查看
      - [设备配置] (2) 有桌椅板凳一套，有电话一部。 / M 实地查看"
  `);
});
