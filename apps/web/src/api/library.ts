import type {
  Adoption,
  Basis,
  EditionPage,
  EditionRow,
  LocalParameter,
  Page,
  TermRow,
} from '@hujian/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from './door.ts';

const lasting = 10 * 60_000;

export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: ({ signal }) => ask<{ rows: EditionRow[]; can: string[] }>('/editions', { signal }),
  staleTime: lasting,
});

export function editionQuery(standard: string, label: string) {
  return queryOptions({
    queryKey: ['edition', standard, label],
    queryFn: ({ signal }) =>
      ask<EditionPage>(`/editions/${encodeURIComponent(standard)}/${encodeURIComponent(label)}`, { signal }),
    staleTime: lasting,
  });
}

export interface VocabularyEntry {
  name: string;
  aliases?: string[];
  /** Pinyin initials of the name and the other names, with spaces between. */
  initials?: string;
  note?: string;
  unit?: string;
  period?: 'now' | 'year';
  register?: 'activities' | 'trainings';
  asks?: string[];
  ways?: string[];
  stages?: Record<string, string>;
  posts?: string[];
  yearly?: boolean;
  veto?: string;
  state?: boolean;
}

export type Vocabulary = Record<string, Record<string, VocabularyEntry>>;

export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => ask<Vocabulary>('/vocabulary', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The Chinese name of a code; the code itself while the vocabulary is on its way. */
export function useNames(): (table: string, code: string | null | undefined) => string {
  const vocabulary = useQuery(vocabularyQuery).data;
  return (table, code) =>
    code === null || code === undefined ? '—' : (vocabulary?.[table]?.[code]?.name ?? code);
}

export const termsQuery = queryOptions({
  queryKey: ['terms'],
  queryFn: ({ signal }) => ask<{ rows: TermRow[]; can: string[] }>('/terms', { signal }),
  staleTime: lasting,
});

export interface TermReading {
  organization: number;
  chinese: string;
  meaning: string;
  basis?: Basis;
}

export function createTerm(body: TermReading): Promise<unknown> {
  return ask('/terms', { method: 'POST', body });
}

export const localParametersQuery = queryOptions({
  queryKey: ['local-parameters'],
  queryFn: ({ signal }) => ask<Page<LocalParameter>>('/local-parameters', { query: { limit: 200 }, signal }),
});

export interface Tightening {
  organization: number;
  standard: string;
  parameter: string;
  value: number;
  validFrom: string;
  basis: Basis;
}

export function tighten(body: Tightening): Promise<LocalParameter> {
  return ask<LocalParameter>('/local-parameters', { method: 'POST', body });
}

export interface Adopting {
  organization: number;
  edition: string;
  validFrom: string;
  basis: Basis;
}

export function adopt(body: Adopting): Promise<Adoption> {
  return ask<Adoption>('/adoptions', { method: 'POST', body });
}

export const adoptionsQuery = queryOptions({
  queryKey: ['adoptions'],
  queryFn: ({ signal }) => ask<Page<Adoption>>('/adoptions', { query: { limit: 200 }, signal }),
});

export function withdrawLocal(
  kind: 'local-parameters' | 'adoptions' | 'terms',
  id: number,
): Promise<unknown> {
  return ask(`/${kind}/${id}/withdraw`, { method: 'POST', body: {} });
}
