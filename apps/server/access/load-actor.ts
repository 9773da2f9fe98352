import { sql } from 'kysely';
import type { Asking, Door } from '../database/door.ts';
import type { Actor, Scope } from './actor.ts';
import { isRole, permissionsOf, roles } from './roles.ts';

/** An account's assignment that has not ended. */
export interface HeldAssignment {
  id: number;
  role: string;
  scope: Scope | null;
}

/**
 * The person behind a session: the account, and the chosen assignment (else the first one).
 * undefined when the account is gone or disabled.
 */
export async function loadActor(
  door: Door,
  account: string,
  chosen: number | null,
): Promise<Actor | undefined> {
  const rows = await door.askAsSystem('who is it', (from) =>
    selectHeld(from).select(sql<number | null>`null`.as('chosen')).where('a.id', '=', account),
  );
  return presentActor(rows, chosen);
}

/** The same by the token of a session that ends after a moment; undefined when there is none. */
export async function loadActorBySession(door: Door, token: string, after: Date): Promise<Actor | undefined> {
  const rows = await door.askAsSystem('whose session is it', (from) =>
    selectHeld(from)
      .innerJoin('account_session as e', 'e.account', 'a.id')
      .select('e.assignment as chosen')
      .where('e.token', '=', token)
      .where('e.expires_at', '>', after),
  );
  return presentActor(rows, rows[0]?.chosen ?? null);
}

const selectHeld = (from: Asking) =>
  from
    .selectFrom('account as a')
    .leftJoin('assignment as s', (join) => join.onRef('s.account', '=', 'a.id').on('s.ended_at', 'is', null))
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
    )
    .select(['a.id as account', 'a.name', 'a.user_name', 'a.totp_on', 's.id as assignment', 's.role'])
    .select(['o.id as organization', 'o.county', 'o.path', 'o.name as organization_name', 'o.level'])
    .where('a.disabled_at', 'is', null)
    .orderBy('s.id');

type Held = Awaited<ReturnType<ReturnType<typeof selectHeld>['execute']>>[number];

function presentActor(rows: readonly Held[], chosen: number | null): Actor | undefined {
  const first = rows[0];
  if (!first) return undefined;
  const active = rows.find((row) => row.assignment === chosen) ?? first;
  const role = active.role !== null && isRole(active.role) ? active.role : null;
  return {
    account: first.account,
    name: first.name,
    userName: first.user_name ?? '',
    totpOn: first.totp_on,
    // Required by any role the account holds, not only by the one in use.
    totpRequired: rows.some((row) => row.role !== null && isRole(row.role) && roles[row.role].totp === true),
    assignment: active.assignment,
    role,
    scope: presentScope(active),
    can: role ? permissionsOf(role) : new Set(),
  };
}

function presentScope(row: {
  organization: number | null;
  county: number | null;
  path: string | null;
  organization_name: string | null;
  level: Scope['level'] | null;
}): Scope | null {
  const { organization: id, county, path, organization_name: name, level } = row;
  if (id === null || county === null || path === null || name === null || level === null) return null;
  return { id, county, path, name, level };
}
