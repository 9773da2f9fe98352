import { expect, test } from 'vitest';
import { sketch } from '../testing/sketch.ts';
import { textOf } from '../testing/source-of.ts';

test('points in every place that a heading or piece prints them', () => {
  const source = textOf(`
机关党支部考核细则
一、组织建设：30分
1.（10分）按期换届，未换届扣10分。
2.（20分）班子健全。
二、组织生活 40分
3.支委会每月1次，20分，少1次扣2分。
4.党员大会每季度1次【20分】，少1次扣5分。
第三部分 作用发挥（满分30分）
5.党员示范岗（30分）：（1）设岗不少于3个（10分）；（2）每季度评比1次（20分）。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党支部考核细则 · agency · scoring-sheet · 100
    # 一 组织建设 (30)
      1 (10) 按期换届，未换届扣10分。
      2 (20) 班子健全。
    # 二 组织生活 (40)
      3 (20) 支委会每月1次，20分，少1次扣2分。
      4 (20) 党员大会每季度1次，少1次扣5分。
    # 第三部分 作用发挥 (30)
    # 5 党员示范岗 (30)
      (1) (10) 设岗不少于3个；
      (2) (20) 每季度评比1次。"
  `);
});

test('articles with headings in brackets or set off by a wide blank', () => {
  const source = textOf(`
国有企业党支部工作规则
第一章 组织设置
第一条 【设置条件】正式党员3人以上的，成立党支部。
第二条 （换届）任期3年，按期换届。
第二章 组织生活
第三条　支部党员大会　每季度召开1次。
第四条　支委会　每月召开1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 国有企业党支部工作规则 · soe · basic · -
    # 第一章 组织设置
      第一条 [设置条件] 正式党员3人以上的，成立党支部。
      第二条 [换届] 任期3年，按期换届。
    # 第二章 组织生活
      第三条 [支部党员大会] 每季度召开1次。
      第四条 [支委会] 每月召开1次。"
  `);
});

test('a veto section with its lead-in beside sections with bare headings', () => {
  const source = textOf(`
社区党组织星级评定标准
一、基本条件
1.班子健全，5至7人。
2.支委会每月1次。
二、一票否决。有下列情形之一的，一票否决：
1.发生严重违纪违法案件的；
2.被确定为软弱涣散党组织的。
三、加分项
受到省级表彰的加5分，受到市级表彰的加3分。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党组织星级评定标准 · community · basic · -
    # 一 基本条件
      1 班子健全，5至7人。
      2 支委会每月1次。
    # 二 一票否决
      1 发生严重违纪违法案件的；
      2 被确定为软弱涣散党组织的。
    #
      三 [加分项] 受到省级表彰的加5分，受到市级表彰的加3分。"
  `);
});

test('articles that run on under headings 一、', () => {
  const source = textOf(`
乡镇机关党支部工作制度
一、支部设置
第一条 党员3人以上的成立党支部。
第二条 任期3年。
二、组织生活
第三条 支委会每月1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 乡镇机关党支部工作制度 · agency · basic · -
    # 一 支部设置
      第一条 党员3人以上的成立党支部。
      第二条 任期3年。
    # 二 组织生活
      第三条 支委会每月1次。"
  `);
});

test('a list numbered like the items, inside one of them', () => {
  const source = textOf(`
机关党支部建设标准
1.组织设置。党员3人以上的成立党支部。其中：
1.党员7人以上的设支委会；
2.党员不足7人的设书记1名。
2.组织生活。支委会每月1次。
3.阵地。有活动室。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党支部建设标准 · agency · basic · -
    #
      1 [组织设置] 党员3人以上的成立党支部。其中： / 1.党员7人以上的设支委会； / 2.党员不足7人的设书记1名。
      2 [组织生活] 支委会每月1次。
      3 [阵地] 有活动室。"
  `);
});

test('numbers with a dash', () => {
  const source = textOf(`
社区标准化建设规范
1-1 党员3人以上的成立党支部。
1-2 班子5至7人。
2-1 支委会每月1次。
2-2 党课每季度1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区标准化建设规范 · community · basic · -
    #
      1-1 党员3人以上的成立党支部。
      1-2 班子5至7人。
      2-1 支委会每月1次。
      2-2 党课每季度1次。"
  `);
});

