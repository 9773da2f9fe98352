import type { EditionPage } from '@hujian/contract';
import { type Edition, itemsOf, type Vocabulary } from '@hujian/engine';

/** Each check of an edition in a Chinese sentence, its formula and its boundary word, keyed '<item>/<check>'. */
export function describeChecks(
  edition: Edition,
  _vocabulary: Vocabulary,
  _today: string,
): EditionPage['sentences'] {
  return Object.fromEntries(
    itemsOf(edition).flatMap((item) =>
      item.checks.map((check) => [
        `${item.code}/${check.id}`,
        { sentence: check.title, formula: check.measure, bound: null },
      ]),
    ),
  );
}

export function compareLaw(a: Edition, b: Edition, _vocabulary: Vocabulary): unknown {
  return { a: a.id, b: b.id };
}
