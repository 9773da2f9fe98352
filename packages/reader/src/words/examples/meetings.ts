import type { Example } from './say-checks.ts';

/** The four meetings, and what stands beside them, in all their orders. */
export const MEETINGS: readonly Example[] = [
  [
    '支部党员大会每季度、支委会每月、党小组会每月各1次',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities group-meeting month ≥1',
  ],
  [
    '支部党员大会每季度至少召开1次，支部委员会和党小组会每月至少召开1次，党课每季度不少于1次。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities group-meeting month ≥1; activities party-lecture quarter ≥1',
  ],
  [
    '党支部党员大会一般每季度召开一次，支部委员会每月召开一次，党小组会每月召开一至两次，党课每季度一次。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities group-meeting month ≥1≤2; activities party-lecture quarter ≥1',
  ],
  [
    '“三会一课”：支部党员大会（每季度不少于1次）、支部委员会（每月不少于1次）、党小组会（每月不少于1次）、党课（每季度不少于1次）。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities group-meeting month ≥1; activities party-lecture quarter ≥1',
  ],
  [
    '每季度召开1次党员大会，每月召开1次支委会和党小组会，每季度上1次党课。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities group-meeting month ≥1; activities party-lecture quarter ≥1',
  ],
  [
    '每月召开支委会，每季度召开党员大会、上1次党课。',
    'activities committee-meeting month ≥1; activities party-lecture quarter ≥1; activities general-meeting quarter ≥1',
  ],
  [
    '党小组会：每月1次；党员大会：每季度1次。',
    'activities group-meeting month ≥1; activities general-meeting quarter ≥1',
  ],
  [
    '支部书记每年讲党课不少于2次，其他支部委员不少于1次。',
    'activities party-lecture year ≥2; activities party-lecture year ≥1',
  ],
  [
    '党课每季度不少于1次，书记每年至少讲1次，支部委员每半年讲1次。',
    'activities party-lecture quarter ≥1; activities party-lecture year ≥1; activities party-lecture half-year ≥1',
  ],
  ['每月10日为主题党日，组织党员集中学习、交纳党费。', 'activities theme-day month ≥1'],
  ['每月相对固定1天开展主题党日。', 'activities theme-day month ≥1'],
  ['主题党日每月不少于半天。', 'activities theme-day month ≥1'],
  [
    '每年召开2次组织生活会，开展1次民主评议党员。',
    'activities organisation-life-meeting year ≥2; activities democratic-appraisal year ≥1',
  ],
  [
    '每年至少召开1次组织生活会和民主评议党员会议。',
    'activities organisation-life-meeting year ≥1; activities democratic-appraisal year ≥1',
  ],
  [
    '组织生活会每年至少召开1次，一般安排在第四季度，会前谈心谈话全覆盖。',
    'activities organisation-life-meeting year ≥1',
  ],
  ['党支部委员之间、委员和党员之间每年谈心谈话一般不少于1次。', 'activities talk year ≥1'],
  ['班子成员之间每半年至少开展1次谈心谈话。', 'activities talk half-year ≥1'],
  [
    '每半年召开一次组织生活会，每年开展一次民主评议党员，每年一季度公布结果。',
    'activities organisation-life-meeting half-year ≥1; activities democratic-appraisal year ≥1',
  ],
];
