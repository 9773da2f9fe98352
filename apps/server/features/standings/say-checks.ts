import { effectiveValues, itemsOf, sentence } from '@hujian/engine';
import type { LoadedEdition } from './editions.ts';
import { getVocabulary } from './vocabulary.ts';

/** The sentence of each check with the edition's own numbers of a day, keyed '<item>/<check>'. */
export function sayChecks({ edition }: LoadedEdition, day: string): Map<string, string> {
  const values = effectiveValues(edition, [], '', day);
  const vocabulary = getVocabulary();
  return new Map(
    itemsOf(edition).flatMap((item) =>
      item.checks.map((check) => [`${item.code}/${check.id}`, sentence(check, values, vocabulary)] as const),
    ),
  );
}
