import type { Page, RecordPage, RecordRegister, RecordView, RecordWritten } from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import type { Query } from './door.ts';
import { ask } from './door.ts';
import { pagesOf } from './pages.ts';

export const recordPages = (organization: number, register: string, query: Query) =>
  pagesOf<RecordView>(
    ['records', organization, register, query],
    `/organizations/${organization}/records/${register}`,
    query,
  );

export function recordQuery(register: string, id: number) {
  return queryOptions({
    queryKey: ['record', register, id],
    queryFn: ({ signal }) => ask<RecordPage>(`/records/${register}/${id}`, { signal }),
  });
}

/** Every person of the organization's roster, for the pickers. */
export function rosterQuery(organization: number) {
  return queryOptions({
    queryKey: ['roster', organization],
    queryFn: async () => {
      const people: { id: number; name: string; member: boolean; left: boolean }[] = [];
      let after: string | null = null;
      do {
        const page: Page<RecordView> = await ask(`/organizations/${organization}/records/roster`, {
          query: { limit: 200, after },
        });
        for (const row of page.rows) {
          if (row.register !== 'roster') continue;
          people.push({
            id: row.id,
            name: row.name,
            member: row.admittedOn !== null,
            left: row.leftOn !== null,
          });
        }
        after = page.next;
      } while (after !== null && people.length < 4000);
      return people.filter((person) => !person.left);
    },
    staleTime: 60_000,
  });
}

export type Body = Record<string, unknown>;

export function createRecord(
  organization: number,
  register: RecordRegister,
  body: Body,
): Promise<RecordWritten> {
  return ask<RecordWritten>(`/organizations/${organization}/records/${register}`, { method: 'POST', body });
}

export function withdrawRecord(register: string, id: number, reason: string): Promise<RecordWritten> {
  return ask<RecordWritten>(`/records/${register}/${id}/withdraw`, { method: 'POST', body: { reason } });
}

export function correctRecord(
  register: string,
  id: number,
  reason: string,
  record: Body,
): Promise<RecordWritten> {
  return ask<RecordWritten>(`/records/${register}/${id}/correct`, {
    method: 'POST',
    body: { reason, record },
  });
}

export interface Sensitive {
  identity: string | null;
  phone: string | null;
  birthOn: string | null;
}

export function revealSensitive(person: number, reason: string): Promise<Sensitive> {
  return ask<Sensitive>(`/people/${person}/sensitive`, { method: 'POST', body: { reason } });
}
