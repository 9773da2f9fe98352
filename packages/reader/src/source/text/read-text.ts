import { mostCharacters, mostParagraphs, refusal } from '../refusals.ts';
import type { Block, Source, SourceNote } from '../source.ts';
import { decodeText, isBinary } from './decode-text.ts';
import { illegibleShare } from './note-illegible.ts';
import { readDelimited } from './read-delimited.ts';
import { isHtml, readHtml } from './read-html.ts';

/** Reads a text or a web page saved as one. A paragraph is a line of the file, counted with the blank ones. */
export function readText(bytes: Uint8Array): Source {
  const { text, note } = decodeText(bytes);
  if (isBinary(text)) throw refusal('not-text');
  const notes: SourceNote[] = note === undefined ? [] : [{ text: note }];
  const html = isHtml(text);
  // a page is mostly tags
  if (text.length > mostCharacters * (html ? 5 : 1)) throw refusal('too-long');
  if (html) notes.push({ text: '文件是网页，已去掉其中的标记，只读文字和表格。' });
  const blocks = html ? readHtml(text) : blocksOf(text);
  if (blocks.length === 0) throw refusal(html ? 'no-text' : 'empty');
  if (illegibleShare(blocks) > 0.7) throw refusal('encoding');
  return { format: 'text', blocks, notes };
}

/** The lines of a text, or the table that it was saved from. */
function blocksOf(text: string): Block[] {
  const table = readDelimited(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  return table ? [table] : linesOf(text);
}

function linesOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const [i, line] of text.split(/\r\n|[\n\r\u2028\u2029\f]/).entries()) {
    const words = line
      .replaceAll('\0', '')
      .replace(/^\ufeff/, '')
      .trim();
    if (blocks.length > mostParagraphs) throw refusal('too-long');
    if (words !== '') blocks.push({ type: 'paragraph', text: words, at: { paragraph: i + 1 } });
  }
  return blocks;
}
