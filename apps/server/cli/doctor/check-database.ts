import { Client } from 'pg';
import { hidePassword } from '../../cluster/external-database.ts';
import type { OpenDatabase } from '../../cluster/open-database.ts';
import { readMigrationFiles } from '../../database/migration-files.ts';
import type { CommandContext } from '../command.ts';
import { explainThrown } from '../explain-thrown.ts';
import type { Finding } from './finding.ts';

/** Brings the database up as any command would, and looks at server, clock and migrations. */
export async function checkDatabase(context: CommandContext): Promise<Finding[]> {
  let database: OpenDatabase;
  try {
    database = await context.openDatabase();
  } catch (thrown) {
    return [{ name: 'database', title: '数据库', good: false, text: explainThrown(thrown).message }];
  }
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return [
      describePlace(database),
      await checkServer(client),
      await checkClock(client),
      await checkMigrations(client),
    ];
  } finally {
    await client.end();
  }
}

function describePlace({ url, cluster }: OpenDatabase): Finding {
  const title = '数据库';
  if (!cluster)
    return { name: 'database', title, good: true, text: `DATABASE_URL 指定的 ${hidePassword(url)}` };
  const { clusterFolder, dataFolder, port, pid, account, adopted } = cluster.describe();
  const elsewhere = clusterFolder.startsWith(dataFolder)
    ? ''
    : `；普通用户进不了数据文件夹，数据库文件放在 ${clusterFolder}，备份和迁移时请一并考虑`;
  const how = adopted ? '已在运行' : '为本次检查启动';
  const text = `内置，${how}，本机端口 ${port}，进程 ${pid}，以用户 ${account} 运行${elsewhere}`;
  return { name: 'database', title, good: true, text };
}

async function checkServer(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string; checksums: string; fsync: string }>(
    `select current_setting('server_version') as version, current_setting('data_checksums') as checksums,
            current_setting('fsync') as fsync`,
  );
  const [row] = rows;
  const good = row?.fsync === 'on';
  const text = `PostgreSQL ${row?.version}，页校验 ${row?.checksums}，落盘 ${row?.fsync}${good ? '' : '，断电会丢数据，请打开 fsync'}`;
  return { name: 'server', title: '数据库版本', good, text };
}

async function checkClock(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ at: string }>(
    'select extract(epoch from clock_timestamp())::text as at',
  );
  const seconds = Math.abs(Number(rows[0]?.at) - Date.now() / 1000);
  const good = seconds < 60;
  const text = good ? '与本机一致' : `与本机相差 ${Math.round(seconds)} 秒，请校准两边的时钟`;
  return { name: 'database-clock', title: '数据库时钟', good, text };
}

async function checkMigrations(client: Client): Promise<Finding> {
  const there = await client.query(`select to_regclass('public.migration') is not null as there`);
  const ran = there.rows[0]?.there
    ? await client.query<{ name: string }>('select name from migration')
    : { rows: [] };
  const done = new Set(ran.rows.map(({ name }) => name));
  const pending = readMigrationFiles().filter(({ name }) => !done.has(name));
  const text =
    pending.length === 0
      ? '已是最新'
      : `有 ${pending.length} 个升级步骤待执行，启动程序（hujian start）时自动完成`;
  return { name: 'migrations', title: '数据库结构', good: true, text };
}