test('一是 and 二是 inside an item are its words', () => {
  const source = textOf(`
党支部建设标准
一、组织设置。一是党员3人以上成立党支部。二是按期换届。
二、组织生活。一是支委会每月1次。二是党课每季度1次。
三、阵地建设。有活动室，面积不少于30平方米。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 党支部建设标准 · - · basic · -
    #
      一 [组织设置] 一是党员3人以上成立党支部。二是按期换届。
      二 [组织生活] 一是支委会每月1次。二是党课每季度1次。
      三 [阵地建设] 有活动室，面积不少于30平方米。"
  `);
});

test('a scoring sheet in text with a note above, bonuses and a veto section', () => {
  const source = textOf(`
2024年度机关党建工作考核评分细则
说明：本细则共分4个部分，总分100分，另设加分项10分。
一、政治建设（25分）
1.理论学习（10分）。党组理论学习中心组每季度集中学习不少于1次，少1次扣2分；未制定年度学习计划的扣1分。
2.意识形态（15分）。每半年专题研究1次意识形态工作，未研究的扣5分；发生意识形态问题的，本项不得分。
二、组织建设（25分）
3.按期换届（10分）。届满未换届的扣10分。
4.党员发展（15分）。程序不规范的，每人扣3分，扣完为止。
三、作风建设（25分）
5.谈心谈话（25分）。每年不少于2次，每少1次扣5分。
四、廉政建设（25分）
6.廉政教育（25分）。每年开展不少于2次。
五、加分项（10分）
7.获得省级以上表彰的，加5分；获得市级表彰的，加3分。
8.经验做法被推广的，每次加1分，最高3分。
六、一票否决
有下列情形之一的，直接评定为不合格：
1.领导班子成员严重违纪违法的；
2.发生重大责任事故的。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 2024年度机关党建工作考核评分细则 · agency · scoring-sheet · 100
    # 一 政治建设 (25)
      1 [理论学习] (10) 党组理论学习中心组每季度集中学习不少于1次，少1次扣2分；未制定年度学习计划的扣1分。
      2 [意识形态] (15) 每半年专题研究1次意识形态工作，未研究的扣5分；发生意识形态问题的，本项不得分。
    # 二 组织建设 (25)
      3 [按期换届] (10) 届满未换届的扣10分。
      4 [党员发展] (15) 程序不规范的，每人扣3分，扣完为止。
    # 三 作风建设 (25)
      5 [谈心谈话] (25) 每年不少于2次，每少1次扣5分。
    # 四 廉政建设 (25)
      6 [廉政教育] (25) 每年开展不少于2次。
    # 五 加分项 (10)
      7 获得省级以上表彰的，加5分；获得市级表彰的，加3分。
      8 经验做法被推广的，每次加1分，最高3分。
    # 六 一票否决
      1 领导班子成员严重违纪违法的；
      2 发生重大责任事故的。"
  `);
});

test('a table of contents with page numbers', () => {
  const source = textOf(`
农村党支部标准化规范化建设标准
目  录
一、组织设置标准……1
二、组织生活标准……3
三、阵地建设标准……5
一、组织设置标准
1.党员3人以上的成立党支部。
二、组织生活标准
2.支委会每月1次。
三、阵地建设标准
3.活动场所面积不低于100平方米。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部标准化规范化建设标准 · rural · basic · -
    # 一 组织设置标准
      1 党员3人以上的成立党支部。
    # 二 组织生活标准
      2 支委会每月1次。
    # 三 阵地建设标准
      3 活动场所面积不低于100平方米。"
  `);
});

test('a text without title and headings', () => {
  const source = textOf(`
1.正式党员3人以上的成立党支部。
2.支委会每月1次。
3.党课每季度1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= - · - · basic · -
    #
      1 正式党员3人以上的成立党支部。
      2 支委会每月1次。
      3 党课每季度1次。"
  `);
});

test('blanks inside numbers and the title', () => {
  const source = textOf(`
社区 党支部 建设 标准
一 、 组织设置
1 . 党员3人以上的成立党支部。
2 ． 按期换届。
二 、 组织生活
3 ． 支委会每月1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区 党支部 建设 标准 · community · basic · -
    # 一 组织设置
      1 党员3人以上的成立党支部。
      2 按期换届。
    # 二 组织生活
      3 支委会每月1次。"
  `);
});
