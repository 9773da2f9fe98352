import type { Example } from './say-checks.ts';

/** Articles of a points method, and articles with thresholds. */
export const ARTICLES: readonly Example[] = [
  [
    '党支部每月对党员积分进行登记，每季度进行汇总公示，年底进行综合评定。',
    'activities other month ≥1; activities other quarter ≥1',
  ],
  ['党员积分实行百分制，其中基础分70分、奖励分30分。', ''],
  ['一年内积分低于60分的，由支部书记谈话提醒；连续两年低于60分的，按有关规定处置。', ''],
  ['积分排名前30%的党员可推荐为优秀党员。', ''],
  ['优秀等次党员比例控制在党员总数的30%以内。', 'share other of member ≤0.3'],
  ['积分满100分可兑换价值10元的生活用品。', ''],
  ['积分管理小组由3至5人组成，其中群众代表不少于1人。', 'headcount other ≥3≤5; headcount other ≥1'],
  ['参加民主测评的党员不少于全体党员的三分之二。', 'share other of member ≥0.666667'],
  ['参加集中学习每次2分，全年累计不超过12分。', ''],
  ['参加每月主题党日活动，每次2分。', ''],
  ['每季度撰写1篇心得体会，每篇1分，全年4分。', 'activities other quarter ≥1'],
  ['按时参加支部党员大会、党小组会，每缺席1次扣2分。', ''],
  ['党员家庭被评为文明家庭的，加3分；获得县级表彰1次加5分。', ''],
  ['主动认领微心愿，每完成1个加1分，每年不超过10分。', ''],
  ['带头参加义务劳动，每次不少于2小时，记2分。', 'hours member once ≥2'],
  [
    '每半年对积分情况进行一次通报，每年评选一次积分之星，评选名额不超过3名。',
    'activities other half-year ≥1; activities other year ≥1; headcount other ≤3',
  ],
  ['对年老体弱、70岁以上党员可适当放宽要求。', ''],
  ['积分低于50分且排名后3位的党员，由党组织约谈。', ''],
  ['党员对积分有异议的，3日内提出复核申请，支部5个工作日内答复。', ''],
  [
    '支部党员大会每季度不少于1次，党员到会率不低于80%，缺席3次以上的党员当年不得评优。',
    'activities general-meeting quarter ≥1; share other of member ≥0.8',
  ],
  ['党支部在每季度末将积分公示，公示期不少于3天。', 'figure other day ≥3'],
  ['正式党员有3名以上、成立条件成熟的，应当单独建立党支部。', 'headcount member-full ≥3'],
  ['党员50人以上、100人以下的，可以设立党总支。', 'headcount member ≥50≤100'],
  ['党支部党员人数一般在50人以内。', 'headcount member ≤50'],
  [
    '支部委员会设3至5名委员，党员7人以下的支部可只设书记1名。',
    'headcount committee-member-branch ≥3≤5; headcount secretary ≥1',
  ],
  ['党支部换届应在届满前4个月启动，候选人多于应选名额20%以上。', 'share other >0.2'],
  ['支部委员会任期3年，党总支、基层党委任期5年。', ''],
  [
    '每名书记联系不少于2名入党积极分子，每季度谈话不少于1次。',
    'headcount activist ≥2; activities talk quarter ≥1',
  ],
  ['入党积极分子经过一年以上培养教育方可列为发展对象。', ''],
  ['预备党员每季度提交1份思想汇报。', 'activities other quarter ≥1'],
  ['入党介绍人应为2名正式党员。', 'headcount member-full ≥2'],
  [
    '讨论接收预备党员的党员大会，有表决权的到会人数必须超过应到会人数的半数。',
    'share other of member-attending >0.5',
  ],
  ['发展对象须参加不少于3天或24个学时的集中培训。', 'hours candidate year ≥24'],
  ['党费每月按时交纳，特殊情况可按季度交纳，一般不超过6个月。', 'activities other month ≥1'],
  ['每年1月31日前公布上年度党费收支情况。', 'activities dues-notice year ≥1'],
  ['流动党员每半年至少汇报一次思想，外出6个月以上的转移组织关系。', 'activities other half-year ≥1'],
  [
    '党员活动阵地不少于60平方米，有条件的可建设100平方米以上的党群服务中心。',
    'figure venue-area m2 ≥60; figure venue-area m2 ≥100',
  ],
  [
    '党建经费每年不少于5万元，其中用于党员教育培训的比例不低于40%。',
    'figure other yuan ≥50000; share other of member ≥0.4',
  ],
  [
    '每名党员年均活动经费不低于300元，困难党员慰问金每人不少于500元。',
    'figure other yuan ≥300; figure other yuan ≥500',
  ],
  [
    '职工之家面积不少于50㎡，阅览室藏书300册以上，报刊不少于5种。',
    'figure venue-area m2 ≥50; figure books count ≥300; figure other count ≥5',
  ],
  [
    '群众满意率达95%以上，矛盾纠纷化解率98%以上，安全责任事故零发生。',
    'poll satisfied ≥0.95; share other ≥0.98',
  ],
  [
    '村党组织书记、村委会主任“一肩挑”比例达到70%以上，村“两委”中35岁以下的至少1名、女性成员不少于1名。',
    'share other of secretary ≥0.7; headcount secretary-to-35 ≥1; headcount other ≥1',
  ],
  [
    '每个行政村至少培养2名以上45岁以下的后备干部，大专以上学历的不低于50%。',
    'headcount reserve-cadre-to-45 ≥2; share reserve-cadre-college of reserve-cadre ≥0.5',
  ],
  ['村集体经济年收入10万元以上，且年增长5%以上。', 'figure other yuan ≥100000; figure other % ≥5'],
  ['示范带动周边3个以上村，辐射农户50户以上。', 'figure helped-villages count ≥3; headcount household ≥50'],
  [
    '村级阵地面积300平方米以上，设置“一站式”服务大厅1处、党员活动室1间。',
    'figure venue-area m2 ≥300; figure other count ≥1; figure other count ≥1',
  ],
  ['党员联系户制度落实，每名有帮带能力的党员联系2至3户困难群众。', 'headcount household ≥2≤3'],
  [
    '重大事项表决，参会村民代表须达到三分之二以上，同意票过半数有效。',
    'share other ≥0.666667; share other of representative >0.5',
  ],
  ['社区专职工作者每万名常住人口不少于18人。', 'share other of member ≥0.0018'],
  [
    '社区党组织每季度召开1次区域化党建联席会，每年开展“双报到”活动2次以上。',
    'activities joint-meeting quarter ≥1; activities other year ≥2',
  ],
  [
    '每个小区至少建立1个功能型党支部，每栋楼至少有1名党员楼栋长。',
    'figure other count ≥1; headcount member ≥1',
  ],
  [
    '居民代表会议每半年至少召开1次，居务公开每季度1次。',
    'activities representatives-meeting half-year ≥1; activities affairs-notice quarter ≥1',
  ],
  ['网格员每日巡查不少于2次，每周入户走访不少于10户。', 'activities household-visit month ≥40'],
  ['每月5日、15日、25日为党员集中服务日。', ''],
  [
    '社区志愿服务队伍不少于5支，志愿者注册率达到辖区人口的13%以上，每月活动不少于2次。',
    'figure other count ≥5; share other ≥0.13; activities service month ≥2',
  ],
];
