import type { Home } from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => ask<Home>('/home', { signal }),
});
