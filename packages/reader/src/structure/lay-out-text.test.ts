import { expect, test } from 'vitest';
import { leftOf, sketch } from '../testing/sketch.ts';
import { textOf } from '../testing/source-of.ts';

test('a hundred-point sheet in text: three levels, chapter totals, bonuses; who is judged and how is left', () => {
  const source = textOf(`
XX县国有企业党建工作百分制考核细则
为进一步加强国有企业党的建设，制定本细则。
一、考核对象
县属国有企业党委、党总支、党支部。
二、考核内容及标准（100分）
（一）政治建设（20分）
1.学习贯彻党的创新理论，每月开展1次集中学习（10分）。未开展的，每少1次扣1分。
2.落实“第一议题”制度（10分）。未落实的不得分。
（二）组织建设（50分）
1.按期换届（20分）。未按期换届扣20分。
2.“三会一课”制度落实（30分）。每少一次扣2分，扣完为止。
（三）作风建设（30分）
1.制定党风廉政建设责任清单（30分）。未制定不得分。
三、加分项（最高5分）
1.获得省级表彰的加3分。
2.获得市级表彰的加2分。
四、考核方式
（一）自查自评。各企业于11月底前完成自评。
（二）实地考核。县国资委党委组成考核组实地考核。
五、结果运用
考核结果作为评先评优的重要依据。
中共XX县国资委委员会
2024年3月1日
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= XX县国有企业党建工作百分制考核细则 · soe · scoring-sheet · 100
    # 二 考核内容及标准 (100)
    # (一) 政治建设 (20)
      1 (10) 学习贯彻党的创新理论，每月开展1次集中学习。未开展的，每少1次扣1分。
      2 [落实“第一议题”制度] (10) 未落实的不得分。
    # (二) 组织建设 (50)
      1 [按期换届] (20) 未按期换届扣20分。
      2 [“三会一课”制度落实] (30) 每少一次扣2分，扣完为止。
    # (三) 作风建设 (30)
      1 [制定党风廉政建设责任清单] (30) 未制定不得分。
    # 三 加分项
      1 获得省级表彰的加3分。
      2 获得市级表彰的加2分。"
  `);
  expect(leftOf(source)).toMatchInlineSnapshot(`
    [
      "preamble: 为进一步加强国有企业党的建设，制定本细则。",
      "prose under a heading without items: 一、考核对象",
      "prose under a heading without items: 县属国有企业党委、党总支、党支部。",
      "prose under a heading without items: 四、考核方式",
      "prose under a heading without items: （一）自查自评。各企业于11月底前完成自评。",
      "prose under a heading without items: （二）实地考核。县国资委党委组成考核组实地考核。",
      "prose under a heading without items: 五、结果运用",
      "prose under a heading without items: 考核结果作为评先评优的重要依据。",
      "signature or date: 中共XX县国资委委员会",
      "signature or date: 2024年3月1日",
    ]
  `);
});

test('items numbered （一） with their points in the heading and several paragraphs of wording', () => {
  const source = textOf(`
机关党支部评分细则
（一）组织设置健全（10分）
党支部按规定设置，党员7人以上的设支委会，得5分，否则不得分；班子配备齐全得5分。
（二）组织生活规范（20分）
每月召开1次支委会，每少一次扣1分。
每季度召开1次党员大会，每少一次扣2分。
（三）作用发挥明显（10分）
党员满意度达到90%以上。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党支部评分细则 · agency · scoring-sheet · 40
    #
      (一) [组织设置健全] (10) 党支部按规定设置，党员7人以上的设支委会，得5分，否则不得分；班子配备齐全得5分。
      (二) [组织生活规范] (20) 每月召开1次支委会，每少一次扣1分。 / 每季度召开1次党员大会，每少一次扣2分。
      (三) [作用发挥明显] (10) 党员满意度达到90%以上。"
  `);
});

test('numbers 1 / 1.1 / 1.1.1: the finest are the items', () => {
  const source = textOf(`
社区党建工作规范
1 组织建设
1.1 组织设置
1.1.1 社区党组织应覆盖全部网格。
1.1.2 正式党员50人以上的应成立党总支。
1.2 班子建设
1.2.1 班子成员5至7名。
2 组织生活
2.1 三会一课
2.1.1 支委会每月召开1次。
2.1.2 党员大会每季度召开1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党建工作规范 · community · basic · -
    # 1 组织建设
    # 1.1 组织设置
      1.1.1 社区党组织应覆盖全部网格。
      1.1.2 正式党员50人以上的应成立党总支。
    # 1.2 班子建设
      1.2.1 班子成员5至7名。
    # 2 组织生活
    # 2.1 三会一课
      2.1.1 支委会每月召开1次。
      2.1.2 党员大会每季度召开1次。"
  `);
});

test('numbers 1 / 1.1 without punctuation', () => {
  const source = textOf(`
国有企业党支部建设标准
1 组织设置
1.1 党员3人以上的应成立党支部。
1.2 党员7人以上设支委会。
2 党员管理
2.1 党员每年学习不少于32学时。
2.2 发展党员程序规范。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 国有企业党支部建设标准 · soe · basic · -
    # 1 组织设置
      1.1 党员3人以上的应成立党支部。
      1.2 党员7人以上设支委会。
    # 2 党员管理
      2.1 党员每年学习不少于32学时。
      2.2 发展党员程序规范。"
  `);
});

