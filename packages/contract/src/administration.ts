import * as z from 'zod';
import { can, id, line, moment, pageQuery } from './common.ts';
import { role, userName } from './me.ts';

export const account = z.object({
  id: z.string(),
  userName: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  lockedUntil: moment.nullable(),
  passwordSet: z.boolean(),
  totpOn: z.boolean(),
  createdAt: moment,
  assignments: z.array(
    z.object({
      id,
      role,
      roleTitle: z.string(),
      organization: z.object({ id, name: z.string() }).nullable(),
    }),
  ),
  can,
});
export type Account = z.output<typeof account>;
export const accountsQuery = z.object({ q: z.string().trim().min(1).max(40).optional(), ...pageQuery.shape });
export const accountBody = z.strictObject({ userName, name: line(40) });
/** `resetTotp`: the person lost telephone and backup codes. */
export const accountLinkBody = z.strictObject({ resetTotp: z.boolean().default(false) });
/** The one-time path with which the person sets a password; shown once. */
export const accountLink = z.object({ account, path: z.string(), expiresAt: moment });

export const assignment = z.object({
  id,
  account: z.object({ id: z.string(), userName: z.string(), name: z.string() }),
  role,
  roleTitle: z.string(),
  organization: z.object({ id, name: z.string() }).nullable(),
  since: moment,
  endedAt: moment.nullable(),
  can,
});
export type Assignment = z.output<typeof assignment>;
export const assignmentsQuery = z.object({ account: z.string().max(60).optional(), ...pageQuery.shape });
/** Business roles need an organization, the three administrators have none. */
export const assignmentBody = z.strictObject({
  account: z.string().max(60),
  role,
  organization: id.nullable().optional(),
});
/** GET /assignments/organizations?q: names only, for the security administrator who may see no business data. */
export const assignableQuery = z.object({ q: z.string().trim().min(1).max(40) });
export const assignable = z.object({
  rows: z.array(z.object({ id, name: z.string(), parentName: z.string().nullable() })),
});

export const auditLine = z.object({
  county: z.number().int(),
  number: z.number().int(),
  at: moment,
  account: z.string().nullable(),
  accountName: z.string().nullable(),
  act: z.string(),
  actTitle: z.string(),
  object: z.string().nullable(),
  organization: z.number().int().nullable(),
  details: z.looseObject({}),
  hash: z.string(),
});
export type AuditLine = z.output<typeof auditLine>;
export const auditQuery = z.object({
  act: z.string().max(60).optional(),
  account: z.string().max(60).optional(),
  object: z.string().max(120).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  ...pageQuery.shape,
});
/** POST /audit/verify */
export const auditVerified = z.object({
  ok: z.boolean(),
  checked: z.number().int(),
  firstBroken: z
    .object({ county: z.number().int(), number: z.number().int(), message: z.string() })
    .optional(),
});

/** GET /health */
export const health = z.object({ ok: z.literal(true), version: z.string() });
