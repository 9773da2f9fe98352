import type { DraftEdition, DraftItem } from '../draft/draft.ts';
import type { Label, LabelItem } from './compare-drafts.ts';

export interface Pair {
  label: LabelItem;
  /** Null where the draft has no such item. */
  draft: DraftItem | null;
  chapterRight: boolean;
}

/** One form of every sign, no blanks. */
export function plain(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .normalize('NFKC')
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—―]/g, '-')
    .replace(/\s/g, '');
}

export const titleOf = (value: unknown): string => plain(value).replace(/[^\p{L}\p{N}]/gu, '');
const headingOf = (value: unknown): string => plain(value).replace(/[:。.]{1,9}$/, '');
const numberOf = (value: unknown): string =>
  plain(value)
    .replace(/^[第(]{1,2}/, '')
    .replace(/[.、。,):条]{1,3}$/, '');
const startOf = (value: unknown): string => titleOf(value).slice(0, 8);

export const sameTitle = (a: unknown, b: unknown): boolean => headingOf(a) === headingOf(b);

interface Placed<T> {
  item: T;
  chapter: number;
  chapterTitle: string;
  number: string;
  title: string;
  start: string;
}

function placed<T extends { number?: string | null; title?: string | null; text?: string }>(
  chapters: { title: string | null; items: T[] }[],
): Placed<T>[] {
  return chapters.flatMap((c, chapter) =>
    c.items.map((item) => ({
      item,
      chapter,
      chapterTitle: headingOf(c.title),
      number: numberOf(item.number),
      title: headingOf(item.title),
      start: startOf(item.text),
    })),
  );
}

function likeness(a: Placed<LabelItem>, b: Placed<DraftItem>): number {
  if (a.number !== b.number) return 0;
  const title = a.title !== '' && a.title === b.title;
  const start = a.start !== '' && a.start === b.start;
  if (a.number === '' && !title && !start) return 0;
  const heading = a.chapterTitle !== '' && a.chapterTitle === b.chapterTitle;
  return 8 + (a.chapter === b.chapter ? 2 : 0) + (heading ? 2 : 0) + (title ? 1 : 0) + (start ? 1 : 0);
}

/** Pairs the items in order, only those of the same number, so that the sum of likeness is the largest. */
export function pairItems(
  label: Label,
  edition: DraftEdition | undefined,
): { pairs: Pair[]; extra: DraftItem[] } {
  const wanted = placed(label.chapters);
  const claimed = placed(edition?.chapters ?? []);
  const best = Array.from({ length: wanted.length + 1 }, () => new Float64Array(claimed.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i -= 1) {
    for (let j = claimed.length - 1; j >= 0; j -= 1) {
      const [a, b, row] = [wanted[i], claimed[j], best[i]];
      if (!a || !b || !row) continue;
      const like = likeness(a, b);
      row[j] = Math.max(like ? like + at(i + 1, j + 1) : 0, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  const extra: DraftItem[] = [];
  let [i, j] = [0, 0];
  while (i < wanted.length || j < claimed.length) {
    const [a, b] = [wanted[i], claimed[j]];
    const like = a && b ? likeness(a, b) : 0;
    if (a && b && like && at(i, j) === like + at(i + 1, j + 1)) {
      pairs.push({ label: a.item, draft: b.item, chapterRight: a.chapterTitle === b.chapterTitle });
      i += 1;
      j += 1;
    } else if (a && (!b || at(i, j) === at(i + 1, j))) {
      pairs.push({ label: a.item, draft: null, chapterRight: false });
      i += 1;
    } else {
      if (b) extra.push(b.item);
      j += 1;
    }
  }
  return { pairs, extra };
}
