import type { ProposalState, Work } from '../work.ts';

export interface WorkCounts {
  kind: Work['kind'];
  level: Work['level'];
  chapters: number;
  items: number;
  left: number;
  proposals: Record<ProposalState, number>;
}

/** How much there is in a work, and how much of it is decided. */
export function countWork(work: Work): WorkCounts {
  const items = work.chapters.flatMap((chapter) => chapter.items);
  const proposals: WorkCounts['proposals'] = {
    proposed: 0,
    accepted: 0,
    changed: 0,
    'on-site': 0,
    dropped: 0,
  };
  for (const { state } of items.flatMap((item) => item.proposals)) proposals[state] += 1;
  return {
    kind: work.kind,
    level: work.level,
    chapters: work.chapters.length,
    items: items.length,
    left: work.left.length,
    proposals,
  };
}
