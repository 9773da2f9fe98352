import {
  effectiveValues,
  itemsOf,
  type ParsedEdition,
  parseSource,
  sentence,
  type Vocabulary,
} from '@hujian/engine';
import { assemble } from '../source/assemble.ts';
import type { Header, Proposal, Work } from '../work.ts';

const ROUNDS = 6;
const POINTS = 1;
/** The document's own name and day come when it is published. */
const HEADER: Header = {
  standard: 'draft',
  label: 'proposed',
  inForce: '1949-10-01',
  basis: [{ document: '草案' }],
};

const read = (work: Work, vocabulary: Vocabulary): ParsedEdition =>
  parseSource(
    assemble({ ...work, fullMarks: null }, HEADER, { undecided: 'accept', evenPoints: POINTS }),
    vocabulary,
  );

/** Reads the whole as an edition: what the engine refuses loses its check and says why, the rest gets its sentence. */
export function settle(work: Work, vocabulary: Vocabulary, day: string): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { edition, errors } = read(work, vocabulary);
    if (edition) {
      const values = effectiveValues(edition, [], '', day);
      const items = new Map(itemsOf(edition).map((item) => [item.code, item]));
      for (const [code, proposal] of proposalsOf(work)) {
        const check = items.get(code)?.checks.find((one) => one.id === proposal.check?.id);
        if (check && proposal.check) proposal.sentence = sentence(check, values, vocabulary);
      }
      return;
    }
    refuse(work, errors, round === ROUNDS - 1);
  }
}

function proposalsOf(work: Work): [code: string, proposal: Proposal][] {
  return work.chapters.flatMap(({ items }) =>
    items.flatMap((item) => item.proposals.map((one): [string, Proposal] => [item.code, one])),
  );
}

/** The check that an error lies in is taken back; an error of the item's sum takes back the points of its checks. */
function refuse(work: Work, errors: ParsedEdition['errors'], last: boolean): void {
  for (const { item, path, message } of errors) {
    const inItem = proposalsOf(work).filter(([code, { check }]) => code === item && check !== null);
    const index = /\.checks\.(\d+)/.exec(path)?.[1];
    const found = index === undefined ? undefined : inItem[Number(index)]?.[1];
    for (const proposal of found ? [found] : last ? inItem.map(([, one]) => one) : []) {
      proposal.check = null;
      proposal.why = `写不成检查：${message.replace(/^条目 \S+( 检查 [^：]*)?：/, '')}。请在“修改”里改正，或留给现场评。`;
    }
    if (!found) for (const [, proposal] of inItem) withoutPoints(proposal);
  }
}

function withoutPoints(proposal: Proposal): void {
  const moves = proposal.check?.moves;
  if (!proposal.check || typeof moves !== 'object' || moves === null || !('points' in moves)) return;
  const { points: _, ...rest } = moves;
  proposal.check = { ...proposal.check, moves: rest };
  proposal.why = `${proposal.why ?? ''}分值与本条对不上，先平均分摊，请核定。`;
}
