/** Words bare of quotes, brackets and blanks, half-width: as they are compared. */
export const bare = (words: string): string =>
  words.normalize('NFKC').replace(/[\s"'“”‘’《》〈〉「」()[\]【】、,，。;；:：]/g, '');

/** Pairs of neighbouring characters. */
export function bigramsOf(words: string): Set<string> {
  const text = bare(words);
  const grams = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) grams.add(text.slice(i, i + 2));
  return grams;
}

/** How much two phrases have in common, 0 to 1 (Dice). */
export function alike(grams: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (grams.size + others.size === 0) return 0;
  return (2 * sharedBigrams(grams, others)) / (grams.size + others.size);
}

export const sharedBigrams = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((gram) => b.has(gram)).length;

/** At most so many characters, cut words end with …. */
export const shorten = (words: string, most: number): string => {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
};
