import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterPlace } from './place-cluster.ts';

/** Writes the server's two configuration files and returns the options that point to them. */
export function writeSettings(place: ClusterPlace, port: number, durable: boolean): string[] {
  const settingsFile = join(place.home, 'settings.conf');
  const accessFile = join(place.home, 'access.conf');
  writeFileSync(accessFile, 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n', {
    mode: 0o644,
  });
  const lines = Object.entries(listSettings(place, port, durable, accessFile)).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  );
  writeFileSync(settingsFile, lines.join(''), { mode: 0o644 });
  return ['-c', `config_file=${settingsFile}`];
}

function listSettings(
  place: ClusterPlace,
  port: number,
  durable: boolean,
  hbaFile: string,
): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // The system's limit for a socket's path is about 100 characters; without one there is still the loopback.
    unix_socket_directories:
      place.socketFolder.length < 80 && process.platform !== 'win32' ? place.socketFolder : '',
    unix_socket_permissions: '0700',
    hba_file: hbaFile,
    password_encryption: 'scram-sha-256',
    // Without safety it serves tests, of which many run at once.
    max_connections: durable ? '60' : '200',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    jit: 'off',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    idle_in_transaction_session_timeout: '10min',
    // A program that was killed leaves no statement running on for nobody; Windows cannot look.
    ...(process.platform === 'win32' ? {} : { client_connection_check_interval: '10s' }),
    // Statements carry what people entered: none of it goes into a log.
    log_min_error_statement: 'panic',
    log_statement: 'none',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  };
}
