import * as z from 'zod';
import { can, day, id, idParam, level, line } from './common.ts';

export const role = z.enum([
  'system-admin',
  'security-admin',
  'audit-admin',
  'city-officer',
  'county-officer',
  'township-officer',
  'committee-officer',
  'liaison',
  'branch-secretary',
  'panelist',
  'auditor',
  'member',
]);
export type Role = z.output<typeof role>;

/** A user name: letters, digits, dot, hyphen, underscore; lower case is made of it. */
export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, '用户名为3至40位，以字母开头，只含字母、数字、点、连字符和下划线。');
/** Bounds only: the full policy is checked by the server. */
export const password = z.string().min(1).max(128);

/** GET /me */
export const me = z.object({
  account: z.object({
    id: z.string(),
    name: z.string(),
    userName: z.string(),
    totpOn: z.boolean(),
    totpRequired: z.boolean(),
  }),
  assignments: z.array(
    z.object({
      id,
      role,
      roleTitle: z.string(),
      organization: z.object({ id, name: z.string() }).nullable(),
    }),
  ),
  active: id.nullable(),
  can,
  scope: z.object({ id, name: z.string(), level, county: z.number().int() }).nullable(),
  today: day,
  idleMinutes: z.number().int(),
  program: z.object({ name: z.string(), version: z.string(), demo: z.boolean() }),
});
export type Me = z.output<typeof me>;

export const activeAssignmentBody = z.strictObject({ assignment: idParam });

export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '链接不完整，请从头复制。');
export const linkPurpose = z.enum(['first-administrator', 'security-admin', 'audit-admin', 'set-password']);

/** GET /first?token=… : what the one-time link is for; `userName` is given when the account exists already. */
export const firstLink = z.object({
  ok: z.literal(true),
  purpose: linkPurpose,
  userName: z.string().nullable(),
  name: z.string().nullable(),
});

/** POST /first: creates the account (or sets the password of the account the link was made for). */
export const firstBody = z.strictObject({
  token: linkToken,
  userName: userName.optional(),
  name: line(40).optional(),
  password,
});

/** POST /first/links: a new link for one of the other two administrators, while nobody has ever held that role. */
export const firstLinkBody = z.strictObject({ purpose: z.enum(['security-admin', 'audit-admin']) });
export const firstLinkMade = z.object({
  purpose: linkPurpose,
  title: z.string(),
  path: z.string(),
  expiresAt: z.iso.datetime({ offset: true }),
});

/** `links`: further one-time paths, shown once (the first administrator hands them to two other people). */
export const firstDone = z.object({
  ok: z.literal(true),
  userName: z.string(),
  links: z.array(z.object({ purpose: linkPurpose, title: z.string(), path: z.string() })),
});
export type FirstDone = z.output<typeof firstDone>;
