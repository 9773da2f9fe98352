import type { Source } from '../source/source.ts';
import type { LaidItem, LaidOut } from '../structure/laid-out.ts';
import { layOut } from '../structure/lay-out.ts';

const SIGN = { text: '', scoring: 'S ', method: 'M ' } as const;

function itemLine({ number, title, points, words }: LaidItem): string {
  const passages = words.passages.map((p) => `${SIGN[p.role]}${p.text}`).join(' / ');
  return `  ${number ?? '-'}${title === null ? '' : ` [${title}]`}${points === null ? '' : ` (${points})`} ${passages}`;
}

/** One edition on a few lines: `# label title (points)` a chapter, `  number [title] (points) passages` an item. */
export function sketchOf(laid: LaidOut): string {
  const chapters = laid.chapters.flatMap(({ label, title, points, items }) => [
    `# ${[label, title, points === null ? null : `(${points})`].filter((w) => w !== null).join(' ')}`.trim(),
    ...items.map(itemLine),
  ]);
  return chapters.join('\n');
}

/** Every edition of a source: its title line, then its sketch. */
export function sketch(source: Source): string {
  return layOut(source)
    .map(
      (laid) =>
        `= ${laid.title ?? '-'} · ${laid.kind ?? '-'} · ${laid.level} · ${laid.fullMarks ?? '-'}\n${sketchOf(laid)}`,
    )
    .join('\n');
}

/** What was left, as `why: text`. */
export const leftOf = (source: Source): string[] =>
  layOut(source).flatMap((laid) => laid.left.map((l) => `${l.why}: ${l.text}`));
