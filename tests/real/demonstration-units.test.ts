import type { Standing } from '@hujian/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createSmallCounty,
  type SmallCounty,
} from '../../apps/server/features/imports/testing/small-county.ts';
import { workbook } from '../../apps/server/features/imports/testing/workbook.ts';
import { loadLibrary } from '../../apps/server/features/library/load-library.ts';
import { readVocabulary } from '../../apps/server/features/library/read-standards.ts';
import { getEdition } from '../../apps/server/features/standings/editions.ts';
import { evaluate } from '../../apps/server/features/standings/evaluate.ts';
import { withDatabase } from '../support/database.ts';
import { figureRows, organizationRows, units } from './demonstration-units.ts';

const database = withDatabase();
let small: SmallCounty;

beforeAll(async () => {
  small = await createSmallCounty(database.url);
  await loadLibrary({ door: small.door, vocabulary: readVocabulary() });
  return () => small.pool.end();
});

describe('six units of a real plan', () => {
  test('come in through the ordinary import, every printed number as it is printed', async () => {
    const organizations = await small.bringIn(await workbook('organizations', { 组织: organizationRows() }));
    expect(organizations.summary).toMatchObject({ errors: [], sheets: [{ added: 6 }] });
    const rows = figureRows();
    const figures = await small.bringIn(await workbook('figures', { 概况数据: rows }));
    expect(figures.summary).toMatchObject({ errors: [], sheets: [{ added: rows.length }] });
    const again = await small.bringIn(await workbook('figures', { 概况数据: rows }));
    expect(again.summary?.sheets[0]).toMatchObject({ added: 0, changed: 0, unchanged: rows.length });
    expect(await small.count('figure', `figure = 'members' and value in (807, 21, 506, 31, 355, 12)`)).toBe(
      6,
    );
  });
  test.each(['rural-basic/2019', 'rural-basic/2025'])(
    '%s: where nothing is recorded the verdict is not-known, never unmet',
    async (edition) => {
      const standings = await judge(edition);
      expect(standings).toHaveLength(3);
      for (const standing of standings) {
        expect(standing.notKnown).toBeGreaterThan(25);
        const unmet = standing.items
          .flatMap(({ checks }) => checks)
          .filter(({ verdict }) => verdict === 'unmet');
        // only a number that is there can fall short of a bound
        for (const { measured } of unmet) expect(measured.known).toBe('yes');
        expect(unmet.length).toBeLessThanOrEqual(Object.keys(units[1]?.figures ?? {}).length);
      }
    },
  );
});

/** The standings of the three villages as of the end of the plan's year. */
async function judge(id: string): Promise<Standing[]> {
  return small.door.asActor(small.officer, 'read', async (trx) => {
    const edition = await getEdition(trx, id);
    const villages = await trx
      .selectFrom('organization')
      .select('id')
      .where('code', 'like', 'SF%-1')
      .execute();
    const wanted = new Set(villages.map((village) => village.id));
    const standings: Standing[] = [];
    const asked = {
      edition,
      asOf: '2024-12-31',
      knownAt: new Date(Date.now() + 1000),
      scopePath: small.county.path,
    };
    for await (const some of evaluate(trx, asked)) {
      standings.push(
        ...some.map(({ standing }) => standing).filter(({ organization }) => wanted.has(organization)),
      );
    }
    return standings;
  });
}
