import { expect, test } from 'vitest';
import { leftOf, sketch } from '../testing/sketch.ts';
import { textOf } from '../testing/source-of.ts';

test('circled numbers with points are items, without points they belong to the item above', () => {
  const source = textOf(`
党支部考核细则
一、组织建设（30分）
1.组织设置（10分）
①按规定设置党支部（5分）。未设置扣5分。
②按期换届（5分）。未换届扣5分。
2.班子建设（20分）
①班子健全（10分）。
②每年培训不少于1次（10分）。
二、活动（10分）
1.支委会（10分）。包括：①每月召开1次；②记录完整。少1次扣1分。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 党支部考核细则 · - · scoring-sheet · 40
    # 一 组织建设 (30)
    # 1 组织设置 (10)
      ① [按规定设置党支部] (5) 未设置扣5分。
      ② [按期换届] (5) 未换届扣5分。
    # 2 班子建设 (20)
      ① [班子健全] (10) 班子健全
      ② (10) 每年培训不少于1次。
    # 二 活动 (10)
      1 [支委会] (10) 包括：①每月召开1次；②记录完整。少1次扣1分。"
  `);
});

test('numbers that are skipped or printed twice lose no item and no chapter', () => {
  const source = textOf(`
社区党组织建设标准
一、组织设置
1.党员3人以上成立党支部。
2.按期换届。
四、组织生活
4.支委会每月1次。
5.党员大会每季度1次。
5.党课每季度1次。
七、阵地
8.活动场所不低于100平方米
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党组织建设标准 · community · basic · -
    # 一 组织设置
      1 党员3人以上成立党支部。
      2 按期换届。
    # 四 组织生活
      4 支委会每月1次。
      5 党员大会每季度1次。
      5 党课每季度1次。
    # 七 阵地
      8 活动场所不低于100平方米"
  `);
});

test('（1） without points belongs to the item above; a heading that ends in a full stop like its peers', () => {
  const source = textOf(`
农村党支部建设标准
一、组织设置
1.党支部设置。按照以下情形设置：
（1）正式党员3人以上的，成立党支部；
（2）党员50人以上的，成立党总支。
2.换届。任期5年。
二、组织生活
3.三会一课。
（1）支委会每月1次；
（2）党员大会每季度1次。
4.主题党日。每月1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部建设标准 · rural · basic · -
    # 一 组织设置
      1 [党支部设置] 按照以下情形设置： / （1）正式党员3人以上的，成立党支部； / （2）党员50人以上的，成立党总支。
      2 [换届] 任期5年。
    # 二 组织生活
      3 [三会一课] （1）支委会每月1次； / （2）党员大会每季度1次。
      4 [主题党日] 每月1次。"
  `);
});

test('a list numbered 一、 alone: each is an item', () => {
  const source = textOf(`
机关党支部建设标准
一、党员3人以上的成立党支部。
二、支委会每月召开1次。
三、党员大会每季度召开1次。
四、党员活动室面积不低于30平方米。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党支部建设标准 · agency · basic · -
    #
      一 党员3人以上的成立党支部。
      二 支委会每月召开1次。
      三 党员大会每季度召开1次。
      四 党员活动室面积不低于30平方米。"
  `);
});

test('headings 一、 with unnumbered paragraphs under them are items with titles', () => {
  const source = textOf(`
机关党支部建设标准
一、组织设置
党员3人以上的成立党支部。
二、组织生活
支委会每月召开1次。
党员大会每季度召开1次。
三、阵地建设
党员活动室面积不低于30平方米。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党支部建设标准 · agency · basic · -
    #
      一 [组织设置] 党员3人以上的成立党支部。
      二 [组织生活] 支委会每月召开1次。 / 党员大会每季度召开1次。
      三 [阵地建设] 党员活动室面积不低于30平方米。"
  `);
});

test('parts and sections over articles', () => {
  const source = textOf(`
国有企业党建工作标准
第一部分 组织建设
第一节 组织设置
第一条 党员3人以上的成立党支部。
第二节 班子建设
第二条 支委3至5人。
第二部分 组织生活
第三条 支委会每月1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 国有企业党建工作标准 · soe · basic · -
    # 第一部分 组织建设
    # 第一节 组织设置
      第一条 党员3人以上的成立党支部。
    # 第二节 班子建设
      第二条 支委3至5人。
    # 第二部分 组织生活
      第三条 支委会每月1次。"
  `);
});

