import { readFileSync } from 'node:fs';
import {
  compileEvaluation,
  type Edition,
  type FactsRow,
  interpret,
  judge,
  parseEdition,
  parseVocabulary,
  planEvaluation,
  type Standing,
} from '@hujian/engine';
import { arbitraryEdition } from '@hujian/engine/testing';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { inTransaction, withDatabase } from '../../../../tests/support/database.ts';
import { arbitraryWorld, type World } from './arbitrary-world.ts';
import { insertRows } from './insert-rows.ts';

const database = withDatabase();
const { vocabulary } = parseVocabulary(readFileSync('standards/vocabulary.yaml', 'utf8'));

function getEdition(plain: unknown): Edition {
  if (!vocabulary) throw new Error('the vocabulary does not parse');
  const { edition, errors } = parseEdition(stringify(plain), vocabulary);
  if (!edition) throw new Error(errors.map((e) => `${e.path} ${e.message}`).join('\n'));
  return edition;
}

/** Standings by the SQL and by the plain interpreter, for every organization of the world. */
async function compareAll(client: PoolClient, edition: Edition, world: World, seed: number): Promise<number> {
  if (!vocabulary) throw new Error('the vocabulary does not parse');
  const { asOf, knownAt, rows, locals } = world;
  const plan = planEvaluation({ edition, asOf, locals });
  const query = compileEvaluation(plan, { path: '1.', knownAt });
  const { rows: found } = await client.query<FactsRow>(query.sql, [...query.parameters]);
  const bySql = new Map(
    found.map(({ facts }) => [facts.organization, judge(plan, facts, knownAt, vocabulary)]),
  );
  let cases = 0;
  for (const { id } of rows.organizations) {
    const plain = interpret({ edition, asOf, knownAt, locals, rows, organization: id, vocabulary });
    const standing: Standing | undefined = bySql.get(id);
    for (const [i, item] of (plain?.items ?? []).entries()) {
      for (const [k, check] of item.checks.entries()) {
        const of = edition.chapters[0]?.items[i]?.checks[k];
        const told = { seed, organization: id, asOf, of, check };
        expect({ ...told, check: standing?.items[i]?.checks[k] }).toEqual(told);
        cases += 1;
      }
    }
    expect(standing ?? null).toEqual(plain);
  }
  return cases;
}

describe('the SQL against the plain interpreter', () => {
  test('generated editions over generated counties: no measure, window, move or scope is told apart', async () => {
    let cases = 0;
    const runs = Number(process.env.ORACLE_RUNS ?? 5);
    const first = Number(process.env.ORACLE_SEED ?? 20261121);
    for (let seed = first; seed < first + runs; seed += 1) {
      const sample = fc.sample(fc.tuple(arbitraryEdition(14), arbitraryWorld(30)), {
        seed,
        numRuns: 1,
        unbiased: true,
      });
      const [plain, world] = sample[0] ?? expect.fail('nothing was generated');
      await inTransaction(database.pool, async (client) => {
        await client.query('set local role hujian_system');
        await insertRows(client, world.rows);
        cases += await compareAll(client, getEdition(plain), world, seed);
      });
    }
    expect(cases).toBeGreaterThan(500 * runs);
  }, 240_000);
});
