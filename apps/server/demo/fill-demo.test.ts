import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interpret, itemsOf } from '@hujian/engine';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { runLine } from '../cli/testing/run-line.ts';
import type { Trx } from '../database/door.ts';
import { getEdition } from '../features/standings/editions.ts';
import { evaluate } from '../features/standings/evaluate.ts';
import { getVocabulary } from '../features/standings/vocabulary.ts';
import { createServices } from '../http/server.ts';
import { dayOf, type Services } from '../http/services.ts';
import { type Demo, fillDemo } from './fill-demo.ts';
import { hasDemo } from './is-demo.ts';
import { countRefresh } from './testing/count-refresh.ts';
import { readRows } from './testing/read-rows.ts';

const database = withDatabase();
const dataFolder = mkdtempSync(join(tmpdir(), 'hujian-demo-'));
/** All villages with all their cases, but few members: what is tested does not depend on how many. */
const plan = { members: 12_000 };
const ofOtherKinds = ['community', 'agency', 'soe', 'private', 'school'].map((kind) => `${kind}-basic/2025`);
let demo: Demo;
let services: Services;

beforeAll(async () => {
  demo = await fillDemo({ databaseUrl: database.url, dataFolder, plan, rounds: true });
  services = createServices({ databaseUrl: database.url, dataFolder });
}, 600_000);

afterAll(async () => {
  await services?.pool.end();
  rmSync(dataFolder, { recursive: true, force: true });
});

const asSystem = <Result>(work: (trx: Trx) => Promise<Result>) =>
  services.door.asSystem('a test looks', work);

describe('the demo county', () => {
  test('shows each of the 65 items met, unmet and not known somewhere, and some not applicable', async () => {
    const rows = await asSystem((trx) =>
      trx.selectFrom('standing').select(['edition', 'verdicts']).where('evaluation', '=', 0).execute(),
    );
    const lacking: string[] = [];
    let items = 0;
    let notApplicable = 0;
    for (const id of ['rural-basic/2025', 'rural-demonstration/2021']) {
      const { edition } = await asSystem((trx) => getEdition(trx, id));
      const verdicts = rows.filter((row) => row.edition === id).map((row) => row.verdicts);
      itemsOf(edition).forEach(({ code }, index) => {
        items += 1;
        const seen = new Set(verdicts.map((letters) => letters[index]));
        if (seen.has('a')) notApplicable += 1;
        for (const letter of 'muk') if (!seen.has(letter)) lacking.push(`${code} ${letter}`);
      });
    }
    expect(items).toBe(65);
    expect(lacking).toEqual([]);
    expect(notApplicable).toBeGreaterThan(5);
  });

  test('judges every organization by the standard of its own kind and by no other, with some that do well and some that do not', async () => {
    const { rows } = await asSystem((trx) =>
      sql<{ kind: string; edition: string; points: number; possible: number; full: number }>`
        select o.kind, s.edition, s.points::float8, s.possible::float8, s.full_marks::float8 as full
        from organization o left join standing s on s.organization = o.id and s.evaluation = 0
        where o.level = 'village' and o.unit = o.id and o.closed_on is null`.execute(trx),
    );
    const judged = Object.fromEntries(Map.groupBy(rows, ({ kind, edition }) => `${kind} ${edition}`));
    const counts = Object.entries(judged).map(([key, list]) => [key, list?.length]);
    expect(Object.fromEntries(counts)).toEqual({
      'rural rural-basic/2025': 180,
      'rural rural-demonstration/2021': 180,
      'agency agency-basic/2025': 12,
      'community community-basic/2025': 10,
      'school school-basic/2025': 8,
      'private private-basic/2025': 6,
      'soe soe-basic/2025': 4,
    });
    for (const [key, list = []] of Object.entries(judged)) {
      const shares = list.flatMap(({ points, possible }) => (possible > 0 ? [points / possible] : []));
      expect(Math.max(...shares), key).toBeGreaterThan(0.85);
      expect(Math.max(...shares) - Math.min(...shares), key).toBeGreaterThan(0.1);
      const full = list.reduce((sum, one) => sum + one.full, 0);
      const possible = list.reduce((sum, one) => sum + one.possible, 0);
      expect(possible / full, `${key}: what is known`).toBeGreaterThan(0.7);
    }
  });

  test('shows each item of the other kinds met somewhere: their records fit what their standards ask for', async () => {
    const rows = await asSystem((trx) =>
      trx.selectFrom('standing').select(['edition', 'verdicts']).where('evaluation', '=', 0).execute(),
    );
    const never: string[] = [];
    for (const id of ofOtherKinds) {
      const { edition } = await asSystem((trx) => getEdition(trx, id));
      const verdicts = rows.filter((row) => row.edition === id).map((row) => row.verdicts);
      itemsOf(edition).forEach(({ code }, index) => {
        if (!verdicts.some((letters) => letters[index] === 'm')) never.push(code);
      });
    }
    expect(never).toEqual([]);
  });

  test('leaves no attendance without its activity and person, though its keys were off while it was loaded', async () => {
    const { rows } = await asSystem((trx) =>
      sql<{ orphans: number; rows: number; valid: boolean }>`
        select count(*) filter (where a.id is null or p.id is null)::int as orphans, count(*)::int as rows,
          (select bool_and(convalidated) and count(*) = 3 from pg_constraint
           where conrelid = 'attendance'::regclass and contype = 'f') as valid
        from attendance e left join activity a on a.county = e.county and a.id = e.activity
          left join person p on p.county = e.county and p.id = e.person`.execute(trx),
    );
    expect(rows[0]).toMatchObject({ orphans: 0, valid: true });
    expect(rows[0]?.rows).toBe(demo.rows.attendance);
  });

  test('is marked, and is filled again only when asked; another database is refused', async () => {
    expect(await hasDemo(database.url)).toBe(true);
    await expect(fillDemo({ databaseUrl: database.url, dataFolder, plan })).rejects.toThrow(/--again/);
  });

  test('holds a round that is shown for objections, and one with seats for its own secretary', async () => {
    expect(demo.rounds).toBe(2);
    const { rows } = await services.door.asSystem('a test looks at the rounds', (trx) =>
      sql<{ state: string; result: string | null; seats: number }>`
        select r.state, (select state from round_result where round = r.id) as result,
          (select count(*)::int from visit_seat s join visit v on v.county = s.county and v.id = s.visit
           join account a on a.id = s.account where v.round = r.id and a.user_name = 'shuji') as seats
        from round r order by r.id`.execute(trx),
    );
    expect(rows[0]).toMatchObject({ state: 'closed', result: 'noticed', seats: 0 });
    expect(rows[1]).toMatchObject({ state: 'published', result: null });
    expect(rows[1]?.seats).toBeGreaterThan(0);
  });

  test('has one account for each role, each with a password of its own', () => {
    expect(demo.accounts).toHaveLength(12);
    expect(new Set(demo.accounts.map(({ role }) => role)).size).toBe(12);
    expect(new Set(demo.accounts.map(({ password }) => password)).size).toBe(12);
    const withTotp = demo.accounts.filter(({ totp }) => totp).map(({ role }) => role);
    expect(withTotp).toEqual(['system-admin', 'security-admin', 'audit-admin', 'county-officer']);
  });
});

