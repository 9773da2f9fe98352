import type { Example } from './say-checks.ts';

/** Sentences of every kind of standard. */
export const GENERAL: readonly Example[] = [
  [
    '每季度至少开展1次集体学习，每半年至少报告1次思想工作情况。',
    'activities study quarter ≥1; activities other half-year ≥1',
  ],
  ['党支部每半年向上级党组织报告一次工作。', 'activities other half-year ≥1'],
  ['支部每年向党员大会报告工作，接受评议。', 'activities other year ≥1'],
  [
    '企业党组织每年研究党建工作不少于2次，每年向上级党组织述职1次。',
    'activities party-work-study year ≥2; activities duty-report year ≥1',
  ],
  ['重大事项经党委会前置研究讨论的比例达到100%。', 'share other ≥1'],
  ['党员责任区、示范岗创建率达到90%以上。', 'share other of member ≥0.9'],
  ['党组织活动经费按每名党员每年不低于200元的标准列支。', 'figure other yuan ≥200'],
  ['党员活动室面积不小于60平方米，图书不少于500册。', 'figure venue-area m2 ≥60; figure books count ≥500'],
  ['党建宣传栏不少于2块，每季度更新1次。', 'figure other count ≥2; activities other quarter ≥1'],
  ['每月至少更新1次宣传栏内容。', 'activities other month ≥1'],
  [
    '每学期召开2次党政联席会议，每学年开展1次师德师风教育。',
    'activities joint-meeting half-year ≥2; activities themed-education year ≥1',
  ],
  [
    '党组织书记每学期讲党课（思政课）不少于2次，听课不少于10节。',
    'activities party-lecture half-year ≥2; activities other half-year ≥10',
  ],
  ['教师党员每学年撰写1篇心得体会。', 'activities other year ≥1'],
  [
    '教工党支部每月开展1次主题党日，每学期开展1次谈心谈话。',
    'activities theme-day month ≥1; activities talk half-year ≥1',
  ],
  ['每年至少发展1名青年教师党员。', 'activities admission year ≥1'],
  ['党员教师中骨干教师的比例达到50%。', 'share teacher of member-teacher ≥0.5'],
  [
    '每名党员每年至少参加4次志愿服务，人均不少于20小时。',
    'activities service year ≥4; hours member year ≥20',
  ],
  [
    '社区党组织每月召开1次联席会议，每季度召开1次居民议事会。',
    'activities joint-meeting month ≥1; activities other quarter ≥1',
  ],
  [
    '每个网格配备1名专职网格员，党员网格长比例不低于80%。',
    'headcount grid-worker-full-time ≥1; share other of grid-worker ≥0.8',
  ],
  ['每300户左右设立1个网格。', 'share other of household ≥0.003333'],
  ['楼栋党小组覆盖率达到90%以上，党员中心户每楼栋不少于1户。', 'share other ≥0.9; headcount household ≥1'],
  [
    '村民代表会议每年至少召开2次，村务每季度公开1次，财务每月公开1次。',
    'activities representatives-meeting year ≥2; activities affairs-notice quarter ≥1; activities affairs-notice month ≥1',
  ],
  [
    '党务公开每半年不少于1次，村务公开每季度至少1次，涉及重大事项随时公开。',
    'activities affairs-notice half-year ≥1; activities affairs-notice quarter ≥1',
  ],
  [
    '村集体年经营性收入达到10万元以上，年均增长不低于8%。',
    'figure collective-income yuan ≥100000; figure other % ≥8',
  ],
  [
    '村级集体经济收入不低于20万元，其中经营性收入占50%以上。',
    'figure collective-income yuan ≥200000; share other ≥0.5',
  ],
  [
    '村“两委”干部平均年龄不超过45岁，大专以上学历占比达50%以上。',
    'figure other year-of-age ≤45; share cadre-college of cadre ≥0.5',
  ],
  ['35岁以下年轻干部不少于1名，妇女干部不少于1名。', 'headcount cadre-to-35 ≥1; headcount cadre-female ≥1'],
  [
    '每村储备2-3名后备力量，培养1名以上35岁以下入党积极分子。',
    'headcount reserve-cadre ≥2≤3; headcount activist-to-35 ≥1',
  ],
  ['机关党委每半年至少听取1次党支部工作汇报。', 'activities other half-year ≥1'],
  [
    '党组（党委）每年专题研究党建工作2次以上，党组书记每年到联系点调研不少于4次。',
    'activities party-work-study year ≥2; activities other year ≥4',
  ],
  [
    '在职党员每年到社区报到服务不少于2次，累计服务时间不少于8小时。',
    'activities service year ≥2; hours member-in-post year ≥8',
  ],
  [
    '党员到课率不得低于90%，测试合格率达到95％以上。',
    'share other of member ≥0.9; share other of member ≥0.95',
  ],
  ['领导班子民主测评优秀率达到85%以上。', 'share other of committee-member ≥0.85'],
  ['群众对村“两委”班子满意率不低于80%、不满意率不高于5%。', 'poll satisfied ≥0.8; poll dissatisfied ≤0.05'],
  ['困难党员走访慰问每年不少于2次，春节、七一前必访。', 'activities care year ≥2'],
  ['流动党员每半年至少与党组织联系1次。', 'activities other half-year ≥1'],
  [
    '对流动党员每季度至少联系一次，每年返乡期间集中学习不少于1次。',
    'activities other quarter ≥1; activities study year ≥1',
  ],
  ['每两年集中轮训一遍党务干部。', 'activities training two-years ≥1'],
  ['每五年轮训一遍。', ''],
  ['任期内至少轮训1次。', 'activities training term ≥1'],
  ['每年12月底前开展一次民主评议党员。', 'activities democratic-appraisal year ≥1'],
  ['每月5日前公布上月党费收缴情况。', 'activities dues-notice month ≥1'],
  ['党费每半年公示一次收缴、使用情况。', 'activities dues-notice half-year ≥1'],
  ['支部书记每月至少与1名党员谈心谈话。', 'activities talk month ≥1'],
  ['每季度走访党员群众不少于10户。', 'activities household-visit quarter ≥10'],
  [
    '党员领导干部每年至少到联系点讲1次党课、开展1次调研、帮助解决1个实际问题。',
    'activities party-lecture year ≥1; activities other year ≥1; activities other year ≥1',
  ],
  ['每年办好不少于5件民生实事。', 'activities other year ≥5'],
  ['每年开展党员教育培训不少于4期。', 'activities training year ≥4'],
  ['每年表彰优秀党员比例不超过党员总数的10%。', 'share other of member ≤0.1'],
  ['优秀党员比例一般不超过三分之一。', 'share other of member ≤0.333333'],
];
