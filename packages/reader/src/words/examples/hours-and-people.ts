import type { Example } from './say-checks.ts';

/** Hours of training; sizes, posts and people. */
export const HOURS_AND_PEOPLE: readonly Example[] = [
  [
    '党员每年集中学习培训时间一般不少于32学时，支部书记和班子成员不少于56学时。',
    'hours member year ≥32; hours committee-member year ≥56',
  ],
  ['每年参加集中培训不少于1次，累计不少于40学时。', 'activities training year ≥1; hours member year ≥40'],
  ['党员年度学习培训不低于32个学时。', 'hours member year ≥32'],
  ['每月集中学习不少于2次，每次不少于1小时。', 'activities study month ≥2; hours member once ≥1'],
  ['党员每年参加志愿服务时间不少于20小时。', 'hours member year ≥20'],
  [
    '党支部委员会由3至5人组成，党总支委员会由5至7人组成，任期3年。',
    'headcount committee-member-branch ≥3≤5; headcount committee-member-general-branch ≥5≤7',
  ],
  [
    '正式党员3人以上、不足50人的设立党支部，50人以上、不足100人的设立党总支，100人以上的设立党委。',
    'headcount member-full ≥3; headcount member-full <50; headcount member-full ≥50; headcount member-full <100; headcount member-full ≥100',
  ],
  [
    '党员人数超过15人的党支部，应划分党小组，每个党小组不少于3名党员。',
    'headcount member >15; headcount member ≥3',
  ],
  [
    '正式党员7名以上的党支部设支部委员会，不足7名的设书记1名，必要时可设副书记1名。',
    'headcount member-full ≥7; headcount member-full <7; headcount secretary ≥1; headcount deputy-secretary ≥1',
  ],
  [
    '有正式党员3名以上的企业单独建立党组织，不足3名的联合建立。',
    'headcount member-full ≥3; headcount member-full <3',
  ],
  ['配备专职党务工作者不少于2名。', 'headcount party-worker-full-time ≥2'],
  ['按照每100名职工配备1名专职党务工作者。', 'share party-worker ≥0.01'],
  [
    '专职党务工作人员按不少于在岗职工总数的1%配备，且不少于2人。',
    'share party-worker ≥0.01; headcount worker ≥2',
  ],
  [
    '党员教师占专任教师的比例不低于60%，35岁以下青年教师党员不少于5名。',
    'share member-teacher of teacher ≥0.6; headcount member-to-35 ≥5',
  ],
  [
    '班子成员中至少有1名女性、1名35岁以下年轻干部。',
    'headcount committee-member-female ≥1; headcount cadre-to-35 ≥1',
  ],
  ['储备后备干部2名以上。', 'headcount reserve-cadre ≥2'],
  [
    '每个村培养入党积极分子不少于2名，其中35岁以下不少于1名。',
    'headcount activist ≥2; headcount activist-to-35 ≥1',
  ],
  ['每名党员联系3户以上群众。', 'headcount household ≥3'],
  ['1名党员联系5户居民。', 'headcount household ≥5'],
  ['由一名副书记分管党建工作。', 'headcount deputy-secretary ≥1'],
  ['至少配备1名专职副书记，党委书记、董事长由一人担任。', 'headcount deputy-secretary-full-time ≥1'],
];
