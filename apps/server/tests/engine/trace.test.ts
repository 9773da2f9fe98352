import { readFileSync } from 'node:fs';
import {
  type Check,
  compileEvaluation,
  compileTrace,
  type Edition,
  type FactsRow,
  itemsOf,
  parseEdition,
  parseVocabulary,
  planTrace,
  prepareTrace,
  presentTrace,
  type Reading,
  type TraceAnswer,
} from '@hujian/engine';
import { arbitraryEdition } from '@hujian/engine/testing';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { inTransaction, withDatabase } from '../../../../tests/support/database.ts';
import { arbitraryWorld, type World } from './arbitrary-world.ts';
import { insertRows } from './insert-rows.ts';

const database = withDatabase();
const { vocabulary } = parseVocabulary(readFileSync('standards/vocabulary.yaml', 'utf8'));

/** How many rows must count, from what was measured; null where a row is not one of the things counted. */
function rowsCounted(check: Check, readings: readonly Reading[]): number | null {
  const sum = readings.reduce((total, r) => total + (r.count ?? 0), 0);
  switch (check.measure) {
    case 'activities':
    case 'event':
    case 'hours':
      return sum;
    case 'headcount':
      return readings.some((r) => r.subject) ? null : sum;
    case 'share':
      return check.of.kind === 'figures' ? null : sum;
    case 'on-site':
    case 'poll':
      return readings.length;
    case 'figure':
      return null;
    case 'document':
      return check.documents.length === 1 ? sum : null;
  }
}

/** One page after another; each statement is the same one with another key. */
async function traceAll(
  client: PoolClient,
  world: World,
  edition: Edition,
  item: string,
  check: Check,
  id: number,
): Promise<boolean> {
  if (!vocabulary) throw new Error('the vocabulary does not parse');
  const { asOf, knownAt, locals } = world;
  const path = world.rows.organizations.find((o) => o.id === id)?.path ?? '';
  const subject = planTrace({ edition, asOf, locals }, item, check.id) ?? expect.fail('no such check');
  const target = { path, organization: id, knownAt };
  const facts = compileEvaluation(subject.plan, target);
  const found = await client.query<FactsRow>(facts.sql, [...facts.parameters]);
  const row = found.rows[0];
  if (!row) return false;
  const { standing, traced } = prepareTrace(subject, row.facts, target);
  const ids: string[] = [];
  let counted = 0;
  let total = 0;
  for (let after: string | undefined, more = true; more; ) {
    const paging = { limit: 7, ...(after ? { after } : {}) };
    const query = compileTrace(traced, paging);
    const answer =
      (await client.query<TraceAnswer>(query.sql, [...query.parameters])).rows[0] ?? expect.fail('no page');
    const trace = presentTrace({ subject, traced, standing, path, answer, paging, vocabulary });
    ids.push(...trace.rows.map((r) => `${r.table} ${r.id}`));
    total = trace.rowsTotal;
    counted = answer.page.counted;
    after = trace.next ?? undefined;
    more = after !== undefined;
  }
  const { readings } = standing.measured;
  const told = { asOf, id, check, readings };
  const wanted = rowsCounted(check, readings);
  if (wanted !== null) expect({ ...told, counted }).toEqual({ ...told, counted: wanted });
  expect({ ...told, rows: ids.length, different: new Set(ids).size <= total }).toEqual({
    ...told,
    rows: total,
    different: true,
  });
  return readings.length > 0;
}

test('a trace that shows other rows than were counted, or loses one between pages', async () => {
  let traced = 0;
  for (const seed of [1, 2, 3]) {
    const sample = fc.sample(fc.tuple(arbitraryEdition(14), arbitraryWorld(8)), {
      seed,
      numRuns: 1,
      unbiased: true,
    });
    const [plain, world] = sample[0] ?? expect.fail('nothing was generated');
    if (!vocabulary) throw new Error('the vocabulary does not parse');
    const { edition } = parseEdition(stringify(plain), vocabulary);
    if (!edition) throw new Error('the edition does not parse');
    await inTransaction(database.pool, async (client) => {
      await client.query('set local role hujian_system');
      await insertRows(client, world.rows);
      for (const item of itemsOf(edition)) {
        for (const check of item.checks) {
          for (const id of [10, 11, 12, 13, 14, 15, 16, 17])
            traced += Number(await traceAll(client, world, edition, item.code, check, id));
        }
      }
    });
  }
  expect(traced).toBeGreaterThan(80);
}, 120_000);
