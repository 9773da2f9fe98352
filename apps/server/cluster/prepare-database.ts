import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { ClusterSecret } from './cluster-secret.ts';
import { superuserUrl } from './inspect-server.ts';

/** Makes the owner's login and the database on a fresh cluster; on an old one finds them there. */
export async function prepareDatabase(secret: ClusterSecret, port: number): Promise<void> {
  const client = new Client({ connectionString: superuserUrl(secret, port) });
  await client.connect();
  try {
    const roles = await client.query(`select 1 from pg_roles where rolname = 'hujian'`);
    // CREATEROLE: the migrations make the two roles that row-level security speaks of.
    if (roles.rowCount === 0) {
      await client.query(
        `create role hujian login createdb createrole password ${escapeLiteral(secret.owner)}`,
      );
    }
    const databases = await client.query(`select 1 from pg_database where datname = 'hujian'`);
    if (databases.rowCount === 0) await client.query('create database hujian owner hujian');
    await setTimezone(client, 'hujian');
  } finally {
    await client.end();
  }
}

/** Days begin and end in China, whatever the server's own time zone is. */
export async function setTimezone(client: Client, database: string): Promise<void> {
  await client.query(`alter database ${escapeIdentifier(database)} set timezone = 'Asia/Shanghai'`);
}
