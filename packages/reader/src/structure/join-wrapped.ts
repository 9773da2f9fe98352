import type { Block, Paragraph } from '../source/source.ts';
import { fold } from './fold.ts';
import { readMarker } from './markers.ts';

/** Half-width places that a full line may lack: an indent that was cut off, a sign that had no room. */
const SLACK = 6;
/** Lines of a mail or a narrow print, in half-width places. */
const NARROWEST = 40;
const WIDEST = 120;
const FEWEST = 3;

const ENDS = /[。！？!?：:]\s*$/;
/** The line stops in the middle of a clause. */
const MIDDLE = /[\p{Script=Han}\d，,、%％]\s*$/u;

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

const isPlain = (block: Block): block is Paragraph =>
  block.type === 'paragraph' &&
  block.number === undefined &&
  block.outline === undefined &&
  !block.bold &&
  !block.centred &&
  !block.text.includes('\n');

/** The width at which the lines of a text were broken, or null where they were not. */
function wrapWidth(blocks: Block[]): number | null {
  const lines = blocks.filter(isPlain);
  const widths = lines.map((line) => widthOf(line.text));
  let widest = 0;
  for (const width of widths) widest = Math.max(widest, width);
  if (widest < NARROWEST || widest > WIDEST) return null;
  const full = lines.filter((_, i) => (widths[i] ?? 0) >= widest - SLACK);
  const broken = full.filter((line) => MIDDLE.test(line.text));
  return full.length >= FEWEST && broken.length * 2 > full.length ? widest : null;
}

/** May a line go on with the one before it? A number begins a piece; a line that was left blank parts two. */
function goesOn(line: Paragraph, above: Paragraph, last: number): boolean {
  const place = 'paragraph' in line.at ? line.at.paragraph : 0;
  const text = fold(line.text.slice(0, 48)).trimStart();
  // 标识统 · 一，整洁有序: a comma after a numeral in the middle of a clause numbers nothing.
  const within = /^[一二三四五六七八九十]{1,3},/.test(text) && MIDDLE.test(above.text.slice(-4));
  return place === last + 1 && (within || readMarker(text) === null);
}

/** A text whose lines were broken at a fixed width, its paragraphs put together again. */
export function joinWrapped(blocks: Block[]): Block[] {
  const width = wrapWidth(blocks);
  if (width === null) return blocks;
  const out: Block[] = [];
  let open: Paragraph | null = null;
  let last = 0;
  for (const block of blocks) {
    if (!isPlain(block)) {
      out.push(block);
      open = null;
      continue;
    }
    if (open && goesOn(block, open, last)) open.text += block.text;
    else {
      open = { ...block };
      out.push(open);
    }
    last = 'paragraph' in block.at ? block.at.paragraph : 0;
    if (widthOf(block.text) < width - SLACK || ENDS.test(block.text)) open = null;
  }
  return out;
}