describe('an evaluation of the demo county', () => {
  test('takes as many statements for two hundred organizations as for a dozen', async () => {
    const county = await asSystem((trx) => findPath(trx, demo.county.id));
    const [township] = await asSystem((trx) =>
      trx.selectFrom('organization').select('path').where('level', '=', 'township').orderBy('path').execute(),
    );
    const edition = 'rural-basic/2025';
    const few = await countStatements(township?.path ?? '', { edition });
    const many = await countStatements(county, { edition });
    expect(few.organizations).toBeLessThan(30);
    expect(many.organizations).toBe(180);
    expect(many.statements).toBe(few.statements);
  }, 240_000);

  test('runs each adopted standard once for the county, and for a record only those of the kind that it belongs to', async () => {
    const county = await asSystem((trx) => findPath(trx, demo.county.id));
    const places = await asSystem((trx) =>
      trx.selectFrom('organization').select(['id', 'path', 'code']).where('level', '=', 'village').execute(),
    );
    const refreshOne = (code: string) => {
      const place = places.find((one) => one.code === code);
      return countStatements(place?.path ?? '', { units: [place?.id ?? 0] });
    };
    expect(await countStatements(county)).toMatchObject({ evaluations: 7, organizations: 400 });
    expect(await refreshOne('QH01-02')).toMatchObject({ evaluations: 2, organizations: 2 });
    expect(await refreshOne('QH-SC01')).toMatchObject({ evaluations: 1, organizations: 1 });
  }, 240_000);

  test('by SQL agrees with the plain interpreter on every check of sampled organizations', async () => {
    const today = dayOf(services.now());
    const knownAt = new Date();
    const ofVillages = ['rural-basic/2025', 'rural-demonstration/2021', 'rural-basic/2019'];
    for (const id of [...ofVillages, ...ofOtherKinds]) {
      const edition = await asSystem((trx) => getEdition(trx, id));
      const judged = await asSystem(async (trx) => {
        const request = { edition, asOf: today, knownAt, scopePath: await findPath(trx, demo.county.id) };
        const all = [];
        for await (const some of evaluate(trx, request)) all.push(...some);
        return all;
      });
      for (const { standing } of judged.filter((_, index) => index % 29 === 0)) {
        const rows = await asSystem((trx) => readRows(trx, standing.path));
        const plain = interpret({
          edition: edition.edition,
          revision: edition.revision,
          asOf: today,
          knownAt: knownAt.toISOString(),
          rows,
          organization: standing.organization,
          vocabulary: getVocabulary(),
        });
        expect(plain, `${id} ${standing.organization}`).toEqual(standing);
      }
    }
  }, 480_000);
});

