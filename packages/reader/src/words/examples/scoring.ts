import type { Example } from './say-checks.ts';

/** Scoring columns and sentences that move points. */
export const SCORING: readonly Example[] = [
  [
    '“三会一课”制度落实好。 ‖ 未按每季度1次召开党员大会的，每少1次扣0.5分；支委会每月1次，少1次扣0.5分。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1',
  ],
  [
    '支部党员大会每季度召开1次，支委会每月召开1次。 ‖ 每少1次扣0.5分，扣完为止。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1',
  ],
  ['党员学习培训扎实。 ‖ 党员年度培训不足32学时的，每人扣0.5分。', 'hours member year ≥32'],
  ['群众满意度达到90%以上。 ‖ 满意度每低1个百分点扣0.2分，低于60%不得分。', 'poll satisfied ≥0.9'],
  [
    '主题党日每月开展1次。 ‖ 每月开展得4分，少1次扣0.5分，参会率低于80%的每次扣0.2分。',
    'activities theme-day month ≥1',
  ],
  ['书记按时讲党课。 ‖ 书记每年讲党课少于2次扣1分。', 'activities party-lecture year ≥2'],
  [
    '定期开展走访。 ‖ 每季度至少走访1次，每少一次扣1分；未建台账扣1分。',
    'activities household-visit quarter ≥1',
  ],
  ['组织生活会质量高。 ‖ 全年未召开不得分，每季度少开1次扣1分。', ''],
  ['党费收缴规范。 ‖ 每半年未公示1次扣1分。', 'activities dues-notice half-year ≥1'],
  ['党务公开及时。 ‖ 未按季度公开党务的，每次扣0.5分。', 'activities affairs-notice quarter ≥1'],
  ['每季度召开1次党员大会，得4分，少1次扣1分。', 'activities general-meeting quarter ≥1'],
  ['每月按时参加主题党日的，每次加2分，全年最多加24分。', ''],
  ['党员每月按时参加主题党日，得5分。', 'activities theme-day month ≥1'],
  ['积极参加志愿服务，每参加1次加1分，年度累计不超过10分。', ''],
  ['党员无故不参加组织生活，每次扣3分，连续3次扣20分。', ''],
  ['年度积分90分以上为优秀党员，60分以下为不合格党员，优秀党员比例不超过30%。', 'share other of member ≤0.3'],
  [
    '积分每月公示1次，每季度汇总1次，每年评定1次。',
    'activities other month ≥1; activities other quarter ≥1; activities inspection year ≥1',
  ],
  ['支部每季度对党员积分进行审核公示。', 'activities other quarter ≥1'],
  ['基础分60分，加分项最高40分。', ''],
  ['获得市级以上表彰的加5分，区级加3分。', ''],
  ['违反党纪受到警告处分的，扣10分，并取消评优资格。', ''],
];
