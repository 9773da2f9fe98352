import { Pool, type PoolConfig, TypeOverrides } from 'pg';
import { keepStatements } from './keep-statements.ts';

const int8 = 20;
const numeric = 1700;
const date = 1082;
const dates = 1182;

/**
 * The program's one pool. int8 and numeric come back as numbers (ids stay far below 2^53), a date as 'YYYY-MM-DD', also in arrays;
 * days begin and end in China whatever the server's own time zone is.
 */
export function openPool(url: string, options: PoolConfig = {}): Pool {
  const types = new TypeOverrides();
  types.setTypeParser(int8, Number);
  types.setTypeParser(numeric, Number);
  types.setTypeParser(date, (value: string) => value);
  types.setTypeParser(dates, (value: string) => (value === '{}' ? [] : value.slice(1, -1).split(',')));
  const pool = new Pool({
    connectionString: url,
    max: 10,
    // On Citus a SET LOCAL reaches the workers only with this; elsewhere it is a name nobody reads.
    options: '-c TimeZone=Asia/Shanghai -c citus.propagate_set_commands=local',
    application_name: 'hujian',
    types,
    ...options,
  });
  // An idle connection that the server cuts is replaced by the next query; it must not end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    keepStatements(client);
  });
  return pool;
}
