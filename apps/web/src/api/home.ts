import type { Burden, Home } from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => ask<Home>('/home', { signal }),
});

export function burdenQuery(organization: number, month?: string) {
  return queryOptions({
    queryKey: ['burden', organization, month],
    queryFn: ({ signal }) => ask<Burden>('/burden', { query: { organization, month }, signal }),
  });
}
