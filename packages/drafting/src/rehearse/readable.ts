import { type Edition, parseSource, type Vocabulary } from '@hujian/engine';
import { type AssembleOptions, assemble } from '../source/assemble.ts';
import { readCheckSource } from '../source/read-check-source.ts';
import type { Header, Work, WorkItem } from '../work.ts';

export interface ReadableEdition {
  edition: Edition | null;
  errors: { item: string | null; path: string; message: string }[];
  /** Chinese: what was left to the eye so that the rest could be rehearsed. */
  notes: string[];
}

/**
 * The edition that a work would be, as far as it can be read: a check with an error is left to be judged on site, and
 * so is an item whose points do not add up. What is still wrong then stands in `errors`, and there is no edition.
 */
export function readableEdition(
  work: Work,
  header: Header,
  vocabulary: Vocabulary,
  options: AssembleOptions,
): ReadableEdition {
  const cleaned = structuredClone(work);
  const notes = dropUnreadable(cleaned, header, vocabulary);
  cleaned.fullMarks = null;
  const first = parseSource(assemble(cleaned, header, options), vocabulary);
  if (first.edition) return { edition: first.edition, errors: [], notes };
  const wrong = new Set(first.errors.map(({ item }) => item));
  for (const item of itemsIn(cleaned)) {
    if (!wrong.has(item.code)) continue;
    item.proposals = [];
    notes.push(`条目 ${item.code}“${item.title}”的分值或检查有误，试算中整条按现场评计。`);
  }
  const { edition, errors } = parseSource(assemble(cleaned, header, options), vocabulary);
  return { edition, errors: errors.map(({ item, path, message }) => ({ item, path, message })), notes };
}

function dropUnreadable(work: Work, header: Header, vocabulary: Vocabulary): string[] {
  const { parameters } = work;
  return itemsIn(work).flatMap((item) =>
    item.proposals.flatMap((proposal) => {
      if (!proposal.check || proposal.state === 'dropped' || proposal.state === 'on-site') return [];
      const read = readCheckSource(proposal.check, { item, parameters, vocabulary, day: header.inForce });
      if (read.check) return [];
      proposal.state = 'on-site';
      return [`条目 ${item.code} 的“${proposal.sentence}”还没有填对，试算中按现场评计。`];
    }),
  );
}

const itemsIn = (work: Work): WorkItem[] => work.chapters.flatMap((chapter) => chapter.items);
