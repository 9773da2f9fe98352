import type { DraftChange, DraftProposal, DraftWork, DraftWorkItem } from '@hujian/contract';

/** Pure questions about a working edition, as the screens ask them. */

export type Filter = 'open' | 'doubtful' | 'all' | 'left';

export const proposalKey = (item: string, proposal: string): string => `${item}/${proposal}`;

export const itemsOf = (work: DraftWork): DraftWorkItem[] =>
  work.chapters.flatMap((chapter) => chapter.items);

export const isOpen = (proposal: DraftProposal): boolean => proposal.state === 'proposed';
export const isDoubtful = (proposal: DraftProposal): boolean => proposal.why !== null;

export interface Counts {
  open: number;
  doubtful: number;
  all: number;
  left: number;
}

export function countsOf(work: DraftWork): Counts {
  const proposals = itemsOf(work).flatMap((item) => item.proposals);
  return {
    open: proposals.filter(isOpen).length,
    doubtful: proposals.filter(isDoubtful).length,
    all: proposals.length,
    left: work.left.length,
  };
}

/** Keys of the proposals that a filter shows. An item without proposals shows only under `all`. */
export function shownBy(filter: Filter, work: DraftWork): Set<string> {
  const keep = { open: isOpen, doubtful: isDoubtful, all: () => true, left: () => false }[filter];
  return new Set(
    itemsOf(work).flatMap((item) =>
      item.proposals.filter(keep).map((proposal) => proposalKey(item.key, proposal.id)),
    ),
  );
}

/** What the server is about to say to a decision, so that the screen does not wait; other changes are left to it. */
export function foresee(work: DraftWork, changes: readonly DraftChange[]): DraftWork {
  return changes.reduce(foreseeOne, work);
}

function foreseeOne(work: DraftWork, change: DraftChange): DraftWork {
  if (change.do === 'decide') {
    return mapProposals(work, (item, proposal) =>
      item.key === change.item && proposal.id === change.proposal
        ? { ...proposal, state: change.state }
        : proposal,
    );
  }
  if (change.do === 'accept-all') {
    const among = change.items === undefined ? null : new Set(change.items);
    return mapProposals(work, (item, proposal) => {
      if (!isOpen(proposal) || (among !== null && !among.has(item.key))) return proposal;
      if (proposal.check !== null) return { ...proposal, state: 'accepted' };
      return change.restOnSite === true ? { ...proposal, state: 'on-site' } : proposal;
    });
  }
  return work;
}

function mapProposals(
  work: DraftWork,
  map: (item: DraftWorkItem, proposal: DraftProposal) => DraftProposal,
): DraftWork {
  return {
    ...work,
    chapters: work.chapters.map((chapter) => ({
      ...chapter,
      items: chapter.items.map((item) => ({
        ...item,
        proposals: item.proposals.map((proposal) => map(item, proposal)),
      })),
    })),
  };
}

/** The sum of the items' points, without the noise of fractions. */
export const sumOfPoints = (work: DraftWork): number =>
  Math.round(itemsOf(work).reduce((sum, item) => sum + item.points, 0) * 1000) / 1000;