describe('the command line on the demo county', () => {
  test('bands come without a basis; an order of places is refused without one, or with one that has run out', async () => {
    const bands = await run('rank', '--scope', 'QH01');
    expect(bands).toMatchObject({ exitCode: 0, json: { basis: null } });
    expect(bands.json.rows.every((row: { place: unknown }) => row.place === null)).toBe(true);
    expect(await run('rank', '--scope', 'QH01', '--places')).toMatchObject({ exitCode: 4 });
    expect(await run('rank', '--scope', 'QH01', '--basis', '青组发1号')).toMatchObject({ exitCode: 4 });
    const old = await run('rank', '--scope', 'QH01', '--basis', '青组发1号；县委；2020-12-31');
    expect(old.json.error).toContain('2020-12-31');
    expect(old.exitCode).toBe(4);
  });

  test('an order of places stands on its basis, which the audit trail keeps', async () => {
    const ranked = await run('rank', '--scope', 'QH01', '--basis', '青组发〔2026〕9号；青禾县委；2999-12-31');
    expect(ranked.exitCode).toBe(0);
    const places = ranked.json.rows.map((row: { place: number }) => row.place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const lines = await asSystem((trx) =>
      trx.selectFrom('audit_line').select('details').where('act', '=', 'standing.rank').execute(),
    );
    expect(lines.map(({ details }) => details)).toMatchObject([{ basis: { number: '青组发〔2026〕9号' } }]);
  });

  test('evaluate answers for a township, saves with a hash, and refuses a scope that is not there', async () => {
    const said = await run('evaluate', '--scope', 'QH01', '--edition', 'rural-basic/2025', '--save');
    expect(said.exitCode).toBe(0);
    expect(said.json.organizations.length).toBeGreaterThan(10);
    expect(said.json.evaluation.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await run('evaluate', '--scope', '没有这个地方')).toMatchObject({ exitCode: 2 });
    expect(await run('evaluate', '--scope', 'QH01', '--as-of', '2999-01-01')).toMatchObject({ exitCode: 2 });
  });

  test('trace gives rule, number with its basis, and rows; an unknown item is refused', async () => {
    const said = await run(
      'trace',
      '--organization',
      'QH01-02',
      '--item',
      'RB-18',
      '--check',
      'general-meeting',
    );
    expect(said.exitCode).toBe(0);
    expect(said.json.sentence).toMatch(/党员大会/);
    expect(said.json.bound.parameter.base.basis.document).toBeTruthy();
    expect(said.json.rows.length).toBeGreaterThan(0);
    expect(await run('trace', '--organization', 'QH01-02', '--item', 'XX-1')).toMatchObject({ exitCode: 2 });
  });
});

/** Runs a command as the shell would, on the test's database. */
async function run(...args: string[]) {
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('HUJIAN_DATA', dataFolder);
  try {
    const { exitCode, out } = await runLine(...args, '--json');
    return { exitCode, json: JSON.parse(out.split('\n').at(-1) || 'null') };
  } finally {
    vi.unstubAllEnvs();
  }
}

async function findPath(trx: Trx, id: number): Promise<string> {
  return (await trx.selectFrom('organization').select('path').where('id', '=', id).executeTakeFirstOrThrow())
    .path;
}

const countStatements = (scopePath: string, only: { edition?: string; units?: number[] } = {}) =>
  countRefresh(
    { databaseUrl: database.url, county: demo.county.id, today: dayOf(services.now()) },
    {
      scopePath,
      ...only,
    },
  );
