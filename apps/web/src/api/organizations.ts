import type { OrganizationFile, OrganizationRow, Page } from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import type { Query } from './door.ts';
import { ask } from './door.ts';

export function organizationsQuery(query: Query) {
  return queryOptions({
    queryKey: ['organizations', query],
    queryFn: ({ signal }) => ask<Page<OrganizationRow>>('/organizations', { query, signal }),
  });
}

export function organizationFileQuery(id: number) {
  return queryOptions({
    queryKey: ['organization', id],
    queryFn: ({ signal }) => ask<OrganizationFile>(`/organizations/${id}`, { signal }),
  });
}

/** All children of one organization, page after page (a county has some hundreds, not thousands). */
export async function listChildren(parent: number | null): Promise<OrganizationRow[]> {
  const rows: OrganizationRow[] = [];
  let after: string | null = null;
  do {
    const page: Page<OrganizationRow> = await ask('/organizations', { query: { parent, limit: 200, after } });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}
