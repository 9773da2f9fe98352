import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildCounty,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';
import { loadLibrary } from './load-library.ts';
import { standardsFolder } from './read-standards.ts';

const server = withServer();
let county: Place;
let township: Place;
let village: Place;
let officer: Signed;
let local: Signed;
let secretary: Signed;
let stranger: Signed;
const basis = {
  document: '关于试行标准的通知',
  number: '清组〔2026〕3号',
  issuer: '县委组织部',
  date: '2026-01-05',
};

beforeAll(async () => {
  county = await buildCounty(server);
  township = await buildTownship(server, county);
  village = await buildVillage(server, township);
  officer = await buildAccount(server, 'county-officer', county);
  local = await buildAccount(server, 'township-officer', township);
  secretary = await buildAccount(server, 'branch-secretary', village);
  stranger = await buildAccount(server, 'county-officer', await buildCounty(server));
});

describe('editions', () => {
  test('the library shows every edition with its items, points and basis', async () => {
    const { body } = await server.call(secretary, 'GET', '/editions');
    const basic = body.rows.find((row: { id: string }) => row.id === 'rural-basic/2019');
    expect(basic).toMatchObject({ items: 42, fullMarks: 100, revision: 1 });
    expect(basic.basis.length).toBeGreaterThan(0);
    expect(body.rows.find((row: { standard: string }) => row.standard === 'rural-demonstration').items).toBe(
      23,
    );
  });

  test('an edition comes with every check in a Chinese sentence, and without its acceptance examples', async () => {
    const { body } = await server.call(secretary, 'GET', '/editions/rural-basic/2019');
    const checks = body.edition.chapters.flatMap(
      (chapter: { items: { code: string; checks: { id: string }[] }[] }) =>
        chapter.items.flatMap((item) => item.checks.map((check) => `${item.code}/${check.id}`)),
    );
    for (const check of checks)
      expect(body.sentences[check].sentence).toMatch(/^[^a-z]*[\u4e00-\u9fff][^a-z]*。$/);
    expect(JSON.stringify(body.edition)).not.toContain('"examples"');
    expect((await server.call(secretary, 'GET', '/editions/rural-basic/1900')).status).toBe(404);
    expect((await server.call(null, 'GET', '/editions/rural-basic/2019')).status).toBe(401);
  });

  test('two editions of a standard stand side by side; of two standards they do not', async () => {
    const { body } = await server.call(
      officer,
      'GET',
      '/editions/compare?a=rural-basic/2019&b=rural-basic/2025',
    );
    const term = body.comparison.parameters.find((one: { name: string }) => one.name === 'termYears');
    expect([term.a.value, term.b.value]).toEqual([3, 5]);
    const other = body.comparison.a && (await server.call(officer, 'GET', '/editions'));
    const demonstration = other.body.rows.find(
      (row: { standard: string }) => row.standard === 'rural-demonstration',
    ).id;
    const crossed = await server.call(
      officer,
      'GET',
      `/editions/compare?a=rural-basic/2019&b=${demonstration}`,
    );
    expect(crossed.status).toBe(422);
    expect((await server.call(officer, 'GET', '/editions/compare?a=rural-basic/2019')).status).toBe(400);
  });

  test('vocabulary and terms are there for whoever is signed in', async () => {
    const vocabulary = await server.call(secretary, 'GET', '/vocabulary');
    expect(vocabulary.body.activities['general-meeting'].name).toBe('支部党员大会');
    const terms = await server.call(secretary, 'GET', '/terms');
    expect(terms.body.rows[0]).toMatchObject({ chinese: expect.any(String), meaning: expect.any(String) });
    expect((await server.call(null, 'GET', '/terms')).status).toBe(401);
  });

  test('loading the same law again changes nothing; a changed text is a new revision and the old one stays', async () => {
    expect(await loadLibrary(server.services)).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'hujian-standards-'));
    try {
      cpSync(standardsFolder, folder, { recursive: true, filter: (from) => !from.endsWith('.ts') });
      const file = join(folder, 'rural-basic/2019.yaml');
      writeFileSync(file, `# 只是一行注释\n${readFileSync(file, 'utf8')}`);
      expect(await loadLibrary(server.services, folder)).toEqual([]);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: 改过名的标准'));
      expect(await loadLibrary(server.services, folder)).toEqual([{ id: 'rural-basic/2019', revision: 2 }]);
      const rows = await server.services.door.asSystem('a test looks', (trx) =>
        trx
          .selectFrom('edition')
          .select(['revision', 'title'])
          .where('id', '=', 'rural-basic/2019')
          .orderBy('revision')
          .execute(),
      );
      expect(rows).toHaveLength(2);
      writeFileSync(file, 'edition: [');
      await expect(loadLibrary(server.services, folder)).rejects.toThrow('2019.yaml');
    } finally {
      rmSync(folder, { recursive: true });
    }
    await expect(
      server.services.door.asSystem('a test tries to rewrite the law', (trx) =>
        trx.updateTable('edition').set({ title: 'x' }).execute(),
      ),
    ).rejects.toThrow(/permission denied|refused/);
  });
});

