import type { Example } from './say-checks.ts';

/** Counts that lists and spans of time share. */
export const PERIODS: readonly Example[] = [
  [
    '党员大会1次/季度，支委会1次/月，党课≥4次/年。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities party-lecture year ≥4',
  ],
  ['每季度第一个月召开1次党员大会。', 'activities general-meeting quarter ≥1'],
  ['每年第一季度召开1次组织生活会。', 'activities organisation-life-meeting year ≥1'],
  ['每季度开展年度重点任务督查1次。', 'activities inspection quarter ≥1'],
  ['近一年接受过集中培训。', 'activities training year ≥1'],
  ['近两年发展了党员。', 'activities admission two-years ≥1'],
  ['近一年召开党员大会不少于4次。', 'activities general-meeting year ≥4'],
  ['党小组会3个月召开1次。', 'activities group-meeting quarter ≥1'],
  [
    '到会人数不少于应到会人数的4/5，赞成票须过半数。',
    'share other of member-attending ≥0.8; share other of member-attending >0.5',
  ],
  ['2/3以上党员同意。', 'share other ≥0.666667'],
  ['赞成人数过半方可通过。', 'share other >0.5'],
  ['连续两年未发展党员的，扣2分。', ''],
  ['两年内未发展党员扣5分。', 'activities admission two-years ≥1'],
  ['2024年度召开党员大会4次。', 'activities general-meeting year ≥4'],
  ['学习时间不少于3/4天。', 'share other ≥0.75'],
  ['每学期期初召开1次教职工大会。', 'activities other half-year ≥1'],
  [
    '书记每年至少听取1次支部工作汇报，与班子成员谈心谈话每半年不少于1次。',
    'activities other year ≥1; activities talk half-year ≥1',
  ],
  [
    '每半年至少开展1次，全年不少于3次主题教育活动。',
    'activities other half-year ≥1; activities themed-education year ≥3',
  ],
  ['支委会每月至少召开一次，遇有重要事项可随时召开。', 'activities committee-meeting month ≥1'],
  [
    '党课每年不少于4次，其中书记讲党课1次以上，邀请专家讲党课1次以上。',
    'activities party-lecture year ≥4; activities party-lecture year ≥1; activities party-lecture year ≥1',
  ],
  [
    '村民代表会议每季度1次，党务公开每季度1次，民主评议村干部每年1次。',
    'activities representatives-meeting quarter ≥1; activities affairs-notice quarter ≥1; activities democratic-appraisal year ≥1',
  ],
  ['“四议两公开”记录完整，每年不少于4次。', 'activities other year ≥4'],
  ['每年至少召开两次党员大会专题讨论村级发展规划。', 'activities general-meeting year ≥2'],
  [
    '党员大会、支委会、党小组会、党课分别为每季度1次、每月1次、每月1次、每季度1次。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities group-meeting month ≥1; activities party-lecture quarter ≥1',
  ],
  [
    '支部党员大会、支部委员会、党小组会、党课每年分别不少于4次、12次、12次、4次。',
    'activities general-meeting year ≥4; activities committee-meeting year ≥12; activities group-meeting year ≥12; activities party-lecture year ≥4',
  ],
  [
    '每年召开组织生活会2次，民主评议1次，谈心谈话2次。',
    'activities organisation-life-meeting year ≥2; activities democratic-appraisal year ≥1; activities talk year ≥2',
  ],
  ['每月开展“主题党日+”活动1次，重温入党誓词、交纳党费。', 'activities theme-day month ≥1'],
  ['每年七一前后、春节前各走访慰问困难党员1次。', 'activities care year ≥2'],
];
