import type {
  ClassProposal,
  DocumentFull,
  DocumentKind,
  DocumentRow,
  DocumentWords,
  FollowUp,
  Fund,
  ResultFull,
} from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';
import { pagesOf } from './pages.ts';

export function documentsQuery(round: number) {
  return queryOptions({
    queryKey: ['round-documents', round],
    queryFn: ({ signal }) => ask<{ rows: DocumentRow[] }>(`/rounds/${round}/documents`, { signal }),
  });
}

export function documentQuery(round: number, kind: DocumentKind) {
  return queryOptions({
    queryKey: ['round-document', round, kind],
    queryFn: ({ signal }) => ask<DocumentFull>(`/rounds/${round}/documents/${kind}`, { signal }),
  });
}

export function saveDocument(
  round: number,
  kind: DocumentKind,
  version: number,
  words: DocumentWords,
): Promise<DocumentFull> {
  return ask<DocumentFull>(`/rounds/${round}/documents/${kind}`, {
    method: 'POST',
    body: { version, words },
  });
}

export function fundsQuery(round: number) {
  return queryOptions({
    queryKey: ['round-funds', round],
    queryFn: ({ signal }) => ask<{ rows: Fund[] }>(`/rounds/${round}/funds`, { signal }),
  });
}

export type FundDraft = Pick<Fund, 'title' | 'total' | 'rule' | 'basis'>;
export type FundStep = 'submit' | 'approve' | 'return';
export type LineChange = { line: number; amount: number; reason: string };
export type Payment = { line: number; paidOn: string; amount: number; voucher: string; note: string };

export function createFund(round: number, body: FundDraft): Promise<Fund> {
  return ask<Fund>(`/rounds/${round}/funds`, { method: 'POST', body });
}

export function changeLines(fund: number, lines: readonly LineChange[]): Promise<Fund> {
  return ask<Fund>(`/funds/${fund}/lines`, { method: 'POST', body: { lines } });
}

export function stepFund(fund: number, step: FundStep, note: string): Promise<Fund> {
  return ask<Fund>(`/funds/${fund}/${step}`, { method: 'POST', body: note === '' ? {} : { note } });
}

export function pay(fund: number, body: Payment): Promise<Fund> {
  return ask<Fund>(`/funds/${fund}/payments`, { method: 'POST', body });
}

export function withdrawPayment(payment: number, reason: string): Promise<unknown> {
  return ask(`/payments/${payment}/withdraw`, { method: 'POST', body: { reason } });
}

/** How many organizations stand in each band of the round's result; needed before a fund can be divided. */
export function bandsQuery(round: number) {
  return queryOptions({
    queryKey: ['round-bands', round],
    queryFn: async ({ signal }) => {
      const result = await ask<ResultFull | null>(`/rounds/${round}/result`, { signal });
      const counts = new Map<string, number>();
      for (const { band } of result?.units ?? []) {
        if (band !== null) counts.set(band, (counts.get(band) ?? 0) + 1);
      }
      return {
        published: result?.state === 'published',
        bands: [...counts]
          .map(([band, units]) => ({ band, units }))
          .sort((a, b) => (a.band < b.band ? -1 : 1)),
      };
    },
  });
}

export function proposalsQuery(round: number) {
  return queryOptions({
    queryKey: ['class-proposals', round],
    queryFn: ({ signal }) => ask<{ rows: ClassProposal[] }>(`/rounds/${round}/class-proposals`, { signal }),
  });
}

export function drawUpProposals(round: number): Promise<{ rows: ClassProposal[] }> {
  return ask(`/rounds/${round}/class-proposals`, { method: 'POST', body: {} });
}

export interface Decision {
  accept: boolean;
  reason: string;
  validFrom?: string;
}

export function decideProposal(proposal: number, body: Decision): Promise<ClassProposal> {
  return ask<ClassProposal>(`/class-proposals/${proposal}/decide`, { method: 'POST', body });
}

export type FollowUpState = FollowUp['state'];

export const followUpPages = (round: number, state: FollowUpState | undefined) =>
  pagesOf<FollowUp>(['follow-ups', round, state ?? 'all'], `/rounds/${round}/follow-ups`, { state });

export function draftFollowUps(round: number): Promise<unknown> {
  return ask(`/rounds/${round}/follow-ups`, { method: 'POST', body: {} });
}

export function changeFollowUp(followUp: number, body: { task: string; dueOn: string }): Promise<FollowUp> {
  return ask<FollowUp>(`/follow-ups/${followUp}`, { method: 'POST', body });
}

export function endFollowUp(followUp: number, body: { done: boolean; outcome: string }): Promise<FollowUp> {
  return ask<FollowUp>(`/follow-ups/${followUp}/end`, { method: 'POST', body });
}
