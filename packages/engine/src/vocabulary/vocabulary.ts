import type { Grade } from '../grammar/check.ts';
import type { Register } from '../grammar/register.ts';

export interface Word {
  readonly title: string;
}
export type Words<T extends Word = Word> = Readonly<Record<string, T>>;

/** The codes that rules and records share, with their Chinese names. */
export interface Vocabulary {
  readonly activities: Words<Word & { readonly register: Register; readonly unit: string }>;
  readonly posts: Words;
  readonly postGroups: Words<Word & { readonly posts: readonly string[] }>;
  readonly figures: Words<Word & { readonly unit: string }>;
  readonly documents: Words;
  readonly events: Words<Word & { readonly state: boolean }>;
  readonly polls: Words;
  readonly educations: Words<Word & { readonly rank: number }>;
  readonly grades: Readonly<Record<Grade, Word>>;
  readonly tags: Words;
  readonly stages: Words;
  readonly ways: Words;
}

/** The Chinese name of a code; the code itself when it has none. */
export const titleOf = (words: Words, code: string): string => words[code]?.title ?? code;
