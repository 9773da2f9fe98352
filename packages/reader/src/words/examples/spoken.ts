import type { Example } from './say-checks.ts';

/** Plain speech, and what deductions say of how often. */
export const SPOKEN: readonly Example[] = [
  [
    '书记每年参加县级以上集中培训，并向党员大会述职；有书记后备人选在培养。',
    'activities training year ≥1; activities duty-report year ≥1',
  ],
  ['正式党员满3名单独建支部，不足的就近联合建。', 'headcount member-full ≥3'],
  ['书记和校长每学期都给学生讲思政课。', 'activities other half-year ≥1'],
  ['组织生活认真。 ‖ 全年缺席3次以上的扣2分。', ''],
  ['组织生活认真。 ‖ 全年迟到3次扣1分，早退扣0.5分。', ''],
  ['重视党员发展。 ‖ 每年发展党员少于1名扣2分。', 'activities admission year ≥1'],
  ['信息报送及时。 ‖ 每月上报信息少于2篇的，每少1篇扣0.5分。', 'activities other month ≥2'],
  ['培训扎实。 ‖ 书记年度培训未达到56学时扣1分，党员未达到32学时扣0.5分。', 'hours secretary year ≥56'],
  ['党课按期。 ‖ 未按每季度不少于1次上党课的扣2分。', 'activities party-lecture quarter ≥1'],
  ['走访到位。 ‖ 村干部每月走访不足10户的，每少1户扣0.1分。', 'activities household-visit month ≥10'],
  ['支部连续两个季度未召开党员大会的，扣5分。', ''],
  [
    '党员大会每季度召开1次，未召开的每次扣1分，记录不规范的每处扣0.2分。',
    'activities general-meeting quarter ≥1',
  ],
  [
    '学习有计划、有记录，每月不少于2次，每次不少于1.5小时，缺1次扣0.5分。',
    'activities study month ≥2; hours member once ≥1.5',
  ],
  [
    '书记每年讲党课1次以上，没有讲的扣2分；每半年听取汇报1次，少1次扣1分。',
    'activities party-lecture year ≥1; activities other half-year ≥1',
  ],
  ['党员干部带头过双重组织生活，每年不少于4次；未参加的，每人次扣0.2分。', 'activities other year ≥4'],
  ['一律每季度公开一次，重大事项即时公开。', 'activities other quarter ≥1'],
  [
    '党费按月足额交纳，每年至少公布一次收缴情况；每年集中排查一次组织关系，转接按时办结。',
    'activities other month ≥1; activities dues-notice year ≥1; activities relation-check year ≥1',
  ],
  ['村干部挂牌值班、坐班，每年把所有农户至少走访一遍。', 'activities household-visit year ≥1'],
  ['党组织和管理层每年坐下来沟通协商不少于两次。', 'activities other year ≥2'],
  ['有不小于20平方米的活动场所，或者与园区、商圈共用。', 'figure venue-area m2 ≥20'],
  ['每季度为本季度入党的党员过一次集体政治生日。', 'activities political-birthday quarter ≥1'],
  [
    '在职党员九成以上到居住地社区报到，每半年组织一次志愿服务。',
    'share other of member-in-post ≥0.9; activities service half-year ≥1',
  ],
  ['满意的不少于八成，每低2个百分点扣0.5分，不足2个百分点按2个算。', 'poll satisfied ≥0.8'],
  [
    '党委班子通常5到9人，总支班子通常5到7人，支部班子3到5人。',
    'headcount committee-member ≥5≤9; headcount committee-member-general-branch ≥5≤7; headcount committee-member-branch ≥3≤5',
  ],
  ['劳动争议调解成功率不低于90%，集体合同签订率100%。', 'share other ≥0.9; share other ≥1'],
  [
    '支部每年对党员开展2次以上集中教育，人均不少于32学时，参训率95%以上。',
    'activities other year ≥2; hours member year ≥32; share other of member ≥0.95',
  ],
  [
    '党委每年至少专题研究2次基层党建工作，班子成员每人每年调研不少于2次，帮助解决问题不少于3个。',
    'activities party-work-study year ≥2; activities other year ≥2; figure other count ≥3',
  ],
  ['每年选派不少于2名党员教师参加校外培训。', 'headcount member-teacher ≥2'],
  ['设立党员责任区不少于3个，党员先锋岗每个支部不少于1个。', 'figure other count ≥3; figure other count ≥1'],
  [
    '党员活动场所使用面积在80平方米以上，每年开放不少于200天。',
    'figure venue-area m2 ≥80; activities other year ≥200',
  ],
  ['每学年评选表彰优秀党员、优秀党务工作者各不少于1名。', 'headcount other ≥1; headcount other ≥1'],
  ['每年开展两次以上（含两次）民主测评。', 'activities other year ≥2'],
  ['党群服务中心每天开放不少于8小时，每周不少于5天。', 'activities other month ≥20'],
  ['党员联系服务群众不少于5户，其中困难户不少于1户。', 'headcount household ≥5; headcount household ≥1'],
  [
    '流动党员每年向党组织汇报思想工作情况不少于2次，党组织每季度与其联系1次以上。',
    'activities other year ≥2; activities other quarter ≥1',
  ],
  [
    '发展党员35岁以下的占比不低于80%、大专以上学历不低于80%、女性不低于30%。',
    'share other ≥0.8; share other ≥0.8; share other ≥0.3',
  ],
  [
    '社区“两委”成员中，党员比例不低于80%，具有社会工作职业资格的不低于40%。',
    'share other of member ≥0.8; share other of member ≥0.4',
  ],
  [
    '村级后备力量按照村“两委”职数1:1比例储备，35岁以下的占50%以上。',
    'share other of reserve-cadre ≥1; share reserve-cadre-to-35 of reserve-cadre ≥0.5',
  ],
  [
    '网格党小组按每50户设立1个，每个网格至少明确1名党员网格员。',
    'share other of household ≥0.02; headcount member ≥1',
  ],
  ['党组织书记每周至少2天在村工作。', 'activities other month ≥8'],
  [
    '党支部每年至少为群众办3件实事，每名党员每年至少办1件好事。',
    'activities other year ≥3; activities other year ≥1',
  ],
  [
    '每月至少组织1次集中学习，全年累计不少于12次；个人自学每周不少于2小时。',
    'activities study month ≥1; activities study year ≥12; hours member month ≥8',
  ],
  [
    '组织生活会、民主评议党员每年至少1次，谈心谈话每半年至少1次，述职评议每年1次。',
    'activities organisation-life-meeting year ≥1; activities democratic-appraisal year ≥1; activities talk half-year ≥1; activities duty-report year ≥1',
  ],
  [
    '支部书记每年至少讲2次专题党课，班子成员每人至少讲1次，普通党员每年讲1次微党课。',
    'activities party-lecture year ≥2; activities party-lecture year ≥1; activities party-lecture year ≥1',
  ],
  [
    '全年召开党员大会4次、支委会12次、党小组会12次、党课4次。',
    'activities general-meeting year ≥4; activities committee-meeting year ≥12; activities group-meeting year ≥12; activities party-lecture year ≥4',
  ],
  [
    '全年“三会一课”：党员大会4次以上，支委会12次以上，党小组会12次以上，党课4次以上。',
    'activities general-meeting year ≥4; activities committee-meeting year ≥12; activities group-meeting year ≥12; activities party-lecture year ≥4',
  ],
  [
    '每月开展1次主题党日，每季度开展1次志愿服务，每半年开展1次组织生活会，每年开展1次民主评议党员。',
    'activities theme-day month ≥1; activities service quarter ≥1; activities organisation-life-meeting half-year ≥1; activities democratic-appraisal year ≥1',
  ],
  [
    '职工党员比例达到15%以上，一线班组党员覆盖率100%，其中A类班组至少2名党员。',
    'share other of member-worker ≥0.15; share member-front-line of member ≥1; headcount member ≥2',
  ],
  [
    '党务工作者与党员比例不低于1∶100，且专职党务工作者不少于3人。',
    'share party-worker of member ≥0.01; headcount party-worker-full-time ≥3',
  ],
  ['党建工作在企业考核中的权重不低于10%。', 'share other ≥0.1'],
  ['党建考核占绩效考核权重20%以上。', 'share other ≥0.2'],
  ['本年度发展党员计划完成率100%。', 'share other ≥1'],
  ['年度党费收缴率100%，党员信息完整率98%以上。', 'share other ≥1; share other of member ≥0.98'],
  ['党组织关系转接在7个工作日内办结率100%。', 'share other ≥1'],
  ['入党申请人1个月内谈话率100%。', 'share other of applicant ≥1'],
  ['超过2个月未召开支委会的不得分。', ''],
  ['近三年没有发展党员的，不得评为示范党支部。', ''],
  ['五年内实现轮训全覆盖，每人累计不少于5天。', ''],
  [
    '村“两委”成员每人每年至少参加1次培训，集中培训时间不少于3天。',
    'activities training year ≥1; figure other day ≥3',
  ],
  [
    '每季度组织召开党员大会不少于1次，参会党员不少于应到会人数的80%。',
    'activities general-meeting quarter ≥1; share other of member-attending ≥0.8',
  ],
  [
    '主题党日每月固定1日，每次不少于2小时，党员到会率不低于90%。',
    'activities theme-day month ≥1; hours member once ≥2; share other of member ≥0.9',
  ],
  [
    '党员教育培训做到年初有计划、年中有检查、年末有总结，年度培训不少于2期、每期不少于2天。',
    'activities training year ≥2; figure other day ≥2',
  ],
  ['没有党员的班组至少配备1名党建指导员。', 'headcount party-worker ≥1'],
  ['党小组每月登记积分1次。', 'activities other month ≥1'],
  ['村里有一至三个增收产业。', 'figure other count ≥1≤3'],
  ['近三年没有发生十人以上集体上访。', ''],
  ['到会党员不低于应到会人数的七成五。', 'share other of member-attending ≥0.75'],
  ['无职党员九成以上有岗位。', 'share other of member ≥0.9'],
];