test('a web page around the text is left', () => {
  const source = textOf(`
首页 > 党建 > 正文
农村党支部标准化建设标准
发布时间：2024-03-01 来源：本网 作者：佚名 浏览次数：123
[字体：大 中 小]
一、组织设置
1.党员3人以上的成立党支部。
二、组织生活
2.支委会每月1次。
责任编辑：张三
上一篇：关于开展主题党日的通知
下一篇：社区党建工作总结
Copyright © 2024 XX网 版权所有
京ICP备12345号
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部标准化建设标准 · rural · basic · -
    # 一 组织设置
      1 党员3人以上的成立党支部。
    # 二 组织生活
      2 支委会每月1次。"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "web page around the text: 首页 > 党建 > 正文",
      "web page around the text: 发布时间：2024-03-01 来源：本网 作者：佚名 浏览次数：123",
      "web page around the text: [字体：大 中 小]",
      "web page around the text: 责任编辑：张三",
      "web page around the text: 上一篇：关于开展主题党日的通知",
      "web page around the text: 下一篇：社区党建工作总结",
      "web page around the text: Copyright © 2024 XX网 版权所有",
      "web page around the text: 京ICP备12345号",
    ]
  `);
});

test('sentences broken by full lines are joined, and the broken line is no heading', () => {
  const source = textOf(`
农村党支部建设标准
一、组织设置
1.正式党员人数达到3人以上的设立党支部，党员人数
超过50人的设立党总支。
2.按期换届，任期
5年。
二、组织生活
3.支部委员会每月召开
1次，党员大会每季度召开1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部建设标准 · rural · basic · -
    # 一 组织设置
      1 正式党员人数达到3人以上的设立党支部，党员人数超过50人的设立党总支。
      2 按期换届，任期 / 5年。
    # 二 组织生活
      3 支部委员会每月召开 / 1次，党员大会每季度召开1次。"
  `);
});

test('page numbers in the middle of a sentence are left, the sentence is joined', () => {
  const source = textOf(`
国有企业党组织建设标准
一、总则
1.根据有关文件，制定本标准。
二、组织设置
2.正式党员3人以上的设立党支部，
— 1 —
党员超过50人的设立党总支。
第 2 页 共 2 页
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 国有企业党组织建设标准 · soe · basic · -
    # 一 总则
      1 根据有关文件，制定本标准。
    # 二 组织设置
      2 正式党员3人以上的设立党支部，党员超过50人的设立党总支。"
  `);
});

test('a document library’s words around a text, numbers that are skipped, pieces run together', () => {
  const source = textOf(`
学校基层党组织建设标准
2022-10-11 12:28:18   第一文档网     [ 字体: ] [ 阅读: ] [ 文档下载 ]
#第一文档网# 导语】以下是小编为您整理的《学校基层党组织建设标准》,欢迎阅读!
学校基层党组织建设标准
一、总则
1.根据有关文件,制定本标准。
二、党的组织设置
3.基本设置形式:正式党员3人以上的设立党支部。
5.民办学校党组织设置:3名以上正式党员的,单独建立。6.其它党组织设置:离退休教职工党支部按隶属关系设置。
7.隶属关系:实行属地管理。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校基层党组织建设标准 · school · basic · -
    # 一 总则
      1 根据有关文件,制定本标准。
    # 二 党的组织设置
      3 [基本设置形式] 正式党员3人以上的设立党支部。
      5 [民办学校党组织设置] 3名以上正式党员的,单独建立。
      6 [其它党组织设置] 离退休教职工党支部按隶属关系设置。
      7 [隶属关系] 实行属地管理。"
  `);
});

test('chapters and articles without a blank after their numbers', () => {
  const source = textOf(`
泰州市中小学校党建工作基本标准
第一章主要任务
第一条党组织是学校的政治核心，参与学校重大问题的决策。
第二章组织建设
第二条学校应单独设立党的基层组织。
第三条民办学校应由批准建立的部门负责筹建。
第四条学校党委每届任期5年，党支部每届任期3年。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 泰州市中小学校党建工作基本标准 · school · basic · -
    # 第一章 主要任务
      第一条 党组织是学校的政治核心，参与学校重大问题的决策。
    # 第二章 组织建设
      第二条 学校应单独设立党的基层组织。
      第三条 民办学校应由批准建立的部门负责筹建。
      第四条 学校党委每届任期5年，党支部每届任期3年。"
  `);
});
