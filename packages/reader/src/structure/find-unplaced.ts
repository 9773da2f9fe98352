import type { LeftOver } from '../draft/draft.ts';
import type { At, Source } from '../source/source.ts';
import type { LaidOut } from './laid-out.ts';
import { REASONS } from './reasons.ts';

/** Letters without those that numbers and points are printed with: these are read, not kept. */
const lettersOf = (text: string): string =>
  (text.match(/\p{L}/gu) ?? [])
    .filter((c) => !/[第章节条编部分满计共占值本项总最高一二三四五六七八九十百零〇]/.test(c))
    .join('');

function pairsOf(letters: string): string[] {
  if (letters.length < 2) return letters === '' ? [] : [letters];
  return Array.from({ length: letters.length - 1 }, (_, i) => letters.slice(i, i + 2));
}

/** Every pair of letters, and every letter, that the editions hold. */
function held(editions: LaidOut[]): Set<string> {
  const found = new Set<string>();
  const put = (...texts: (string | null)[]): void => {
    for (const text of texts) {
      const letters = lettersOf(text ?? '');
      for (const pair of pairsOf(letters)) found.add(pair);
      for (const letter of letters) found.add(letter);
    }
  };
  for (const { title, chapters, left } of editions) {
    put(title);
    for (const l of left) put(l.text);
    for (const c of chapters) {
      put(c.label, c.title);
      for (const i of c.items) {
        put(i.number, i.title);
        for (const p of i.words.passages) put(p.text);
      }
    }
  }
  return found;
}

/**
 * Paragraphs and cells whose words no edition holds: what no rule has placed is told, never dropped. A cut between
 * heading and wording breaks a pair or two, so a third of the pairs may be missing.
 */
export function findUnplaced(source: Source, editions: LaidOut[]): LeftOver[] {
  const known = held(editions);
  const found: LeftOver[] = [];
  const look = (text: string, at: At): void => {
    const pairs = pairsOf(lettersOf(text));
    const missing = pairs.filter((p) => !known.has(p)).length;
    if (missing * 3 > pairs.length) found.push({ text: text.trim(), why: REASONS.unplaced, at });
  };
  for (const block of source.blocks) {
    if (block.type === 'paragraph') look(block.text, block.at);
    else for (const row of block.rows) for (const cell of row.cells) look(cell.text, row.at);
  }
  return found;
}
