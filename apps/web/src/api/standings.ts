import type {
  ComparisonView,
  EvaluationView,
  Page,
  StandingPage,
  StandingsWaiting,
  TraceView,
} from '@hujian/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Query } from './door.ts';
import { ask } from './door.ts';

export interface StandingChoice {
  edition?: string | undefined;
  asOf?: string | undefined;
  evaluation?: number | undefined;
}

export function standingQuery(organization: number, choice: StandingChoice) {
  return queryOptions({
    queryKey: ['standing', organization, choice],
    queryFn: ({ signal }) =>
      ask<StandingPage>(`/standings/${organization}`, { query: { ...choice }, signal }),
  });
}

/** Asked again every second while records are being counted. */
export const waitingQuery = queryOptions({
  queryKey: ['standings-waiting'],
  queryFn: ({ signal }) => ask<StandingsWaiting>('/standings/waiting', { signal }),
  refetchInterval: (query) => (query.state.data?.since ? 1000 : false),
});

export interface TraceChoice extends StandingChoice {
  organization: number;
  item: string;
  check: string;
}

export function tracePages(choice: TraceChoice) {
  return infiniteQueryOptions({
    queryKey: ['trace', choice],
    queryFn: ({ signal, pageParam }) =>
      ask<TraceView>('/trace', { query: { ...choice, limit: 50, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

/** The whole comparison: all pages of rows under one heading. */
export function comparisonQuery(query: Query) {
  return queryOptions({
    queryKey: ['comparison', query],
    queryFn: async ({ signal }) => {
      const first = await ask<ComparisonView>('/comparison', { query: { ...query, limit: 500 }, signal });
      const rows = [...first.rows];
      let after = first.next;
      while (after !== null) {
        const more: ComparisonView = await ask('/comparison', {
          query: { ...query, limit: 500, after },
          signal,
        });
        rows.push(...more.rows);
        after = more.next;
      }
      return { ...first, rows };
    },
  });
}

export const evaluationsQuery = queryOptions({
  queryKey: ['evaluations'],
  queryFn: ({ signal }) => ask<Page<EvaluationView>>('/evaluations', { query: { limit: 20 }, signal }),
  refetchInterval: (query) => (query.state.data?.rows.some((row) => row.state === 'running') ? 1000 : false),
});

export function saveEvaluation(body: {
  scope: number;
  edition: string;
  asOf: string;
}): Promise<EvaluationView> {
  return ask<EvaluationView>('/evaluations', { method: 'POST', body });
}
