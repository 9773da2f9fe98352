import { Client, escapeIdentifier } from 'pg';
import { ClusterProblem, describeThrown } from './cluster-problem.ts';
import { setTimezone } from './prepare-database.ts';

const oldestVersion = 150_000;

/** Makes a server named by DATABASE_URL ready: looks at its version and creates the database if it is missing. */
export async function prepareExternalDatabase(url: string): Promise<void> {
  const name = getDatabaseName(url);
  const client = await connect(url).catch(async (thrown: unknown) => {
    if (codeOf(thrown) !== '3D000') throw explainConnection(url, thrown);
    await createDatabase(url, name);
    return connect(url);
  });
  try {
    await requireSuitable(client);
    await setTimezone(client, name).catch(() => undefined);
  } finally {
    await client.end();
  }
}

/** The database's name from a connection URL. */
export function getDatabaseName(url: string): string {
  const { protocol, pathname } = URL.canParse(url) ? new URL(url) : { protocol: '', pathname: '' };
  const name = decodeURIComponent(pathname.slice(1));
  if (name && /^postgres(ql)?:$/.test(protocol)) return name;
  throw new ClusterProblem('DATABASE_URL 的写法不对，应为 postgresql://用户:密码@主机:端口/数据库名。');
}

/** The address without its password, for messages. */
export function hidePassword(url: string): string {
  const shown = new URL(url);
  if (shown.password) shown.password = '***';
  return shown.href;
}

async function createDatabase(url: string, name: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = await connect(maintenance.href).catch((thrown: unknown) => {
    throw explainConnection(url, thrown);
  });
  try {
    await client.query(`create database ${escapeIdentifier(name)} encoding 'UTF8' template template0`);
  } catch (thrown) {
    // Two programs at once: the other one was faster.
    if (codeOf(thrown) === '42P04') return;
    throw new ClusterProblem(
      `数据库 ${name} 不存在，现在的用户也无权建立它；请让数据库管理员建立后重试。（${describeThrown(thrown)}）`,
    );
  } finally {
    await client.end();
  }
}

async function requireSuitable(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: string; encoding: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number,
            pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  );
  const [row] = rows;
  if (!row || Number(row.number) < oldestVersion) {
    throw new ClusterProblem(`DATABASE_URL 指向的 PostgreSQL 版本是 ${row?.version}，需要 15 或更新的版本。`);
  }
  if (row.encoding !== 'UTF8') {
    throw new ClusterProblem(
      `DATABASE_URL 指向的数据库编码是 ${row.encoding}，需要 UTF8；请另建一个 UTF8 编码的数据库。`,
    );
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (thrown) {
    await client.end().catch(() => undefined);
    throw thrown;
  }
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}

function explainConnection(url: string, thrown: unknown): ClusterProblem {
  const shown = hidePassword(url);
  const code = codeOf(thrown);
  if (code === '28P01' || code === '28000')
    return new ClusterProblem(`数据库 ${shown} 拒绝了用户名或密码，请检查 DATABASE_URL。`);
  return new ClusterProblem(`连不上数据库 ${shown}，请检查地址、端口和网络。（${describeThrown(thrown)}）`);
}
