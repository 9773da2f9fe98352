import type { CheckSource, Proposal, WorkItem } from '../work.ts';

const longest = 300;

/** What a proposal asks for, left to the eye: its words, with the points that it had. */
export function lookAt(proposal: Proposal, item: WorkItem, taken: Set<string>): CheckSource {
  const { check } = proposal;
  if (check?.measure === 'on-site') return check;
  const id = freeId(typeof check?.id === 'string' ? check.id : `look-${proposal.id}`, taken);
  const look = cut(proposal.words || proposal.sentence || item.text || item.title);
  return {
    id,
    title: cut(typeof check?.title === 'string' ? check.title : look, 60),
    measure: 'on-site',
    look,
    ...keepPoints(check),
  };
}

/** An item in which nothing is accepted: the panel looks at all of it, and its score is its part of the points. */
export function lookAtItem(item: WorkItem): CheckSource {
  return {
    id: 'whole',
    title: cut(item.title || item.text || item.code, 60),
    measure: 'on-site',
    look: cut(item.text || item.title || item.code),
  };
}

/** A bonus stays a bonus and a wish a wish; of what is lost piece by piece only the sum is left. */
function keepPoints(check: CheckSource | null): CheckSource {
  const moves = check?.moves;
  const kept: CheckSource = {};
  if (check?.strictness !== undefined) kept.strictness = check.strictness;
  if (typeof moves === 'object' && moves !== null && 'way' in moves) {
    if (moves.way === 'bonus' && 'cap' in moves)
      kept.moves = { way: 'bonus', each: moves.cap, unit: 'item', cap: moves.cap };
    else if (moves.way === 'veto') kept.moves = moves;
    else if ('points' in moves) kept.points = moves.points;
  }
  if (check?.points !== undefined && kept.moves === undefined) kept.points = check.points;
  return kept;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

const cut = (text: string, length = longest): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
