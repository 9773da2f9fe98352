import type { People, PeopleSet } from '../grammar/people.ts';
import { amountOf, type Values } from '../parameters/values.ts';
import { titleOf, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { numberText } from './words.ts';

const SETS: Record<PeopleSet, string> = {
  member: '党员',
  'full-member': '正式党员',
  probationary: '预备党员',
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  'new-member': '新发展党员',
  'floating-member': '流动党员',
  seat: '任职人员',
  'reserve-cadre': '后备干部',
};

export function postsText(posts: readonly string[], vocabulary: Vocabulary): string {
  return posts.map((p) => vocabulary.postGroups[p]?.title ?? titleOf(vocabulary.posts, p)).join('、');
}

/** 40岁以下（含）、高中以上学历的新发展党员 */
export function peopleText(people: People, values: Values, vocabulary: Vocabulary): string {
  const { where } = people;
  const parts: string[] = [];
  const say = (is: boolean | undefined, yes: string, no: string): void => {
    if (is !== undefined) parts.push(is ? yes : no);
  };
  if (where.ageAtMost !== undefined)
    parts.push(`${numberText(amountOf(where.ageAtMost, values))}岁以下（含）`);
  if (where.ageAtLeast !== undefined)
    parts.push(`${numberText(amountOf(where.ageAtLeast, values))}岁以上（含）`);
  if (where.educationAtLeast) {
    parts.push(`${titleOf(vocabulary.educations, where.educationAtLeast.code)}以上（含）学历`);
  }
  say(where.sex === undefined ? undefined : where.sex === 'male', '男性', '女性');
  say(where.floating === undefined ? undefined : where.floating === 'out', '流出', '流入');
  say(where.paired, '有结对联系', '没有结对联系');
  say(where.lostContact, '失去联系', '没有失去联系');
  say(where.hasPostDuty, '承担岗位责任', '没有承担岗位责任');
  say(where.noSeat, '没有任职', '有任职');
  say(where.exemptHours, '免训', '不免训');
  if (where.contactKnownMonths !== undefined) {
    parts.push(`${numberText(amountOf(where.contactKnownMonths, values))}个月内核实过去向`);
  }
  const name = people.set === 'seat' ? postsText(people.post, vocabulary) : SETS[people.set];
  return parts.length === 0 ? name : `${parts.join('、')}的${name}`;
}
