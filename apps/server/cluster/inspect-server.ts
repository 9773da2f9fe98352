import { realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { ClusterSecret } from './cluster-secret.ts';
import { findServer, type RunningServer } from './control-server.ts';
import type { ClusterPlace } from './place-cluster.ts';

/** The address of the private server for its superuser; only the supervisor uses it. */
export function superuserUrl(secret: ClusterSecret, port: number): string {
  return `postgresql://postgres:${secret.superuser}@127.0.0.1:${port}/postgres`;
}

/** The address of our database for its owner, an ordinary login. */
export function ownerUrl(secret: ClusterSecret, port: number): string {
  return `postgresql://hujian:${secret.owner}@127.0.0.1:${port}/hujian`;
}

/** Waits until the running server answers; null when it is not one of ours that can be used further. */
export async function findUsable(
  place: ClusterPlace,
  secret: ClusterSecret,
  durable: boolean,
): Promise<RunningServer | null> {
  for (let waited = 0; waited < 30_000; waited += 500) {
    const server = findServer(place);
    if (!server) return null;
    const answer = await askServer(server, secret);
    if (answer !== 'not-yet') return answer !== 'refused' && isFit(answer, place, durable) ? server : null;
    await pause(500);
  }
  return null;
}

interface Answer {
  data_directory: string;
  server_version: string;
  fsync: string;
  listen_addresses: string;
}

async function askServer(
  server: RunningServer,
  secret: ClusterSecret,
): Promise<Answer | 'not-yet' | 'refused'> {
  const client = new Client({
    connectionString: superuserUrl(secret, server.port),
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Answer>(
      `select current_setting('data_directory') as data_directory, current_setting('server_version') as server_version,
              current_setting('fsync') as fsync, current_setting('listen_addresses') as listen_addresses`,
    );
    return rows[0] ?? 'refused';
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    // 57P03: starting up or in recovery; no code: not listening yet. All else will not get better.
    return code === '57P03' || code === 'ECONNREFUSED' || code === undefined ? 'not-yet' : 'refused';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isFit(answer: Answer, place: ClusterPlace, durable: boolean): boolean {
  return (
    realpathSync(answer.data_directory) === realpathSync(place.pgdata) &&
    place.programs.version.startsWith(`${answer.server_version.split(' ')[0]}.`) &&
    answer.fsync === (durable ? 'on' : 'off') &&
    answer.listen_addresses === '127.0.0.1'
  );
}
