import { Client } from 'pg';
import { loadLibrary } from '../features/library/load-library.ts';
import { readEditions } from '../features/library/read-standards.ts';
import { refreshStandings } from '../features/standings/refresh-standings.ts';
import { createServices } from '../http/server.ts';
import { dayOf, type Services } from '../http/services.ts';
import { type CountyPlan, planCounty } from './county-plan.ts';
import { createDemoAccounts, type DemoAccount } from './demo-accounts.ts';
import { DemoProblem } from './demo-problem.ts';
import { demoMark, isDemo } from './is-demo.ts';
import { type Asked, listAsked } from './list-asked.ts';
import { loadCounty } from './load-county.ts';
import { playRounds } from './rounds/play-rounds.ts';
import type { TableName } from './rows.ts';
import { tellCounty } from './tell-county.ts';
import { type Kind, plantTree, type Tree } from './tree.ts';
import { readWords } from './words.ts';

export interface DemoOptions {
  /** A migrated database. */
  databaseUrl: string;
  dataFolder: string;
  /** Empties a demo database first; any other one is refused. */
  again?: boolean;
  /** The size of the county; the whole one unless said. */
  plan?: Partial<CountyPlan>;
  /** With two rounds of its first township. */
  rounds?: boolean;
  log?: (message: string) => void;
}

export interface Demo {
  county: { id: number; code: string; name: string };
  rows: Record<TableName, number>;
  standings: number;
  rounds: number;
  accounts: DemoAccount[];
}

interface Resolution {
  editions: readonly string[];
  document: string;
  number: string;
}

/** By which standards the demo county judges, and what it decided so by: every kind of organization by its own. */
const resolutions: readonly Resolution[] = [
  {
    editions: ['rural-basic/2025', 'rural-demonstration/2021'],
    document: '关于采用农村基层党组织建设标准的通知',
    number: '青组发〔2025〕1号',
  },
  {
    editions: [
      'community-basic/2025',
      'agency-basic/2025',
      'soe-basic/2025',
      'private-basic/2025',
      'school-basic/2025',
    ],
    document: '关于采用社区、机关、企业和学校党组织建设基本标准的通知',
    number: '青组发〔2025〕2号',
  },
];

/** Makes up a county in an empty database, judges it, and opens one account for each role. */
export async function fillDemo(options: DemoOptions): Promise<Demo> {
  const log = options.log ?? (() => undefined);
  const services = createServices({ ...options, log });
  try {
    const today = dayOf(services.now());
    const plan = planCounty(today, options.plan);
    await requireRoom(services, options);
    await services.door.asSystem('the mark of a demo', async (_trx, note) =>
      note(demoMark({ seed: plan.seed, today })),
    );
    await loadLibrary(services);
    const tree = plantTree(plan);
    log(`正在编写示范县：${tree.townships.length}个乡镇、${tree.branches.length}个基层党组织……`);
    const telling = {
      plan,
      words: readWords(services.vocabulary),
      asked: askedOf(services),
      seal: sealWith(services),
    };
    const rows = await loadCounty(options.databaseUrl, tellCounty(telling, tree), log);
    log('正在按采用的标准考评……');
    const standings = await adopt(services, tree, today);
    const accounts = await createDemoAccounts(services, tree);
    if (options.rounds) log('正在编排两轮三互活动……');
    const rounds = options.rounds ? await playRounds(services, tree, { accounts, today }) : 0;
    const { id, code, name } = tree.county;
    return { county: { id, code, name }, rows, standings, rounds, accounts };
  } finally {
    await services.pool.end();
  }
}

async function requireRoom(services: Services, { databaseUrl, again }: DemoOptions): Promise<void> {
  const taken = await services.door.asSystem('is there room for a demo', async (trx) => {
    const organization = await trx.selectFrom('organization').select('id').limit(1).executeTakeFirst();
    const account = await trx.selectFrom('account').select('id').limit(1).executeTakeFirst();
    return organization !== undefined || account !== undefined;
  });
  if (!taken) return;
  const demo = await isDemo(services.door);
  if (demo && again) return emptyDemo(databaseUrl);
  throw new DemoProblem(
    demo
      ? '这里已经有示范县。要清空重做，请加 --again（示范县里改过的内容会全部丢掉）。'
      : '这个数据库里已经有组织或账号，示范县不会写进去。请用 HUJIAN_DATA 换一个空的数据文件夹。',
  );
}

/** Everything but the law and the audit trail goes. */
async function emptyDemo(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      'truncate organization, account, sign_in_guard, one_time_link, visit_entry, visit_file, visit_file_part cascade',
    );
  } finally {
    await client.end();
  }
}

/** Read off the whole library, once for each kind. */
function askedOf({ vocabulary }: Services): (kind: Kind) => Asked {
  const editions = readEditions(vocabulary.vocabulary);
  const kept = new Map<Kind, Asked>();
  return (kind) => {
    const asked = kept.get(kind) ?? listAsked(editions, kind);
    kept.set(kind, asked);
    return asked;
  };
}

function sealWith({ sealed }: Services) {
  return (identity: string, phone: string) => ({
    identity_cipher: sealed.seal(identity),
    identity_index: sealed.index(identity),
    phone_cipher: sealed.seal(phone),
    phone_index: sealed.index(phone),
  });
}

async function adopt(services: Services, tree: Tree, today: string): Promise<number> {
  const { id, path } = tree.county;
  return services.door.asSystem('the demo county adopts its standards', async (trx) => {
    await trx
      .insertInto('adoption')
      .values(
        resolutions.flatMap(({ editions, ...resolved }) =>
          editions.map((edition) => ({
            county: id,
            organization: id,
            path,
            edition,
            valid_from: '2025-01-01',
            valid_until: null,
            basis: JSON.stringify({ ...resolved, issuer: '青禾县委组织部', date: '2025-01-02' }),
            entered_by: 'demo',
            withdrawn_at: null,
          })),
        ),
      )
      .execute();
    const { organizations } = await refreshStandings(trx, { county: id, scopePath: path }, today);
    return organizations;
  });
}
