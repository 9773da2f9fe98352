import type { Draft } from '@hujian/contract';
import { readCheckSource, type Work } from '@hujian/drafting';
import type { Vocabulary } from '@hujian/engine';

/** Every proposal's check in words, by '<item key>/<proposal id>'; what cannot be read says what is wrong. */
export function describeProposals(work: Work, vocabulary: Vocabulary, day: string): Draft['checks'] {
  const proposals = work.chapters.flatMap(({ items }) =>
    items.flatMap((item) => item.proposals.map((proposal) => ({ item, proposal }))),
  );
  return Object.fromEntries(
    proposals.flatMap(({ item, proposal }) => {
      if (!proposal.check) return [];
      const { parameters } = work;
      const read = readCheckSource(proposal.check, { item, parameters, vocabulary, day });
      const words = {
        sentence: read.sentence ?? proposal.sentence,
        formula: read.formula ?? '',
        bound: read.bound,
        errors: read.errors.map(({ message }) => message),
      };
      return [[`${item.key}/${proposal.id}`, words] as const];
    }),
  );
}
