import type { Block, SourceNote } from '../source.ts';
import { findIllegible } from './legibility.ts';

/** Says where words were lost to a wrong encoding; they are kept in the blocks as they came. */
export function noteIllegible(blocks: Block[]): SourceNote[] {
  const notes: SourceNote[] = [];
  for (const block of blocks) {
    if (block.type === 'table') {
      const paragraphs = block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
      notes.push(...noteIllegible(paragraphs));
      continue;
    }
    const lost = findIllegible(block.text);
    const first = lost[0];
    if (!first) continue;
    const count = lost.reduce((sum, { from, to }) => sum + to - from, 0);
    const shown = block.text.slice(first.from, Math.min(first.to, first.from + 12));
    notes.push({
      text: `有 ${count} 个字无法辨认（编码出错，从“${shown}”开始），原样保留，请对照原件补上。`,
      at: block.at,
    });
  }
  return notes;
}

/** The share of a block's words that is illegible, from 0 to 1. */
export function illegibleShare(blocks: Block[]): number {
  let all = 0;
  let lost = 0;
  for (const block of blocks) {
    if (block.type === 'table') continue;
    all += block.text.length;
    lost += findIllegible(block.text).reduce((sum, { from, to }) => sum + to - from, 0);
  }
  return all === 0 ? 0 : lost / all;
}
