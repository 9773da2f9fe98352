import { expect, test } from 'vitest';
import { leftOf, sketch } from '../testing/sketch.ts';
import { sourceOf, type Told } from '../testing/source-of.ts';

const bold = (text: string): Told => ({ text, bold: true });
const automatic = (number: string, text: string, level = 0): Told => ({ text, number, level });

test('bold headings with a paragraph each are items with titles', () => {
  const source = sourceOf(
    { text: '中小学校党组织工作标准', centred: true, bold: true, size: 22 },
    bold('组织设置'),
    '正式党员3名以上的学校成立党支部。',
    bold('组织生活'),
    '党员大会每季度召开1次。',
    bold('作用发挥'),
    '设立党员先锋岗不少于3个。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 中小学校党组织工作标准 · school · basic · -
    #
      - [组织设置] 正式党员3名以上的学校成立党支部。
      - [组织生活] 党员大会每季度召开1次。
      - [作用发挥] 设立党员先锋岗不少于3个。"
  `);
});

test('bold headings with several paragraphs each are chapters', () => {
  const source = sourceOf(
    { text: '中小学校党组织工作标准', centred: true, bold: true, size: 22 },
    bold('组织设置'),
    '正式党员3名以上的学校成立党支部。',
    '党支部委员会由3至5人组成。',
    bold('组织生活'),
    '党员大会每季度召开1次。',
    '支委会每月召开1次。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 中小学校党组织工作标准 · school · basic · -
    # 组织设置
      - 正式党员3名以上的学校成立党支部。
      - 党支部委员会由3至5人组成。
    # 组织生活
      - 党员大会每季度召开1次。
      - 支委会每月召开1次。"
  `);
});

test('headings of two styles: the deeper are items', () => {
  const source = sourceOf(
    { text: '中小学校党组织工作标准', outline: 1 },
    { text: '组织设置', outline: 2 },
    { text: '党支部设置', outline: 3 },
    '正式党员3名以上的学校成立党支部。',
    { text: '班子配备', outline: 3 },
    '支委会由3至5人组成。',
    { text: '组织生活', outline: 2 },
    { text: '三会一课', outline: 3 },
    '党员大会每季度召开1次。',
    '支委会每月召开1次。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 中小学校党组织工作标准 · school · basic · -
    # 组织设置
      - [党支部设置] 正式党员3名以上的学校成立党支部。
      - [班子配备] 支委会由3至5人组成。
    # 组织生活
      - [三会一课] 党员大会每季度召开1次。 / 支委会每月召开1次。"
  `);
});

test('bold headings with points over scored paragraphs', () => {
  const source = sourceOf(
    { text: '企业党支部考核评分标准', centred: true, bold: true },
    bold('组织建设（20分）'),
    '按期换届。（10分）',
    '班子健全。（10分）',
    bold('组织生活（30分）'),
    '支委会每月1次，15分。',
    '党课每季度1次，15分。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 企业党支部考核评分标准 · soe · scoring-sheet · 50
    # 组织建设 (20)
      - (10) 按期换届。
      - (10) 班子健全。
    # 组织生活 (30)
      - (15) 支委会每月1次，15分。
      - (15) 党课每季度1次，15分。"
  `);
});

