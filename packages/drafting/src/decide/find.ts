import type { Proposal, Work, WorkItem } from '../work.ts';
import { DecisionProblem } from './decision-problem.ts';

export const itemsIn = (work: Work): WorkItem[] => work.chapters.flatMap((chapter) => chapter.items);

export function getItem(work: Work, key: string): WorkItem {
  const found = itemsIn(work).find((item) => item.key === key);
  if (!found) throw new DecisionProblem('草案里没有这个条目，它可能刚被删去，请刷新后再看。');
  return found;
}

export function getProposal(work: Work, item: string, id: string): Proposal {
  const found = getItem(work, item).proposals.find((proposal) => proposal.id === id);
  if (!found) throw new DecisionProblem('这个条目里没有这项检查，请刷新后再看。');
  return found;
}

/** What was given, without the keys that were left out. */
export function written<Fields extends object>(given: Fields): Partial<Fields> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Fields>;
}

/** The next of `i1`, `i2`, … that is not taken. */
export function nextKey(letter: string, taken: readonly string[]): string {
  const numbers = taken.map((key) => Number(key.slice(1))).filter(Number.isFinite);
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}
