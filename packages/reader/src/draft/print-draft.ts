import type { DraftEdition } from './draft.ts';

/** The draft without the words it was read from; one edition as an object, several as an array. */
export function printDraft(editions: DraftEdition[]): object {
  const bare = <T extends { words: string }>({ words: _, ...rest }: T): Omit<T, 'words'> => rest;
  const printed = editions.map((edition) => ({
    ...edition,
    chapters: edition.chapters.map((chapter) => ({
      ...chapter,
      items: chapter.items.map((item) => ({
        ...item,
        checks: item.checks.map(bare),
        deductions: item.deductions.map(bare),
        bonuses: item.bonuses.map(bare),
      })),
    })),
  }));
  const [only] = printed;
  return only && printed.length === 1 ? only : printed;
}
