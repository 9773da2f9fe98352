import { once } from 'node:events';

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { startServer } from './server.ts';

const database = withDatabase();

test('a port that another program holds: the start fails instead of hanging, and leaves no connection open', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hujian-port-'));
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    const start = startServer({
      databaseUrl: database.url,
      dataFolder,
      port,
      log: () => undefined,
    });
    await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const { rows } = await database.pool.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like 'hujian%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  } finally {
    other.close();
    rmSync(dataFolder, { recursive: true });
  }
});
