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
];
