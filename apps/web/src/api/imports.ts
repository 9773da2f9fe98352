import type { ImportFile, Page } from '@hujian/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';

export interface Template {
  name: string;
  title: string;
  note?: string;
  order: number;
  columns: { title: string; required: boolean; note?: string; values?: string[] }[];
}

export const templatesQuery = queryOptions({
  queryKey: ['import-templates'],
  queryFn: ({ signal }) => ask<{ rows: Template[] }>('/imports/templates', { signal }),
  staleTime: 10 * 60_000,
});

export const importPages = infiniteQueryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal, pageParam }) =>
    ask<Page<ImportFile>>('/imports', { query: { limit: 20, after: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

const working = new Set(['checking', 'taking']);

export function importQuery(id: number) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => ask<ImportFile>(`/imports/${id}`, { signal }),
    refetchInterval: (query) => (working.has(query.state.data?.state ?? '') ? 700 : false),
  });
}

export function upload(organization: number, file: File): Promise<ImportFile> {
  const form = new FormData();
  form.append('organization', String(organization));
  form.append('file', file, file.name);
  return ask<ImportFile>('/imports', { method: 'POST', body: form });
}

export function decide(id: number, what: 'take' | 'drop'): Promise<ImportFile> {
  return ask<ImportFile>(`/imports/${id}/${what}`, { method: 'POST', body: {} });
}
