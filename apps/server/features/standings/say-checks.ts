import { type Edition, itemsOf } from '@hujian/engine';

/** The sentence of each check, keyed '<item>/<check>'. */
export function sayChecks(edition: Edition, _day: string): Map<string, string> {
  return new Map(
    itemsOf(edition).flatMap((item) =>
      item.checks.map((check) => [`${item.code}/${check.id}`, check.title] as const),
    ),
  );
}
