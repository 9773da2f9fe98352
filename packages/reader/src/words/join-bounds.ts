import type { Framed } from './frame.ts';
import type { Found } from './rules/rule.ts';

/** Whether a clause is nothing but a bound: 不超过15人, 且一般不多于7名. */
function isBare({ clause, quantities }: Framed): boolean {
  const [q] = quantities;
  if (!q || quantities.length !== 1 || clause.aside) return false;
  const rest = clause.text.slice(0, q.start - clause.start) + clause.text.slice(q.end - clause.start);
  return /^(?:且|并|并且|但|一般|原则上|最多|同时|应|应当|也)*$/.test(rest.slice(0, 12)) && rest.length <= 8;
}

/** 每个党小组不少于3人, 不超过15人: the second clause closes the stretch that the first one opens. */
export function joinBounds(before: Found | undefined, found: readonly Found[], framed: Framed): Found | null {
  const [only] = found;
  if (!before || !only || found.length !== 1 || !isBare(framed)) return null;
  const [a, b] = [before.check, only.check];
  if (a.measure !== b.measure || (a.measure !== 'headcount' && a.measure !== 'figure')) return null;
  if (b.measure !== 'headcount' && b.measure !== 'figure') return null;
  if (a.measure === 'figure' && b.measure === 'figure' && a.unit !== b.unit) return null;
  const { atLeast } = a;
  const { atMost } = b;
  if (atLeast === undefined || atMost === undefined || atMost <= atLeast) return null;
  if (a.atMost !== undefined || b.atLeast !== undefined || a.exclusive !== b.exclusive) return null;
  return { check: { ...a, atMost }, start: before.start, end: only.end };
}
