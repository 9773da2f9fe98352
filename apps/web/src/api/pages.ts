import type { Page } from '@hujian/contract';
import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import { ask, type Query } from './door.ts';

/** A list that the server gives in pages; each says where the next begins. */
export function pagesOf<Row>(queryKey: QueryKey, path: string, query: Query = {}) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ signal, pageParam }) =>
      ask<Page<Row>>(path, { query: { limit: 50, ...query, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

/** A list that belongs together, page after page; some hundreds of rows at most. */
export async function listAll<Row>(path: string, query: Query, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Page<Row> = await ask(path, { query: { ...query, limit: 200, after }, signal });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}
