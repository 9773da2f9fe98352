import type { DocumentWords } from '@hujian/contract';

type Section = DocumentWords['sections'][number];

/** A section while it is written: `key` is its place among the drafted sections, negative for one that a person added. */
export type Piece = Section & { key: number };
export type WrittenWords = Omit<DocumentWords, 'sections'> & { sections: Piece[] };

/** Which drafted section each written one came from: by its table, else by its heading, else by its place. */
export function toWritten(words: DocumentWords, drafted: DocumentWords): WrittenWords {
  const free = new Set(drafted.sections.keys());
  const take = (fits: (section: Section) => boolean): number | undefined => {
    const found = [...free].find((place) => {
      const section = drafted.sections[place];
      return section !== undefined && fits(section);
    });
    if (found !== undefined) free.delete(found);
    return found;
  };
  const keys = new Map<number, number>();
  const match = (fits: (written: Section, drawn: Section) => boolean) => {
    for (const [place, written] of words.sections.entries()) {
      if (keys.has(place)) continue;
      const found = take((drawn) => fits(written, drawn));
      if (found !== undefined) keys.set(place, found);
    }
  };
  match((written, drawn) => written.table !== null && written.table === drawn.table);
  match((written, drawn) => written.table === drawn.table && written.heading === drawn.heading);
  for (const place of words.sections.keys()) {
    if (!keys.has(place) && free.delete(place)) keys.set(place, place);
  }
  return {
    ...words,
    sections: words.sections.map((section, place) => ({ ...section, key: keys.get(place) ?? -1 - place })),
  };
}

export function toWords(written: WrittenWords): DocumentWords {
  const sections = written.sections.map(({ heading, text, table }) => ({ heading, text, table }));
  return { ...written, sections };
}

export function freshKey(sections: readonly Piece[]): number {
  return Math.min(0, ...sections.map(({ key }) => key)) - 1;
}

export const sameWords = (a: DocumentWords, b: DocumentWords): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/** The database keeps no order of keys. */
const ordered = (words: DocumentWords) => [
  words.mark,
  words.number,
  words.signer ?? null,
  words.title,
  words.addressee,
  words.sections.map(({ heading, text, table }) => [heading, text, table]),
  words.signedBy,
  words.signedOn,
  words.copies,
];
