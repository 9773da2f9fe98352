import type { BallotRow, Page, RankingBasis, ResultFull, RoundRow, WaitingResult } from '@hujian/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';
import { listAll, pagesOf } from './pages.ts';

/** null: nothing was computed yet. */
export function resultQuery(round: number) {
  return queryOptions({
    queryKey: ['result', round],
    queryFn: ({ signal }) => ask<ResultFull | null>(`/rounds/${round}/result`, { signal }),
  });
}

export function computeResult(round: number, standingAsOf: string | null): Promise<ResultFull> {
  const body = standingAsOf === null ? {} : { standingAsOf };
  return ask<ResultFull>(`/rounds/${round}/result`, { method: 'POST', body });
}

export type Step = 'submit' | 'accept' | 'return' | 'publish';

export interface Stepping {
  version: number;
  note?: string;
}

export function stepResult(result: number, step: Step, body: Stepping): Promise<unknown> {
  return ask(`/results/${result}/${step}`, { method: 'POST', body });
}

export interface Adjusting {
  version: number;
  organization: number;
  points: number;
  reason: string;
}

export function adjustResult(result: number, body: Adjusting): Promise<unknown> {
  return ask(`/results/${result}/adjust`, { method: 'POST', body });
}

export interface Noticing {
  version: number;
  title: string;
  workingDays: number;
  fromDay?: string;
  contact: string;
}

export function noticeResult(result: number, body: Noticing): Promise<unknown> {
  return ask(`/results/${result}/notice`, { method: 'POST', body });
}

export interface Correcting {
  organization: number | null;
  before: string;
  after: string;
  reason: string;
}

export function correctResult(result: number, body: Correcting): Promise<unknown> {
  return ask(`/results/${result}/correct`, { method: 'POST', body });
}

export function answerObjection(
  objection: number,
  body: { upheld: boolean; answer: string },
): Promise<unknown> {
  return ask(`/objections/${objection}/answer`, { method: 'POST', body });
}

/** The sealed contact in full; the look is written down. */
export function revealContact(objection: number, reason: string): Promise<{ contact: string }> {
  return ask(`/objections/${objection}/contact`, { method: 'POST', body: { reason } });
}

export const waitingPages = pagesOf<WaitingResult>(['/results/waiting'], '/results/waiting');

export function basesQuery(organization: number) {
  return queryOptions({
    queryKey: ['ranking-bases', organization],
    queryFn: ({ signal }) => listAll<RankingBasis>('/ranking-bases', { organization }, signal),
  });
}

export type BasisBody = Omit<RankingBasis, 'id' | 'organization' | 'inForce' | 'can'> & {
  organization: number;
};

export function createBasis(body: BasisBody): Promise<unknown> {
  return ask('/ranking-bases', { method: 'POST', body });
}

export function withdrawBasis(id: number): Promise<unknown> {
  return ask(`/ranking-bases/${id}/withdraw`, { method: 'POST', body: {} });
}

export const ballotPages = (query: { organization: number; round?: number | undefined }) =>
  pagesOf<BallotRow>(['/ballots', query], '/ballots', query);

export function ballotQuery(id: number) {
  return queryOptions({
    queryKey: ['ballot', id],
    queryFn: ({ signal }) => ask<BallotRow>(`/ballots/${id}`, { signal }),
  });
}

export interface BallotBody {
  organization: number;
  round: number | null;
  about: string;
  title: string;
  opensOn: string;
  closesOn: string;
  slips: number;
}

export function createBallot(body: BallotBody): Promise<BallotRow> {
  return ask<BallotRow>('/ballots', { method: 'POST', body });
}

/** Tokens of new slips, told this once; the unused ones of before are void from now on. */
export function makeSlips(ballot: number): Promise<{ slips: string[] }> {
  return ask(`/ballots/${ballot}/slips`, { method: 'POST', body: {} });
}

export function closeBallot(ballot: number): Promise<BallotRow> {
  return ask<BallotRow>(`/ballots/${ballot}/close`, { method: 'POST', body: {} });
}

/** The rounds that a poll may count for. */
export const roundChoicesQuery = queryOptions({
  queryKey: ['round-choices'],
  queryFn: ({ signal }) => ask<Page<RoundRow>>('/rounds', { query: { limit: 50 }, signal }),
});
