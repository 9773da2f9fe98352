import type { WarningReason, WarningReasonBody, WarningReasons } from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';

export function reasonsQuery(organization: number, standard: string) {
  return queryOptions({
    queryKey: ['reasons', organization, standard],
    queryFn: ({ signal }) =>
      ask<WarningReasons>(`/standings/${organization}/reasons`, { query: { standard }, signal }),
  });
}

export function giveReason(organization: number, body: WarningReasonBody): Promise<WarningReason> {
  return ask<WarningReason>(`/standings/${organization}/reasons`, { method: 'POST', body });
}

export function withdrawReason(id: number): Promise<WarningReason> {
  return ask<WarningReason>(`/reasons/${id}/withdraw`, { method: 'POST', body: {} });
}
