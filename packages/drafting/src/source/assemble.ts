import type { CheckSource, EditionSource, Header, Proposal, Work, WorkItem, WorkParameter } from '../work.ts';
import { lookAt, lookAtItem } from './look-at.ts';

export interface AssembleOptions {
  /** What becomes of proposals that nobody has decided: `accept` (a rehearsal) or `leave` (the file so far). */
  undecided: 'accept' | 'leave';
  /** Where no item has points: each item weighs so much, so that a rehearsal says something. */
  evenPoints?: number;
}

/**
 * The edition that a work is so far, as its file would be written. Says nothing of errors: `parseSource` of
 * @hujian/engine does. An item in which nothing is accepted is judged on site as a whole.
 */
export function assemble(work: Work, header: Header, options: AssembleOptions): EditionSource {
  const items = work.chapters.flatMap((chapter) => chapter.items);
  const even = items.every((item) => item.points === 0) ? options.evenPoints : undefined;
  const pointsOf = (item: WorkItem): number => even ?? item.points;
  const rest = { ...work.header };
  return {
    edition: `${header.standard}/${header.label}`,
    standard: header.standard,
    label: header.label,
    title: work.title,
    kind: work.kind ?? 'rural',
    level: work.level,
    inForce: header.inForce,
    basis: header.basis,
    ...(header.follows ? { follows: header.follows } : {}),
    ...(rest.presumes ? { presumes: rest.presumes } : {}),
    ...(rest.note ? { note: rest.note } : {}),
    appliesTo: rest.appliesTo ?? { kind: work.kind ?? 'rural', level: 'village' },
    fullMarks: (even === undefined ? work.fullMarks : null) ?? sumOf(items.map(pointsOf)),
    parameters: assembleParameters(work, header),
    chapters: work.chapters
      .filter((chapter) => chapter.items.length > 0)
      .map((chapter, index) => ({
        number: chapter.number || String(index + 1),
        title: chapter.title || work.title,
        items: chapter.items.map((item) => assembleItem(item, pointsOf(item), options)),
      })),
  };
}

/** Sums of points are exact in thousandths. */
export const sumOf = (points: readonly number[]): number =>
  points.reduce((total, one) => total + Math.round(one * 1000), 0) / 1000;

function assembleItem(item: WorkItem, points: number, options: AssembleOptions): EditionSource {
  return {
    code: item.code,
    number: item.number || item.code,
    title: item.title || item.text.slice(0, 20) || item.code,
    text: item.text || item.title || item.code,
    points,
    strictness: item.strictness,
    ...(item.supplies ? { supplies: item.supplies } : {}),
    ...item.rest,
    checks: assembleChecks(item, options).map((check) => (item.veto ? withVeto(check) : check)),
  };
}

/** The checks that stand in the edition: what was accepted or changed, and for the eye what was left to it. */
export function assembleChecks(item: WorkItem, { undecided }: AssembleOptions): CheckSource[] {
  const standing = item.proposals.flatMap((proposal) => {
    if (isAccepted(proposal, undecided)) return proposal.check ? [proposal.check] : [];
    return [];
  });
  if (standing.length === 0) return [lookAtItem(item)];
  const taken = new Set(standing.map((check) => String(check.id)));
  const looked = item.proposals
    .filter((proposal) => proposal.state === 'on-site')
    .map((proposal) => lookAt(proposal, item, taken));
  return [...standing, ...looked];
}

const isAccepted = ({ state, check }: Proposal, undecided: AssembleOptions['undecided']): boolean =>
  state === 'accepted' ||
  state === 'changed' ||
  (state === 'proposed' && undecided === 'accept' && check !== null);

/** In an item with a veto, a check that says nothing of its own points vetoes. */
function withVeto(check: CheckSource): CheckSource {
  if (check.moves !== undefined || check.points !== undefined) return check;
  if (check.strictness !== undefined && check.strictness !== 'must') return check;
  return { ...check, strictness: 'must', moves: { way: 'veto', effect: 'naming' } };
}

function assembleParameters(work: Work, header: Header): Record<string, unknown> {
  const present = ({ title, unit, tighten, values }: WorkParameter) => ({
    title,
    unit,
    tighten,
    values: values.map(({ from, value, basis }) => ({
      from: from ?? header.inForce,
      value,
      basis: basis ?? header.basis[0] ?? { document: work.title },
    })),
  });
  return Object.fromEntries(
    Object.entries(work.parameters).map(([name, parameter]) => [name, present(parameter)]),
  );
}
