import { type Edition, itemsOf } from '@hujian/engine';

/** What panels look at on site under these editions: '<standard>/<item>/<check>', each once. */
export function listLooks(editions: readonly Edition[]): string[] {
  const keys = editions.flatMap((edition) =>
    itemsOf(edition).flatMap(({ checks }) =>
      checks.flatMap((check) => (check.measure === 'on-site' ? [check.key] : [])),
    ),
  );
  return [...new Set(keys)].sort();
}
