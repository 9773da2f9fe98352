import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAlive } from './process-table.ts';
import { type Cluster, startCluster } from './start-cluster.ts';

const said: string[] = [];
const log = (message: string) => said.push(message);
let dataFolder: string;
const running: Cluster[] = [];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hujian-cluster-'));
  chmodSync(dataFolder, 0o711);
});
afterEach(async () => {
  for (const cluster of running.splice(0)) await cluster.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(options: { shared?: boolean; durable?: boolean } = {}): Promise<Cluster> {
  const cluster = await startCluster({ dataFolder, log, durable: false, ...options });
  running.push(cluster);
  return cluster;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** A program in a process of its own that starts the cluster and is killed while using it. */
async function startAndDie(): Promise<void> {
  const module = JSON.stringify(join(import.meta.dirname, 'start-cluster.ts'));
  const script = `const { startCluster } = await import(${module});
    await startCluster({ dataFolder: ${JSON.stringify(dataFolder)}, log: () => {}, durable: false });
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
}

describe('a fresh cluster', () => {
  test('is safe from the start: passwords, page checksums, UTF-8, China time, nothing secret in the log', async () => {
    const cluster = await start({ durable: true });
    const settings = `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('password_encryption') as password, current_setting('timezone') as zone,
      current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding`;
    expect(await query(cluster.url, settings)).toEqual([
      {
        checksums: 'on',
        fsync: 'on',
        password: 'scram-sha-256',
        zone: 'Asia/Shanghai',
        listens: '127.0.0.1',
        encoding: 'UTF8',
      },
    ]);
    expect(statSync(join(dataFolder, 'cluster-secret.json')).mode & 0o777).toBe(0o600);
    const { password } = new URL(cluster.url);
    const wrong = cluster.url.replace(password, 'wrong');
    await expect(query(wrong, 'select 1')).rejects.toThrow('password');
    expect(readFileSync(join(cluster.describe().clusterFolder, 'log', 'server.log'), 'utf8')).not.toContain(
      password,
    );
    expect(said.join()).not.toContain(password);
  });

  test('ignores what a creation that was cut short has left', async () => {
    mkdirSync(join(dataFolder, 'postgresql', 'pgdata.new'), { recursive: true });
    chmodSync(join(dataFolder, 'postgresql'), 0o711);
    writeFileSync(join(dataFolder, 'postgresql', 'pgdata.new', 'PG_VERSION'), '18\n');
    const cluster = await start();
    expect(await query(cluster.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('that cannot be placed is refused at once, in one Chinese sentence', async () => {
    const file = join(dataFolder, 'file');
    writeFileSync(file, '');
    for (const folder of [join(file, 'data'), '/proc/hujian/data']) {
      await expect(startCluster({ dataFolder: folder, log })).rejects.toThrow(
        /不能准备数据文件夹.*HUJIAN_DATA/,
      );
    }
  });
});

describe('after a crash', () => {
  test('of the program its server is adopted with everything in it', async () => {
    await startAndDie();
    const adopted = await start();
    expect(adopted.describe().adopted).toBe(true);
    expect(await query(adopted.url, 'select current_user')).toEqual([{ current_user: 'hujian' }]);
  });

  test('an orphan that is not fit (no fsync) is stopped and replaced', async () => {
    await startAndDie();
    const cluster = await start({ durable: true });
    expect(cluster.describe().adopted).toBe(false);
    expect(await query(cluster.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  test('of PostgreSQL itself the committed rows are there again', async () => {
    const first = await start({ shared: true, durable: true });
    await query(first.url, 'create table kept (n int); insert into kept values (7)');
    const { pid } = first.describe();
    process.kill(pid ?? 0, 'SIGKILL');
    const second = await start({ shared: true, durable: true });
    expect(second.describe().pid).not.toBe(pid);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('of PostgreSQL under a running program it comes back by itself at the same address', async () => {
    const cluster = await start();
    process.kill(cluster.describe().pid ?? 0, 'SIGKILL');
    await expect
      .poll(() => query(cluster.url, 'select 1 as one').catch(() => []), { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
  });

  test('a lock file that names the process of a stranger does not stop the start, and the stranger lives', async () => {
    const first = await start();
    const { clusterFolder } = first.describe();
    await first.stop();
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const lines = [stranger.pid, join(clusterFolder, 'pgdata'), 1, 5432, '', '127.0.0.1', '', 'ready', ''];
    writeFileSync(join(clusterFolder, 'pgdata', 'postmaster.pid'), lines.join('\n'), { mode: 0o600 });
    try {
      const second = await start();
      expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill();
    }
  });
});

describe('several programs on one folder', () => {
  test('a second program is refused with the process that holds the folder', async () => {
    await start();
    await expect(start()).rejects.toThrow(`进程号 ${process.pid}`);
  });

  test('a command shares the server and leaves it running; the last to leave stops it', async () => {
    const program = await start();
    const command = await start({ shared: true });
    await command.stop();
    expect(await query(program.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const { pid } = program.describe();
    await program.stop();
    expect(isAlive(pid ?? 0)).toBe(false);
  });

  test('two commands that start at once get one server', async () => {
    const [a, b] = await Promise.all([start({ shared: true }), start({ shared: true })]);
    expect(a.describe().pid).toBe(b.describe().pid);
  });

  test('a port that somebody took in the meantime is exchanged', async () => {
    const first = await start();
    const { port } = first.describe();
    await first.stop();
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    try {
      const second = await start();
      expect(second.describe().port).not.toBe(port);
      expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      taken.close();
    }
  });
});

if (process.getuid?.() === 0) {
  describe('as root', () => {
    test('the server runs under an ordinary user, also when that user cannot enter the data folder', async () => {
      chmodSync(dataFolder, 0o700);
      const closed = join(dataFolder, 'data');
      const cluster = await startCluster({ dataFolder: closed, log, durable: false });
      const { clusterFolder, pid } = cluster.describe();
      try {
        expect(clusterFolder).toMatch(/^\/var\/lib\/hujian\//);
        expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
        expect(await query(cluster.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      } finally {
        await cluster.stop();
        rmSync(clusterFolder, { recursive: true, force: true });
      }
      expect(existsSync(join(closed, 'cluster-home.txt'))).toBe(true);
    });
  });
}
