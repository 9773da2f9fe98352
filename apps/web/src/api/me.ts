import type { Me } from '@hujian/contract';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { ask } from './door.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('/me', { signal }),
  staleTime: 60_000,
});

/** The one who is signed in; the shell has fetched it before any scene is drawn. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** From now on one works in another of one's own capacities; answers who one is then. */
export async function takeAssignment(assignment: number): Promise<Me> {
  await ask('/me/assignment', { method: 'POST', body: { assignment } });
  return ask<Me>('/me');
}