describe('adopting', () => {
  const adopt = (who: Signed | null, body: object) => server.call(who, 'POST', '/adoptions', body);

  test('a county adopts an edition, its villages have a standing at once, and lose it when it is withdrawn', async () => {
    await buildRecord(server, county, 'registers', { of: 'roster', keptFrom: '2020-01-01' });
    const body = { organization: county.id, edition: 'rural-basic/2025', validFrom: '2026-01-01', basis };
    const made = await adopt(officer, body);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ edition: 'rural-basic/2025', basis, can: ['adoption.manage'] });
    const file = await server.call(secretary, 'GET', `/organizations/${village.id}`);
    expect(file.body.standing).toMatchObject({ edition: 'rural-basic/2025' });
    const seen = await server.call(secretary, 'GET', '/adoptions');
    expect(seen.body.rows).toMatchObject([{ id: made.body.id, can: [] }]);
    expect((await server.call(stranger, 'GET', '/adoptions')).body.rows).toEqual([]);
    expect((await server.call(stranger, 'POST', `/adoptions/${made.body.id}/withdraw`)).status).toBe(404);
    expect((await server.call(officer, 'POST', `/adoptions/${made.body.id}/withdraw`)).status).toBe(200);
    expect((await server.call(officer, 'POST', `/adoptions/${made.body.id}/withdraw`)).status).toBe(409);
    expect((await server.call(secretary, 'GET', `/organizations/${village.id}`)).body.standing).toBeNull();
  });

  test('not before it is in force, not an unknown one, not for a neighbour, not by a township', async () => {
    const body = { organization: county.id, edition: 'rural-basic/2019', validFrom: '2026-01-01', basis };
    expect((await adopt(officer, { ...body, validFrom: '1999-01-01' })).status).toBe(400);
    expect((await adopt(officer, { ...body, edition: 'rural-basic/1' })).status).toBe(404);
    expect((await adopt(officer, { ...body, basis: {} })).status).toBe(400);
    expect((await adopt(stranger, body)).status).toBe(404);
    expect((await adopt(local, body)).status).toBe(403);
    expect((await adopt(null, body)).status).toBe(401);
  });
});

describe('tightening', () => {
  const tighten = (who: Signed | null, body: object) => server.call(who, 'POST', '/local-parameters', body);
  const body = () => ({
    organization: township.id,
    standard: 'rural-basic',
    parameter: 'venueArea',
    value: 120,
    validFrom: '2026-01-01',
    basis,
  });

  test('a township asks for more than the standard; villages below see the number in the sentence', async () => {
    await server.call(officer, 'POST', '/adoptions', {
      organization: county.id,
      edition: 'rural-basic/2019',
      validFrom: '2026-01-01',
      basis,
    });
    const made = await tighten(local, body());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ value: 120, base: 90, title: expect.any(String) });
    const told = await server.call(secretary, 'GET', '/editions/rural-basic/2019');
    expect(told.body.sentences['RB-24/area'].sentence).toContain('120');
    const above = await server.call(officer, 'GET', '/editions/rural-basic/2019');
    expect(above.body.sentences['RB-24/area'].sentence).toContain('90');
    expect((await server.call(stranger, 'POST', `/local-parameters/${made.body.id}/withdraw`)).status).toBe(
      404,
    );
    expect((await server.call(secretary, 'POST', `/local-parameters/${made.body.id}/withdraw`)).status).toBe(
      403,
    );
    expect((await server.call(local, 'POST', `/local-parameters/${made.body.id}/withdraw`)).status).toBe(200);
  });

  test('nobody may ask for less, nor change what is not theirs to change', async () => {
    const loose = await tighten(local, { ...body(), value: 80 });
    expect(loose.status).toBe(422);
    expect(loose.body.error.message).toContain('从严');
    expect((await tighten(local, { ...body(), parameter: 'nothing' })).status).toBe(422);
    expect((await tighten(local, { ...body(), standard: 'nothing' })).status).toBe(404);
    expect((await tighten(local, { ...body(), organization: county.id })).status).toBe(404);
    expect((await tighten(stranger, body())).status).toBe(404);
    expect((await tighten(secretary, body())).status).toBe(403);
    expect((await tighten(local, { ...body(), basis: undefined })).status).toBe(400);
  });
});