test('automatic numbers on three levels, the middle one bare headings', () => {
  const source = sourceOf(
    { text: '学校党组织建设标准', centred: true },
    automatic('一、', '组织体系'),
    automatic('（一）', '组织设置', 1),
    automatic('1.', '党员3名以上的成立党支部。', 2),
    automatic('2.', '党员50名以上的成立党总支。', 2),
    automatic('（二）', '班子建设', 1),
    automatic('1.', '支委会3至5人。', 2),
    automatic('2.', '书记由校长兼任。', 2),
    automatic('二、', '组织生活'),
    automatic('（一）', '三会一课', 1),
    automatic('1.', '支委会每月1次。', 2),
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校党组织建设标准 · school · basic · -
    # 一 组织体系
    # (一) 组织设置
      1 党员3名以上的成立党支部。
      2 党员50名以上的成立党总支。
    # (二) 班子建设
      1 支委会3至5人。
      2 书记由校长兼任。
    # 二 组织生活
    # (一) 三会一课
      1 支委会每月1次。"
  `);
});

test('automatic numbers on three levels, the middle one wording of its own', () => {
  const source = sourceOf(
    { text: '学校党组织建设标准', centred: true },
    automatic('一、', '组织体系'),
    automatic('（一）', '组织设置。学校党员3名以上的成立党支部。', 1),
    automatic('1.', '党员不足3名的，联合成立党支部；', 2),
    automatic('2.', '党员50名以上的成立党总支。', 2),
    automatic('（二）', '班子建设。支委会3至5人。', 1),
    automatic('1.', '书记由校长兼任；', 2),
    automatic('二、', '组织生活'),
    automatic('（一）', '支委会每月1次。', 1),
    automatic('（二）', '党员大会每季度1次。', 1),
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校党组织建设标准 · school · basic · -
    # 一 组织体系
      (一) 组织设置。学校党员3名以上的成立党支部。 / 1.党员不足3名的，联合成立党支部； / 2.党员50名以上的成立党总支。
      (二) 班子建设。支委会3至5人。 / 1.书记由校长兼任；
    # 二 组织生活
      (一) 支委会每月1次。
      (二) 党员大会每季度1次。"
  `);
});

test('bullets belong to the numbered piece above', () => {
  const source = sourceOf(
    { text: '社区党组织标准', centred: true },
    automatic('一、', '组织体系'),
    automatic('•', '党员3名以上的成立党支部。', 1),
    automatic('•', '党员50名以上的成立党总支。', 1),
    automatic('二、', '组织生活'),
    automatic('•', '支委会每月1次。', 1),
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党组织标准 · community · basic · -
    #
      一 [组织体系] 党员3名以上的成立党支部。 / 党员50名以上的成立党总支。
      二 [组织生活] 支委会每月1次。"
  `);
});

test('automatic articles with automatic sub-points', () => {
  const source = sourceOf(
    { text: '机关党支部标准', centred: true },
    automatic('第一章', '组织设置'),
    automatic('第一条', '党员3名以上成立党支部。', 1),
    automatic('(一)', '支委3至5人；', 2),
    automatic('(二)', '书记1人。', 2),
    automatic('第二条', '按期换届。', 1),
    automatic('第二章', '组织生活'),
    automatic('第三条', '支委会每月1次。', 1),
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党支部标准 · agency · basic · -
    # 第一章 组织设置
      第一条 党员3名以上成立党支部。 / (一)支委3至5人； / (二)书记1人。
      第二条 按期换届。
    # 第二章 组织生活
      第三条 支委会每月1次。"
  `);
});

test('the notice that carries a standard is another paper; the attachment is the edition', () => {
  const source = sourceOf(
    { text: '中共XX县委组织部', centred: true },
    { text: '关于印发《农村党支部建设标准（试行）》的通知', centred: true },
    '各乡镇党委：',
    '现将《农村党支部建设标准（试行）》印发给你们，请认真贯彻执行。',
    '一、加强组织领导。各乡镇党委要高度重视。',
    '二、强化督促检查。县委组织部将适时督查。',
    '中共XX县委组织部',
    '2024年5月1日',
    '附件',
    { text: '农村党支部建设标准（试行）', centred: true },
    '一、组织设置',
    '1.党员3人以上的成立党支部。',
    '2.按期换届。',
    '二、组织生活',
    '3.支委会每月1次。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部建设标准（试行） · rural · basic · -
    # 一 组织设置
      1 党员3人以上的成立党支部。
      2 按期换届。
    # 二 组织生活
      3 支委会每月1次。"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "another paper in the same file: 中共XX县委组织部",
      "another paper in the same file: 关于印发《农村党支部建设标准（试行）》的通知",
      "another paper in the same file: 各乡镇党委：",
      "another paper in the same file: 现将《农村党支部建设标准（试行）》印发给你们，请认真贯彻执行。",
      "another paper in the same file: 一、加强组织领导。各乡镇党委要高度重视。",
      "another paper in the same file: 二、强化督促检查。县委组织部将适时督查。",
      "another paper in the same file: 中共XX县委组织部",
      "another paper in the same file: 2024年5月1日",
      "label of an attachment: 附件",
    ]
  `);
});
