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
      1 (30) 制定党风廉政建设责任清单。未制定不得分。
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