test('articles with sub-points （一） and 1. are one item each; the closing articles are left', () => {
  const source = textOf(`
XX市国有企业党支部工作办法
第一章 组织设置
第一条 有正式党员3人以上的，成立党支部。
第二条 党支部委员会设置：
（一）党员7人以上的，设支委会；
（二）党员不足7人的，设书记1名。
第三条 党支部应当履行下列职责：
1.宣传执行党的路线；
2.教育管理党员。
第二章 附则
第四条 本办法由市国资委党委负责解释。
第五条 本办法自2024年1月1日起施行。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= XX市国有企业党支部工作办法 · soe · basic · -
    # 第一章 组织设置
      第一条 有正式党员3人以上的，成立党支部。
      第二条 [党支部委员会设置] （一）党员7人以上的，设支委会； / （二）党员不足7人的，设书记1名。
      第三条 党支部应当履行下列职责： / 1.宣传执行党的路线； / 2.教育管理党员。"
  `);
});

test('sub-points of articles that carry points are items, with the points as a clause', () => {
  const source = textOf(`
党员积分管理办法
第一条 为加强党员管理，制定本办法。
第二条 基础分（60分）。包括：
（一）按时参加组织生活，20分。每缺席1次扣2分；
（二）按时交纳党费，10分。每迟交1次扣1分；
（三）完成学习任务，30分。
第三条 加分项。
（一）获得市级以上表彰的，每次加5分；
（二）参加志愿服务的，每次加1分，最高10分。
第四条 扣分项。
（一）受到通报批评的，每次扣5分；
（二）无故不参加会议的，每次扣2分。
第五条 本办法由党委组织部负责解释。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 党员积分管理办法 · - · scoring-sheet · -
    #
      第一条 为加强党员管理，制定本办法。
    # 第二条 基础分 (60)
      (一) (20) 按时参加组织生活，20分。每缺席1次扣2分；
      (二) (10) 按时交纳党费，10分。每迟交1次扣1分；
      (三) (30) 完成学习任务，30分。
    # 第三条 加分项
      (一) 获得市级以上表彰的，每次加5分；
      (二) 参加志愿服务的，每次加1分，最高10分。
    # 第四条 扣分项
      (一) 受到通报批评的，每次扣5分；
      (二) 无故不参加会议的，每次扣2分。"
  `);
});

test('items lettered A. B.', () => {
  const source = textOf(`
两新组织党建工作评价标准
一、组织建设
A.建立党组织。正式党员3名以上的单独建立党组织。
B.选优配强书记。书记每年参加培训不少于1次。
二、作用发挥
A.设立党员示范岗不少于2个。
B.每季度开展1次志愿服务。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 两新组织党建工作评价标准 · private · scoring-sheet · -
    # 一 组织建设
      A 建立党组织。正式党员3名以上的单独建立党组织。
      B 选优配强书记。书记每年参加培训不少于1次。
    # 二 作用发挥
      A 设立党员示范岗不少于2个。
      B 每季度开展1次志愿服务。"
  `);
});

test('lines labelled 评分标准 and 考核方式 are scoring and method', () => {
  const source = textOf(`
村党组织建设考核标准
一、基本组织（40分）
1.组织设置规范（20分）
考核内容：党员50人以上的设党总支。
评分标准：未按规定设置的扣10分。
考核方式：查阅资料。
2.按期换届（20分）
考核内容：任期5年，按期换届。
评分标准：未换届不得分。
考核方式：查阅资料。
二、基本活动（60分）
3.三会一课（60分）
考核内容：每月1次支委会。
评分标准：少1次扣2分。
考核方式：查阅记录。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 村党组织建设考核标准 · rural · scoring-sheet · 100
    # 一 基本组织 (40)
      1 [组织设置规范] (20) 考核内容：党员50人以上的设党总支。 / S 评分标准：未按规定设置的扣10分。 / M 考核方式：查阅资料。
      2 [按期换届] (20) 考核内容：任期5年，按期换届。 / S 评分标准：未换届不得分。 / M 考核方式：查阅资料。
    # 二 基本活动 (60)
      3 [三会一课] (60) 考核内容：每月1次支委会。 / S 评分标准：少1次扣2分。 / M 考核方式：查阅记录。"
  `);
});

test('a whole standard in one line', () => {
  const source = textOf(`
农村党支部建设标准 一、组织设置 1.正式党员3人以上的设党支部。2.党支部委员3至5人。二、组织生活 1.每月召开1次支委会。2.每季度召开1次党员大会，讲1次党课。三、阵地建设 1.活动场所面积不低于100平方米。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部建设标准 · rural · basic · -
    # 一 组织设置
      1 正式党员3人以上的设党支部。
      2 党支部委员3至5人。
    # 二 组织生活
      1 每月召开1次支委会。
      2 每季度召开1次党员大会，讲1次党课。
    # 三 阵地建设
      1 活动场所面积不低于100平方米。"
  `);
});

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
