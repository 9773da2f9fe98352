import type { DraftWork } from '@hujian/contract';
import { itemsOf, proposalKey } from '../work.ts';
import { atKey } from './at.ts';

/** Words of the source that a proposal speaks of. */
export interface Mark {
  key: string;
  words: string;
}

/** What is to be marked at each place of the source. */
export function marksOf(work: DraftWork): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const item of itemsOf(work)) {
    for (const proposal of item.proposals) {
      const at = proposal.at ?? item.at;
      if (at === null || proposal.words === '') continue;
      const place = atKey(at);
      const mark = { key: proposalKey(item.key, proposal.id), words: proposal.words };
      const there = marks.get(place);
      if (there === undefined) marks.set(place, [mark]);
      else there.push(mark);
    }
  }
  return marks;
}

export interface Piece {
  text: string;
  /** Keys of the proposals that speak of this piece; the first is the one that a press chooses. */
  keys: string[];
}

/** A text cut where marked words begin and end. Words that do not stand in it mark nothing. */
export function cutByMarks(text: string, marks: readonly Mark[]): Piece[] {
  const spans = marks.flatMap(({ key, words }) => {
    const found = find(text, words);
    return found === null ? [] : [{ key, ...found }];
  });
  if (spans.length === 0) return [{ text, keys: [] }];
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, until }) => [from, until])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((until, i) => {
    const from = cuts[i] ?? 0;
    const keys = spans.filter((span) => span.from <= from && span.until >= until).map((span) => span.key);
    return { text: text.slice(from, until), keys };
  });
}

/** Where words stand in a text, blanks aside: a line break within a cell is no part of the sentence. */
function find(text: string, words: string): { from: number; until: number } | null {
  const exact = text.indexOf(words);
  if (exact !== -1) return { from: exact, until: exact + words.length };
  const places: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text.charAt(i))) continue;
    places.push(i);
    bare += text.charAt(i);
  }
  const wanted = words.replace(/\s/g, '');
  const start = wanted === '' ? -1 : bare.indexOf(wanted);
  if (start === -1) return null;
  return { from: places[start] ?? 0, until: (places[start + wanted.length - 1] ?? 0) + 1 };
}
