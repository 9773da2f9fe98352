import type {
  Draft,
  DraftChange,
  DraftLint,
  DraftRow,
  DraftSource,
  DraftUploaded,
  Published,
  Rehearsal,
  TryCheckResult,
} from '@hujian/contract';
import type { EditionComparison } from '@hujian/engine';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';
import { pagesOf } from './pages.ts';

export type DraftState = DraftRow['state'];

export const draftPages = (state: DraftState | undefined) =>
  pagesOf<DraftRow>(['drafts', state ?? 'all'], '/drafts', { state, limit: 20 });

/** `again`: read the same bytes once more, although drafts of them are there. */
export function uploadDraft(organization: number, file: File, again: boolean): Promise<DraftUploaded> {
  const form = new FormData();
  form.append('organization', String(organization));
  if (again) form.append('again', 'true');
  form.append('file', file, file.name);
  return ask<DraftUploaded>('/drafts', { method: 'POST', body: form });
}

export function draftQuery(id: number) {
  return queryOptions({
    queryKey: ['draft', id],
    queryFn: ({ signal }) => ask<Draft>(`/drafts/${id}`, { signal }),
    staleTime: 60_000,
  });
}

/** The whole file in reading order, one page after the other. */
export function draftSourceQuery(id: number) {
  return queryOptions({
    queryKey: ['draft-source', id],
    queryFn: async ({ signal }) => {
      const blocks: DraftSource['blocks'] = [];
      let format = '';
      let after: string | null = null;
      do {
        const page: DraftSource = await ask(`/drafts/${id}/source`, { query: { after }, signal });
        blocks.push(...page.blocks);
        format = page.format;
        after = page.next;
      } while (after !== null);
      return { format, blocks };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function decideDraft(id: number, version: number, changes: readonly DraftChange[]): Promise<Draft> {
  return ask<Draft>(`/drafts/${id}/decisions`, { method: 'POST', body: { version, changes } });
}

export interface Trial {
  check: Record<string, unknown>;
  item: string | null;
  organizations: number[];
}

export function tryCheckQuery(id: number, trial: Trial) {
  return queryOptions({
    queryKey: ['try-check', id, trial],
    queryFn: ({ signal }) =>
      ask<TryCheckResult>(`/drafts/${id}/try`, { method: 'POST', body: trial, signal }),
  });
}

export function draftLintQuery(id: number, version: number) {
  return queryOptions({
    queryKey: ['draft-lint', id, version],
    queryFn: ({ signal }) => ask<DraftLint>(`/drafts/${id}/lint`, { signal }),
  });
}

export interface DraftCompared {
  a: { id: string; title: string };
  b: { id: string; title: string };
  comparison: EditionComparison;
}

export function draftCompareQuery(id: number, version: number, edition: string) {
  return queryOptions({
    queryKey: ['draft-compare', id, version, edition],
    queryFn: ({ signal }) =>
      ask<DraftCompared>(`/drafts/${id}/compare`, { query: { with: edition }, signal }),
  });
}

export type RehearsalRow = Omit<Rehearsal, 'result'>;

export function rehearsalsQuery(id: number) {
  return queryOptions({
    queryKey: ['rehearsals', id],
    queryFn: ({ signal }) => ask<{ rows: RehearsalRow[] }>(`/drafts/${id}/rehearsals`, { signal }),
  });
}

export function rehearsalQuery(draft: number, id: number) {
  return queryOptions({
    queryKey: ['rehearsal', draft, id],
    queryFn: ({ signal }) => ask<Rehearsal>(`/drafts/${draft}/rehearsals/${id}`, { signal }),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 500 : false),
  });
}

export function startRehearsal(draft: number, organization: number): Promise<Rehearsal> {
  return ask<Rehearsal>(`/drafts/${draft}/rehearsals`, { method: 'POST', body: { organization } });
}

export interface Publishing {
  version: number;
  standard: string;
  label: string;
  inForce: string;
  basis: { document: string; number?: string | undefined; issuer: string; date: string }[];
  follows: string | null;
}

export function publishDraft(id: number, body: Publishing): Promise<Published> {
  return ask<Published>(`/drafts/${id}/publish`, { method: 'POST', body });
}

export function dropDraft(id: number, version: number): Promise<Draft> {
  return ask<Draft>(`/drafts/${id}/drop`, { method: 'POST', body: { version } });
}
