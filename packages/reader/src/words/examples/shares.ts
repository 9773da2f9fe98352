import type { Example } from './say-checks.ts';

/** Parts of a whole, ratios, polls, majorities. */
export const SHARES: readonly Example[] = [
  ['党员大会参会率不低于80%。', 'share other ≥0.8'],
  [
    '有表决权的到会党员超过应到会人数的半数方可召开，赞成人数超过应到会有表决权正式党员的半数为通过。',
    'share other of member-attending >0.5; share other of member-full >0.5',
  ],
  [
    '选举大会到会人数须达到应到会人数的五分之四以上，得票超过半数的始得当选。',
    'share other of member-attending ≥0.8; share other of member-attending >0.5',
  ],
  ['村“两委”成员交叉任职比例达到60%以上。', 'share other ≥0.6'],
  [
    '新发展党员中35岁以下占60%以上，大专以上学历占八成以上，女性不少于三分之一。',
    'share new-member-to-35 of new-member ≥0.6; share new-member-college of new-member ≥0.8; share new-member-female of new-member ≥0.333333',
  ],
  ['流动党员与支部联系率达到百分之百。', 'share other of floating-member ≥1'],
  ['思政课教师与学生的比例不低于1:350。', 'share teacher of student ≥0.002857'],
  [
    '党建带团建覆盖率达到100%，职工对党组织满意率达到90%以上，不满意票不超过5%。',
    'share other ≥1; poll satisfied ≥0.9; poll dissatisfied ≤0.05',
  ],
  ['满意和基本满意率合计不低于百分之八十五。', 'poll satisfied ≥0.85'],
  ['民主测评满意度低于60%的，取消评优资格。', ''],
];
