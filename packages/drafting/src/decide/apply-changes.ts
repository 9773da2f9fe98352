import type { Vocabulary } from '@hujian/engine';
import type { Work } from '../work.ts';
import type { Change } from './change.ts';
import { addCheck, changeCheck } from './change-check.ts';
import { addItem, changeItem, removeItem } from './change-items.ts';
import { DecisionProblem } from './decision-problem.ts';
import { getItem, getProposal, itemsIn, written } from './find.ts';

export interface Deciding {
  vocabulary: Vocabulary;
  /** Sentences show the numbers of this day. */
  day: string;
}

/** The work after some decisions, all of them or none; throws DecisionProblem. The work that is given stays as it is. */
export function applyChanges(work: Work, changes: readonly Change[], deciding: Deciding): Work {
  const next = structuredClone(work);
  for (const change of changes) apply(next, change, deciding);
  return next;
}

function apply(work: Work, change: Change, deciding: Deciding): void {
  switch (change.do) {
    case 'decide':
      decide(work, change);
      break;
    case 'accept-all':
      acceptAll(work, change);
      break;
    case 'change-check':
      changeCheck(work, change, deciding);
      break;
    case 'add-check':
      addCheck(work, change, deciding);
      break;
    case 'change-item':
      changeItem(work, change);
      break;
    case 'add-item':
      addItem(work, change);
      break;
    case 'remove-item':
      removeItem(work, change.item);
      break;
    case 'set-parameter':
      work.parameters[change.name] = change.parameter;
      break;
    case 'remove-parameter':
      removeParameter(work, change.name);
      break;
    case 'change-edition':
      Object.assign(work, written(change.set));
  }
}

function decide(work: Work, change: Extract<Change, { do: 'decide' }>): void {
  const proposal = getProposal(work, change.item, change.proposal);
  if (change.state === 'accepted' && !proposal.check)
    throw new DecisionProblem('这句话还没有对应的检查，不能采纳：请先在“修改”里填好要查什么，或改为现场评。');
  proposal.state = change.state;
}

function acceptAll(work: Work, { items, restOnSite }: Extract<Change, { do: 'accept-all' }>): void {
  const wanted = items && new Set(items);
  for (const item of itemsIn(work)) {
    if (wanted && !wanted.has(item.key)) continue;
    for (const proposal of item.proposals) {
      if (proposal.state !== 'proposed') continue;
      if (proposal.check) proposal.state = 'accepted';
      else if (restOnSite) proposal.state = 'on-site';
    }
  }
}

function removeParameter(work: Work, name: string): void {
  const user = itemsIn(work).find((item) =>
    item.proposals.some(({ check }) => check && JSON.stringify(check).includes(`"parameter":"${name}"`)),
  );
  if (user)
    throw new DecisionProblem(`条目“${getItem(work, user.key).title}”的检查还在用这个参数，请先改那项检查。`);
  delete work.parameters[name];
}
