import type { Client } from 'pg';
import { MigrationProblem } from './migration-problem.ts';
import { getSqlState } from './sql-state.ts';

const roles = ['hujian_actor', 'hujian_system'] as const;

/**
 * Makes the two roles where they are missing and lets the owner take them on. Works for an owner with CREATEROLE.
 * The owner does not inherit from them (PostgreSQL 16 and later): a query that forgets the door sees nothing.
 */
export async function ensureRoles(client: Client): Promise<void> {
  const { rows } = await client.query<{ newer: boolean; superuser: boolean }>(
    `select current_setting('server_version_num')::int >= 160000 as newer,
            (select rolsuper from pg_roles where rolname = current_user) as superuser`,
  );
  const newer = rows[0]?.newer === true;
  for (const role of roles) {
    await createRole(client, role);
    if (!rows[0]?.superuser) await grantRole(client, role, newer);
  }
}

async function createRole(client: Client, role: string): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  if (found.rowCount) return;
  try {
    await client.query(`create role ${role} nologin`);
  } catch (thrown) {
    // Roles belong to the whole server: the migration of another database may have been faster.
    if (['42710', '23505'].includes(getSqlState(thrown) ?? '')) return;
    throw new MigrationProblem(
      `数据库用户无权建立角色 ${role}。请由数据库管理员执行“create role ${role} nologin”并把它授予本用户，然后重试。`,
      { cause: thrown },
    );
  }
}

async function grantRole(client: Client, role: string, newer: boolean, attempt = 1): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>('select pg_has_role(current_user, $1, $2) as may', [
    role,
    newer ? 'set' : 'member',
  ]);
  if (rows[0]?.may) return;
  try {
    await client.query(`grant ${role} to current_user${newer ? ' with set true, inherit false' : ''}`);
  } catch (thrown) {
    // "tuple concurrently updated": the same grant from another database of the server.
    if (getSqlState(thrown) === 'XX000' && attempt < 5) return grantRole(client, role, newer, attempt + 1);
    throw new MigrationProblem(
      `数据库用户不能使用角色 ${role}。请由数据库管理员执行“grant ${role} to 本用户”，然后重试。`,
      { cause: thrown },
    );
  }
}
