import { expect, test } from 'vitest';
import { sketch } from '../testing/sketch.ts';
import { textOf } from '../testing/source-of.ts';

test('（一） as headings over 1、 that begins again', () => {
  const source = textOf(`
两新党组织评价标准
（一）组织覆盖
1、党员3人以上单独成立党支部。
2、不足3人的联合成立。
（二）活动开展
1、每月开展1次主题党日。
2、每季度1次党课。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 两新党组织评价标准 · private · scoring-sheet · -
    # (一) 组织覆盖
      1 党员3人以上单独成立党支部。
      2 不足3人的联合成立。
    # (二) 活动开展
      1 每月开展1次主题党日。
      2 每季度1次党课。"
  `);
});

test('1. as the highest bare heading over （1）', () => {
  const source = textOf(`
学校党支部建设标准
1.组织建设
（1）党员3人以上成立党支部。
（2）支委会3至5人。
2.组织生活
（1）支委会每月1次。
（2）党课每季度1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校党支部建设标准 · school · basic · -
    # 1 组织建设
      (1) 党员3人以上成立党支部。
      (2) 支委会3至5人。
    # 2 组织生活
      (1) 支委会每月1次。
      (2) 党课每季度1次。"
  `);
});

test('a line of scoring under each item', () => {
  const source = textOf(`
社区党支部评分标准
一、组织建设（20分）
1.班子健全，10分。
评分标准：班子不健全扣5分。
2.按期换届，10分。
评分标准：未换届扣10分。
二、组织生活（20分）
3.支委会每月1次，10分。
评分标准：每少1次扣1分。
4.党课每季度1次，10分。
评分标准：每少1次扣2分。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党支部评分标准 · community · scoring-sheet · 40
    # 一 组织建设 (20)
      1 (10) 班子健全，10分。 / S 评分标准：班子不健全扣5分。
      2 (10) 按期换届，10分。 / S 评分标准：未换届扣10分。
    # 二 组织生活 (20)
      3 (10) 支委会每月1次，10分。 / S 评分标准：每少1次扣1分。
      4 (10) 党课每季度1次，10分。 / S 评分标准：每少1次扣2分。"
  `);
});

test('a text that is cut off keeps its last item', () => {
  const source = textOf(`
农村党支部建设标准
一、组织设置
1.党员3人以上的成立党支部。
2.党员超过50人的设党总支；党员超过100
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部建设标准 · rural · basic · -
    # 一 组织设置
      1 党员3人以上的成立党支部。
      2 党员超过50人的设党总支；党员超过100"
  `);
});

test('the notice above a standard on the same page is a preamble', () => {
  const source = textOf(`
中共XX市委组织部文件
X组发〔2023〕15号
关于印发《XX市中小学校党建工作标准》的通知
各县（市、区）委组织部，市直各学校党组织：
现将《XX市中小学校党建工作标准》印发给你们，请结合实际抓好落实。
中共XX市委组织部
2023年6月12日
XX市中小学校党建工作标准
一、组织体系
1.党员3人以上的学校成立党支部。
2.书记校长分设的，书记任专职。
二、思想建设
3.中心组学习每季度不少于1次。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= XX市中小学校党建工作标准 · school · basic · -
    # 一 组织体系
      1 党员3人以上的学校成立党支部。
      2 书记校长分设的，书记任专职。
    # 二 思想建设
      3 中心组学习每季度不少于1次。"
  `);
});

test('headings set off by one blank where most items have one; 3 名 is no number', () => {
  const source = textOf(`
学校党支部标准
1.决策机制 党组织会议每月1次。
2.班子建设 支委会3至5人。
3.党员教育 每年不少于32学时。
3 名以上党员的教研组设党小组。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校党支部标准 · school · basic · -
    #
      1 [决策机制] 党组织会议每月1次。
      2 [班子建设] 支委会3至5人。
      3 [党员教育] 每年不少于32学时。 / 3 名以上党员的教研组设党小组。"
  `);
});

test('a points method with headings on two levels', () => {
  const source = textOf(`
农村党员积分管理办法
一、积分内容
（一）基础积分
1.参加主题党日，每次积2分，全年最多24分。
2.按时交纳党费，每月积1分。
（二）奖励积分
1.受到乡镇以上表彰的，每次加5分。
2.参加志愿服务的，每次加1分。
（三）扣减积分
1.无故不参加组织生活的，每次扣2分。
二、积分程序
每季度公示1次积分。
三、结果运用
年度积分60分以下的，评为不合格。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党员积分管理办法 · rural · scoring-sheet · -
    # 一 积分内容
    # (一) 基础积分
      1 参加主题党日，每次积2分，全年最多24分。
      2 按时交纳党费，每月积1分。
    # (二) 奖励积分
      1 受到乡镇以上表彰的，每次加5分。
      2 参加志愿服务的，每次加1分。
    # (三) 扣减积分
      1 无故不参加组织生活的，每次扣2分。"
  `);
});

test('a points method in articles: every sub-point that prints points is an item', () => {
  const source = textOf(`
社区党员积分制管理办法
第一条 为加强党员管理，制定本办法。
第二条 积分由基础分、先锋分、倒扣分组成。
第三条 基础分（满分60分）：
（一）参加组织生活（每次2分，上限24分）；
（二）按时交纳党费（每月1分，上限12分）；
（三）参加学习培训（每学时1分，上限24分）。
第四条 先锋分（满分40分）：
（一）受到表彰的，省级计10分，市级计8分；
（二）志愿服务每小时计1分，最高20分。
第五条 倒扣分：
（一）无故缺席组织生活的，每次扣3分；
（二）受到党纪处分的，扣20分。
第六条 积分每季度公示一次，每年评定一次。
第七条 本办法自2024年1月1日起施行。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党员积分制管理办法 · community · scoring-sheet · -
    #
      第一条 为加强党员管理，制定本办法。
      第二条 积分由基础分、先锋分、倒扣分组成。
    # 第三条 基础分 (60)
      (一) 参加组织生活（每次2分，上限24分）；
      (二) 按时交纳党费（每月1分，上限12分）；
      (三) 参加学习培训（每学时1分，上限24分）。
    # 第四条 先锋分 (40)
      (一) 受到表彰的，省级计10分，市级计8分；
      (二) 志愿服务每小时计1分，最高20分。
    # 第五条 倒扣分
      (一) 无故缺席组织生活的，每次扣3分；
      (二) 受到党纪处分的，扣20分。
    #
      第六条 积分每季度公示一次，每年评定一次。"
  `);
});

test('points for each act belong to the wording, points for the rule are its own', () => {
  const source = textOf(`
市直机关党员积分制管理办法
第一条 党员积分管理是指分值化记录制度。
第二条 记分、扣分项目：
（一）参加党的活动（40分）
1.参加支部党员大会，每次计2分。
2.参加主题党日，每次计1分。
（二）履行义务（30分）
1.按时交纳党费，计10分。
2.参加志愿服务，每次计2分，最高20分。
第三条 扣分项目
（一）无故缺席的，每次扣2分。
（二）受处分的，扣20分。
`);
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 市直机关党员积分制管理办法 · agency · scoring-sheet · -
    #
      第一条 党员积分管理是指分值化记录制度。
    # 第二条 记分、扣分项目
    # (一) 参加党的活动 (40)
      1 参加支部党员大会，每次计2分。
      2 参加主题党日，每次计1分。
    # (二) 履行义务 (30)
      1 (10) 按时交纳党费
      2 参加志愿服务，每次计2分，最高20分。
    # 第三条 扣分项目
      (一) 无故缺席的，每次扣2分。
      (二) 受处分的，扣20分。"
  `);
});
