/**
 * `npm run -s bench -- --json`: one JSON object on stdout, everything in it measured in this run, on a private
 * database of its own that is gone afterwards. What happens on the way is said on stderr.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWeb } from '../apps/server/cli/build-web.ts';
import { startCluster } from '../apps/server/cluster/start-cluster.ts';
import { migrate } from '../apps/server/database/migrate.ts';
import { type Demo, fillDemo } from '../apps/server/demo/fill-demo.ts';
import { createServices } from '../apps/server/http/server.ts';
import { measureEvaluation } from './evaluation.ts';
import { weighFirstScreen } from './first-screen.ts';
import { measureImport } from './import-speed.ts';
import { round, timeOf } from './numbers.ts';
import { type Caller, importOverHttp, measureHeatTable, measureRecords } from './over-http.ts';
import { measurePhones, type PhoneSpeed } from './phones/measure-phones.ts';
import { signIn, startProgram } from './program.ts';
import { measureRanking } from './ranking.ts';
import { measureReading } from './reading.ts';
import { measureRehearsal } from './rehearsal.ts';
import { buildRoster } from './roster-workbook.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    members: { type: 'string', default: '35000' },
    villages: { type: 'string', default: '180' },
    imported: { type: 'string', default: '40000' },
    runs: { type: 'string', default: '5' },
    phones: { type: 'string', default: '500' },
  },
});

const say = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

const dataFolder = mkdtempSync(join(tmpdir(), 'hujian-bench-'));
// The user whom root lends the server to must get in, or the cluster would be placed elsewhere and stay there.
chmodSync(dataFolder, 0o711);
const cluster = await startCluster({ dataFolder, log: say, shared: true });
try {
  const result = await measure(cluster.url);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await cluster.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function measure(databaseUrl: string) {
  await migrate(databaseUrl);
  await buildWeb(say);
  const plan = { members: Number(values.members), villages: Number(values.villages) };
  let demo: Demo | undefined;
  const demoMs = await timeOf(async () => {
    demo = await fillDemo({ databaseUrl, dataFolder, plan, log: say });
  });
  if (!demo) throw new Error('there is no demo county');
  const services = createServices({ databaseUrl, dataFolder, log: say });
  try {
    say('考评与扫描……');
    const evaluation = await measureEvaluation(services, demo.county.code, Math.max(5, Number(values.runs)));
    say('试算……');
    const rehearsal = await measureRehearsal(services, demo.county.code, 3);
    const codes = await listCodes(services);
    const members = Number(values.imported);
    const served = await measureProgram(services, demo, await buildRoster(codes, members, 11));
    say('导入与解析……');
    const roster = await buildRoster(codes, members, 12);
    const imported = await measureImport(services, demo.county.code, roster);
    const { firstScreenGzipKb, files } = weighFirstScreen();
    say('读标准……');
    const reading = await measureReading();
    say('评议的统计……');
    const ranking = await measureRanking();
    return {
      evaluateRatio: evaluation.evaluateRatio,
      recordToStandingMs: served.recordToStandingMs,
      importRatio: imported.importRatio,
      heatTableP95Ms: served.heatTableP95Ms,
      serverPeakMb: served.serverPeakMb,
      firstScreenGzipKb,
      read50PagesMs: reading.read50PagesMs,
      readSheet2000Ms: reading.readSheet2000Ms,
      rank500Ms: ranking.rank500Ms,
      rehearseCountyMs: rehearsal.rehearseCountyMs,
      syncErrors: served.phones.syncErrors,
      ratingIntakeRatio: served.phones.ratingIntakeRatio,
      wallScreenMs: served.phones.wallScreenMs,
      pieces: {
        demo: { seconds: round(demoMs / 1000), ...demo.rows },
        evaluation,
        imported: { ...imported, members },
        heatTable: { rows: served.heatTableRows, items: 42, requests: 100 },
        firstScreen: { files },
        reading: { items: reading.items },
        ranking: { ratings: ranking.ratings, bands: ranking.bands },
        rehearsal,
        phones: served.phones,
        memory: { beforePhonesMb: served.beforePhonesMb },
      },
    };
  } finally {
    await services.pool.end();
  }
}

async function listCodes(services: ReturnType<typeof createServices>): Promise<string[]> {
  const rows = await services.door.asSystem('the benchmark lists villages', (trx) =>
    trx
      .selectFrom('organization')
      .select('code')
      .where('kind', '=', 'rural')
      .where('closed_on', 'is', null)
      .execute(),
  );
  return rows.map(({ code }) => code);
}

async function measureProgram(
  services: ReturnType<typeof createServices>,
  { accounts, county }: Demo,
  roster: Uint8Array,
) {
  const program = await startProgram(dataFolder, say);
  try {
    const enter = async (role: string): Promise<Caller> => {
      const account = accounts.find((one) => one.role === role);
      if (!account) throw new Error(`there is no demo account for ${role}`);
      return { address: program.address, cookie: await signIn(program.address, account) };
    };
    const [officer, secretary] = [await enter('county-officer'), await enter('branch-secretary')];
    say('录入记录……');
    const branch = await findScope(secretary);
    const recordToStandingMs = await measureRecords(secretary, branch, 30);
    say('对比表……');
    const heat = await measureHeatTable(officer, 100);
    say('经网页导入……');
    await importOverHttp(officer, county.id, roster);
    const beforePhonesMb = program.peakMb();
    say('手机回传……');
    const phones: PhoneSpeed = await measurePhones(services, {
      address: program.address,
      officer,
      county: county.code,
      phones: Number(values.phones),
    });
    return {
      phones,
      recordToStandingMs,
      heatTableP95Ms: heat.p95,
      heatTableRows: heat.rows,
      serverPeakMb: program.peakMb(),
      beforePhonesMb,
    };
  } finally {
    await program.stop();
  }
}

async function findScope({ address, cookie }: Caller): Promise<number> {
  const response = await fetch(new URL('/api/me', address), { headers: { cookie } });
  const { scope } = (await response.json()) as { scope: { id: number } };
  return scope.id;
}
