import type { Account, Assignment, AuditLine } from '@hujian/contract';
import type { Query } from './door.ts';
import { ask } from './door.ts';
import { pagesOf } from './pages.ts';

export const accountPages = (query: Query) => pagesOf<Account>(['/accounts', query], '/accounts', query);
export const assignmentPages = (query: Query) =>
  pagesOf<Assignment>(['/assignments', query], '/assignments', query);
export const auditPages = (query: Query) => pagesOf<AuditLine>(['/audit', query], '/audit', query);

export interface AccountLink {
  account: Account;
  path: string;
  expiresAt: string;
}

export function createAccount(body: { userName: string; name: string }): Promise<AccountLink> {
  return ask<AccountLink>('/accounts', { method: 'POST', body });
}

export function changeAccount(id: string, what: 'disable' | 'enable'): Promise<Account> {
  return ask<Account>(`/accounts/${id}/${what}`, { method: 'POST', body: {} });
}

/** `resetTotp`: the second factor ends too, because its telephone is lost. */
export function linkAccount(id: string, resetTotp: boolean): Promise<AccountLink> {
  return ask<AccountLink>(`/accounts/${id}/link`, { method: 'POST', body: { resetTotp } });
}

export function createAssignment(body: {
  account: string;
  role: string;
  organization: number | null;
}): Promise<Assignment> {
  return ask<Assignment>('/assignments', { method: 'POST', body });
}

export function endAssignment(id: number): Promise<unknown> {
  return ask(`/assignments/${id}/end`, { method: 'POST', body: {} });
}

export interface Assignable {
  rows: { id: number; name: string; parentName: string | null }[];
}

export function listAssignable(q: string): Promise<Assignable> {
  return ask<Assignable>('/assignments/organizations', { query: { q } });
}

export interface Verified {
  ok: boolean;
  checked: number;
  firstBroken?: { county: number; number: number; message: string };
}

export function verifyAudit(): Promise<Verified> {
  return ask<Verified>('/audit/verify', { method: 'POST', body: {} });
}
