import type { Proposal } from '../work.ts';

const STATES: Readonly<Record<Proposal['state'], string>> = {
  proposed: '待定',
  accepted: '采纳',
  changed: '已修改',
  'on-site': '现场评',
  dropped: '不要',
};

/** One proposal in a few lines for a person: what would be measured, how points move, what is doubtful. */
export function describeProposal({ state, sentence, check, movement, why, words }: Proposal): string {
  const lines = [`［${STATES[state]}］${check ? sentence : `没有放进检查：“${words}”`}`];
  if (check && words && words !== sentence) lines.push(`  原文：${words}`);
  if (movement) lines.push(`  分值：${movement}`);
  if (why) lines.push(`  ${check ? '请核对' : '原因'}：${why}`);
  return lines.join('\n');
}
