import type { Check } from '@hujian/engine';
import { titleOf } from '@hujian/engine';
import { bare } from '../propose/alike.ts';
import { IN_REGISTERS } from '../propose/place-record.ts';
import { checksOf, find, type Linted, type LintRule } from './linted.ts';

/** Figures that the registers can be counted for, and which register it is. */
const COUNTED: Readonly<Record<string, string>> = {
  members: '党员名册',
  'full-members': '党员名册',
  'members-in-one': '党员名册',
  'one-shoulder': '任职名册（书记和村委会主任是不是一个人）',
  'cross-appointed': '任职名册（同一个人的两个职务）',
  'dual-group-leaders': '任职名册（党小组长和村民小组长是不是一个人）',
  'villager-groups-with-leader': '任职名册（村民小组长）',
  decisions: '活动记录（四议两公开）',
  'dues-payers': '党员名册',
};
const RECORDS =
  /(?:会议|活动|学习|培训|谈话|走访|党课|组织生活|三会一课).{0,4}(?:记录|台账|资料)|签到表|签到册|花名册|党员名册|台账.{0,4}(?:齐全|完整|规范)/;

/** Checks that ask for what a register holds or can be counted from. */
export const asksAgain: LintRule = (linted) =>
  checksOf(linted).flatMap(({ item, check }) => {
    const register = registerOf(check, linted);
    if (register === null) return [];
    const text = `“${check.title}”要的，${register}里已经有：同一件事让基层报两次。请改成由登记册计算，或删去。`;
    return [find('asks-again', 'warning', item.code, check.id, text)];
  });

function registerOf(check: Check, { context }: Linted): string | null {
  if (check.measure === 'figure') {
    const [only] = check.anyOf;
    return check.anyOf.length === 1 && only ? (COUNTED[only.figure] ?? null) : null;
  }
  if (check.measure === 'document') {
    const titles = check.documents.map((code) => titleOf(context.vocabulary.documents, code));
    const found = IN_REGISTERS.find(([paper]) => titles.some((title) => paper.test(bare(title))));
    return found?.[1] ?? null;
  }
  return check.measure === 'on-site' && RECORDS.test(check.look) ? '活动记录、名册等登记册' : null;
}
