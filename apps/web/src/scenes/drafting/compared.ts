import type { Draft, DraftWorkItem, EditionPage } from '@hujian/contract';
import type { EditionComparison, Item, ItemChange } from '@hujian/engine';
import { editionOf } from '../../api/edition.ts';
import { amount, number } from '../../parts/words.ts';
import type { Line, ParameterDifference } from '../library/differences.ts';
import { words as library } from '../library/words.ts';
import { itemsOf, proposalKey } from './work.ts';

export type Change = ItemChange;

export interface ComparedRow {
  code: string;
  title: string;
  way: Change;
  change: Change;
  lines: Line[];
  notes: string[];
}

/** Item by item as the engine compared them, with the words of both sides where they differ. */
export function comparedItems(draft: Draft, page: EditionPage, comparison: EditionComparison): ComparedRow[] {
  const olds = new Map(
    editionOf(page).chapters.flatMap((chapter) => chapter.items.map((item) => [item.code, item])),
  );
  const news = new Map(itemsOf(draft.work).map((item) => [item.code, item]));
  return comparison.items.map(({ code, change, a, b }) => {
    const old = a === null ? undefined : olds.get(a.code);
    const now = b === null ? undefined : news.get(b.code);
    const shown = b ?? a;
    return {
      code,
      title: `${shown?.number ?? ''}　${shown?.title ?? ''}`,
      way: change,
      change,
      lines: linesOf(draft, page, old, now).filter((line) => line.a !== line.b),
      notes: [],
    };
  });
}

function linesOf(
  draft: Draft,
  page: EditionPage,
  old: Item | undefined,
  now: DraftWorkItem | undefined,
): Line[] {
  const points = (value: number | undefined) => (value === undefined ? '' : library.points(number(value)));
  return [
    { name: library.itemCode, a: old?.code ?? '', b: now?.code ?? '' },
    { name: library.itemTitle, a: old?.title ?? '', b: now?.title ?? '' },
    { name: library.itemText, a: old?.text ?? '', b: now?.text ?? '' },
    { name: library.itemPoints, a: points(old?.points), b: points(now?.points) },
    { name: library.checks, a: oldSentences(page, old), b: newSentences(draft, now) },
  ];
}

const oldSentences = (page: EditionPage, item: Item | undefined): string =>
  (item?.checks ?? [])
    .map((check) => page.sentences[`${item?.code}/${check.id}`]?.sentence ?? check.title)
    .join('\n');

function newSentences(draft: Draft, item: DraftWorkItem | undefined): string {
  return (item?.proposals ?? [])
    .filter(({ state }) => state === 'accepted' || state === 'changed' || state === 'on-site')
    .map((proposal) => draft.checks[proposalKey(item?.key ?? '', proposal.id)]?.sentence ?? proposal.sentence)
    .join('\n');
}

/** The numbers that stand in both or in one, where they differ. */
export function comparedParameters(comparison: EditionComparison): ParameterDifference[] {
  return comparison.parameters
    .filter(({ a, b }) => a?.value !== b?.value)
    .map(({ name, title, unit, a, b }) => ({
      name,
      title,
      way: a === null ? 'added' : b === null ? 'removed' : 'changed',
      a: a === null ? '' : amount(a.value, unit),
      b: b === null ? '' : amount(b.value, unit),
      basis: [b?.basis ?? a?.basis],
    }));
}
