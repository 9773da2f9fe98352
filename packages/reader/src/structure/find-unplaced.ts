import type { LeftOver } from '../draft/draft.ts';
import type { At, Source } from '../source/source.ts';
import type { LaidOut } from './laid-out.ts';
import { plainTitle } from './plain-title.ts';
import { REASONS } from './reasons.ts';

const LONGEST_HEADING = 40;

/** Letters that numbers and points are printed with: these are read, not kept. */
const READ = new Set(
  [...'第章节条编部分满计共占值本项总最高一二三四五六七八九十百零〇'].map((c) => c.charCodeAt(0)),
);

const isLetter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Each letter, and each pair of neighbouring letters, as a number. */
function readPairs(text: string, take: (pair: number, letter: number) => void): void {
  let before = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!isLetter(code) || READ.has(code)) continue;
    take(before * 0x10000 + code, code);
    before = code;
  }
}

/** Every letter and pair of letters that the editions hold. */
function held(editions: LaidOut[]): Set<number> {
  const found = new Set<number>();
  const put = (...texts: (string | null)[]): void => {
    for (const text of texts) {
      readPairs(text ?? '', (pair, letter) => {
        found.add(pair);
        found.add(letter);
      });
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
    let pairs = 0;
    let missing = 0;
    // （最高不超过10分） of a chapter is read, not kept.
    readPairs(text.length <= LONGEST_HEADING ? plainTitle(text) : text, (pair, letter) => {
      pairs += 1;
      // the first letter has none before it
      if (!known.has(pairs === 1 ? letter : pair)) missing += 1;
    });
    if (missing * 3 > pairs) found.push({ text: text.trim(), why: REASONS.unplaced, at });
  };
  for (const block of source.blocks) {
    if (block.type === 'paragraph') look(block.text, block.at);
    else for (const row of block.rows) for (const cell of row.cells) look(cell.text, row.at);
  }
  return found;
}
