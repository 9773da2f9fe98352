/** Longer texts get places of their own, so that one of them does not stay in memory for good. */
const LONGEST = 20_000;

/** 0, 1, 2 …: shared by all texts in which no character has moved, grown as longer ones come. */
const SAME: number[] = [];

/** Places of a text whose characters stand where they stood, at least `length` of them. Not to be changed. */
export function samePlaces(length: number): number[] {
  if (length > LONGEST) return Array.from({ length }, (_, i) => i);
  for (let i = SAME.length; i < length; i += 1) SAME.push(i);
  return SAME;
}
