import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { compileEvaluation, parseEdition, parseVocabulary, planEvaluation } from '../src/index.ts';

const database = withDatabase();
test('smoke', async () => {
  const { vocabulary, errors } = parseVocabulary(readFileSync('standards/vocabulary.yaml', 'utf8'));
  expect(errors).toEqual([]);
  if (!vocabulary) return;
  for (const f of ['rural-basic/2019']) {
    const r = parseEdition(readFileSync(`standards/${f}.yaml`, 'utf8'), vocabulary);
    expect(r.errors).toEqual([]);
    if (!r.edition) return;
    const plan = planEvaluation({ edition: r.edition, asOf: '2026-06-30' });
    console.log(Object.fromEntries(Object.entries(plan.probes).map(([k, v]) => [k, v.length])));
    const q = compileEvaluation(plan, { path: '1.', knownAt: new Date().toISOString() });
    console.log(q.sql.length, q.parameters.length);
    try {
      const t = performance.now();
      const rows = await database.pool.query(q.sql, [...q.parameters]);
      console.log(rows.rowCount, performance.now() - t);
    } catch (e) {
      const p = Number((e as { position?: string }).position ?? 0);
      console.log(q.sql.slice(Math.max(0, p - 300), p + 100));
      throw e;
    }
  }
}, 60000);
