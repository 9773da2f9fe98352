import type { EditionPage } from '@hujian/contract';
import {
  boundText,
  type Edition,
  effectiveValues,
  formula,
  itemsOf,
  sentence,
  type Vocabulary,
} from '@hujian/engine';

type Locals = Parameters<typeof effectiveValues>[1];

/** Where the numbers of a sentence are in force. */
export interface Where {
  locals: Locals;
  path: string;
  day: string;
}

/** Each check in a Chinese sentence with the numbers in force here, its formula and its boundary, by '<item>/<check>'. */
export function describeChecks(
  edition: Edition,
  vocabulary: Vocabulary,
  { locals, path, day }: Where,
): EditionPage['sentences'] {
  const values = effectiveValues(edition, locals, path, day);
  const checks = itemsOf(edition).flatMap((item) => item.checks.map((check) => ({ item, check })));
  return Object.fromEntries(
    checks.map(({ item, check }) => [
      `${item.code}/${check.id}`,
      {
        sentence: sentence(check, values, vocabulary),
        formula: formula(check),
        bound: boundText(check, values, vocabulary),
      },
    ]),
  );
}
