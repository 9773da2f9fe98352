import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './door.ts';

type Leave = (reason: 'signed-out' | 'totp-required') => void;

/** The cache of what was fetched. `leave` is told when the server no longer knows the actor, or wants a second factor. */
export function createClient(leave: Leave): QueryClient {
  const watch = (failure: unknown) => {
    if (!(failure instanceof Problem)) return;
    if (failure.status === 401) leave('signed-out');
    if (failure.code === 'totp-required') leave('totp-required');
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (times, failure) => failure instanceof Problem && failure.status === 0 && times < 1,
      },
    },
  });
}
