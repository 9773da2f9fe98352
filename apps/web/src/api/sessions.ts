import type { EntryKind, HandOverTaken, RevealedEntry, SessionRow, Wall } from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';
import { pagesOf } from './pages.ts';

export function sessionsQuery(round: number) {
  return queryOptions({
    queryKey: ['round', round, 'sessions'],
    queryFn: ({ signal }) => ask<{ rows: SessionRow[] }>(`/rounds/${round}/sessions`, { signal }),
  });
}

export interface SessionChange {
  title?: string;
  place?: string;
  agenda?: string[];
  minutes?: string;
}
export const changeSession = (session: number, body: SessionChange) =>
  ask<SessionRow>(`/sessions/${session}`, { method: 'POST', body });

export const closeSession = (session: number, reason: string | undefined) =>
  ask<SessionRow>(`/sessions/${session}/close`, { method: 'POST', body: { reason } });

/** A file that a broken phone wrote; the officer passes it on and cannot read it. */
export function handOver(round: number, file: File): Promise<HandOverTaken> {
  const form = new FormData();
  form.append('file', file, file.name);
  return ask<HandOverTaken>(`/rounds/${round}/hand-over`, { method: 'POST', body: form });
}

/** What was put down on the visits and may be seen by now. */
export const entryPages = (round: number, kind: EntryKind) =>
  pagesOf<RevealedEntry>(['round', round, 'entries', kind], `/rounds/${round}/entries`, { kind });

const pause = 700;

/** Asked again and again; an answer that says nothing has changed leaves what is shown. */
export function wallQuery(session: number) {
  return queryOptions({
    queryKey: ['wall', session],
    queryFn: async ({ signal, client, queryKey }) => {
      const before = client.getQueryData<Wall>(queryKey);
      const answer = await ask<Wall>(`/sessions/${session}/wall`, {
        query: { since: before?.stamp },
        signal,
      });
      return before !== undefined && !answer.changed ? before : answer;
    },
    staleTime: 0,
    retry: false,
    networkMode: 'always',
    refetchInterval: pause,
    refetchIntervalInBackground: true,
  });
}
