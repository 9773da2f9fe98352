import type { Example } from './say-checks.ts';

/** Agencies, enterprises, joint committees. */
export const AGENCIES_AND_ENTERPRISES: readonly Example[] = [
  [
    '党委每年至少召开2次党建工作领导小组会议，听取1次党风廉政建设汇报，开展1次专项督查。',
    'activities party-work-study year ≥2; activities other year ≥1; activities inspection year ≥1',
  ],
  ['党支部书记每年至少接受1次集中轮训，每次不少于3天。', 'activities training year ≥1'],
  ['支部每年至少组织2次集体政治生日活动。', 'activities political-birthday year ≥2'],
  ['对困难党员、老党员每年走访慰问2次以上。', 'activities care year ≥2'],
  [
    '党员应当按月交纳党费，支部每年向党员公布1次党费收缴情况。',
    'activities other month ≥1; activities dues-notice year ≥1',
  ],
  ['非公企业党组织每年组织开展党员示范岗、责任区等活动不少于3次。', 'activities other year ≥3'],
  [
    '企业出资人每年为党组织活动提供经费不少于2万元，活动场所不少于50平方米。',
    'figure other yuan ≥20000; figure venue-area m2 ≥50',
  ],
  ['党组织班子成员与企业管理层“双向进入、交叉任职”比例达到70%。', 'share other of committee-member ≥0.7'],
  [
    '每半年至少召开一次职工代表座谈会，职工合理化建议采纳率达80%以上。',
    'activities other half-year ≥1; share other ≥0.8',
  ],
  ['生产一线党员比例不低于30%，35岁以下党员占比逐步提高。', 'share member-front-line of member ≥0.3'],
  ['将3名以上党员技术骨干培养成班组长。', 'headcount member ≥3'],
  ['三年内实现党员轮训全覆盖。', ''],
  ['每两年发展党员不少于1名。', 'activities admission two-years ≥1'],
  ['2年内发展1名以上党员。', 'activities admission two-years ≥1'],
  ['两年内没有发展党员的不得评为先进。', ''],
  ['村党组织书记“一肩挑”达到100%。', 'share other of secretary ≥1'],
  ['60岁以上党员占比不超过50%。', 'share member-from-60 of member ≤0.5'],
  ['参会人数须超过应到会党员半数以上。', 'share other of member-attending >0.5'],
  [
    '支部换届选举，参加人数不少于应到会人数的4/5，候选人差额不少于20%。',
    'share other of member-attending ≥0.8; share other of member-attending ≥0.2',
  ],
  ['候选人的差额不少于应选人数的百分之二十。', 'share other ≥0.2'],
  ['委员候选人的差额为应选人数的20%。', 'share other of committee-member ≥0.2'],
  ['每个党小组一般不少于3人、不超过15人。', 'headcount other ≥3≤15'],
  ['每个党支部党员人数一般不超过50人。', 'headcount member ≤50'],
  [
    '村级党组织活动场所面积不低于300㎡，有条件的达到500㎡以上。',
    'figure venue-area m2 ≥300; figure other m2 ≥500',
  ],
  [
    '党员教育活动室不少于1间，配备电脑2台、投影仪1台。',
    'figure other count ≥1; figure other count ≥2; figure other count ≥1',
  ],
  ['每名党员至少认领1个微心愿。', 'figure other count ≥1'],
  ['每月组织1-2次义务劳动，每次不少于2小时。', 'activities service month ≥1≤2; hours member once ≥2'],
  ['重大节日前走访1次。', 'activities household-visit once ≥1'],
  ['新党员入党后1个月内进行入党宣誓。', ''],
  [
    '每年“七一”前开展1次集中表彰，每年评选优秀党员不超过党员总数的15%。',
    'activities commendation year ≥1; share other of member ≤0.15',
  ],
  ['公示时间不少于5个工作日。', 'figure other day ≥5'],
  ['发展对象集中培训时间不少于3天或24学时。', 'hours candidate year ≥24'],
  [
    '入党积极分子每季度向党组织汇报思想1次，培养联系人每半年考察1次。',
    'activities other quarter ≥1; activities other half-year ≥1',
  ],
  [
    '支部每半年对入党积极分子进行一次考察，确定2名正式党员作为培养联系人。',
    'activities other half-year ≥1; headcount member-full ≥2',
  ],
  ['党支部每季度分析一次党员思想状况。', 'activities other quarter ≥1'],
  ['每年底开展1次党员积分评定。', 'activities inspection year ≥1'],
  ['思想政治工作每季度分析研判不少于1次。', 'activities party-work-study quarter ≥1'],
  [
    '意识形态工作每半年专题研究1次，每年专题汇报1次。',
    'activities party-work-study half-year ≥1; activities other year ≥1',
  ],
  [
    '书记、校长每学期至少讲1次思政课，班子成员每周听课1节以上。',
    'activities other half-year ≥1; activities other month ≥4',
  ],
  ['每学年师德考核优秀率不低于15%。', 'share other ≥0.15'],
  ['家长满意度≥90%，学生满意度≥85%。', 'poll satisfied ≥0.9; poll satisfied ≥0.85'],
  ['党员责任岗≥5个。', 'figure other count ≥5'],
  ['每名党员至少结对帮扶1名困难学生。', 'headcount student ≥1'],
  ['学校党组织书记、校长每学期至少走访8所村小。', 'activities household-visit half-year ≥8'],
  ['每月最后一个星期五为主题党日。', 'activities theme-day month ≥1'],
  ['中心组学习每月不少于1次，全年不少于12次。', 'activities study month ≥1; activities study year ≥12'],
  ['每年组织参观红色教育基地1—2次。', 'activities themed-education year ≥1≤2'],
  ['在职党员“双报到”率100%。', 'share other of member-in-post ≥1'],
  [
    '每年开展服务群众活动4场以上，受益群众不少于200人次。',
    'activities service year ≥4; figure other count ≥200',
  ],
];
