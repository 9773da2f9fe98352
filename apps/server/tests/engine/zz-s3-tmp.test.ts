import { readFileSync } from 'node:fs';
import { compileEvaluation, type Edition, type FactsRow, interpret, itemsOf, judge, parseEdition, parseVocabulary, planEvaluation } from '@hujian/engine';
import { expect, test } from 'vitest';
import { LineCounter, parseDocument } from 'yaml';
import { inTransaction, withDatabase } from '../../../../tests/support/database.ts';
import { ExampleRows, KNOWN, PATH, SELF, SUPERIOR } from '../../../../packages/engine/src/examples/example-rows.ts';
import { readGiven, readKept } from '../../../../packages/engine/src/examples/read-given.ts';
import { Fields } from '../../../../packages/engine/src/parse/fields.ts';
import { Report } from '../../../../packages/engine/src/parse/report.ts';
import { insertRows } from './insert-rows.ts';

const database = withDatabase();
const { vocabulary } = parseVocabulary(readFileSync('standards/vocabulary.yaml', 'utf8'));
const paths = (process.env.S3 ?? '').split(' ');
test.each(paths)('%s', async (path) => {
  if (!vocabulary) throw new Error('v');
  const { edition } = parseEdition(readFileSync(`standards/${path}`, 'utf8'), vocabulary);
  if (!edition) throw new Error('e');
  let n = 0; const bad: string[] = [];
  for (const item of itemsOf(edition)) for (const example of item.examples) {
    const report = new Report(parseDocument(''), new LineCounter());
    const fields = new Fields(example, { path: [], words: '', item: item.code }, report);
    const name = fields.optionalText('name'); const asOf = fields.day('asOf');
    const founded = fields.has('founded') ? fields.day('founded') : '2000-01-01';
    const into = new ExampleRows();
    const { kinds } = edition.appliesTo;
    const form = (fields.optionalText('form') ?? 'branch') as 'branch';
    const kind = (fields.optionalText('kind') ?? kinds[0] ?? edition.kind) as 'rural';
    into.rows.organizations.push({ county: 1, id: SUPERIOR, path: '1.', founded_on: '1949-10-01' } as never);
    into.rows.organizations.push({ county: 1, id: SELF, path: PATH, founded_on: founded } as never);
    into.rows.spans.push({ organization: SELF, parent: SUPERIOR, unit: SELF, name: '例村', form, kind, level: 'village', valid_from: founded, valid_until: null } as never);
    const extra = { organization: SUPERIOR, parent: null, unit: SUPERIOR, name: '县', form: 'committee', kind: null, level: 'county', valid_from: '1949-10-01', valid_until: null };
    readKept(fields, into, founded);
    readGiven(new Fields(fields.raw('given') ?? {}, fields.at('given'), report), into, { asOf, founded, vocabulary }, (check) => `${edition.standard}/${item.code}/${check}`);
    const only: Edition = { ...edition, fullMarks: item.points, chapters: [{ number: '一', title: item.title, items: [item] }] };
    const plain = interpret({ edition: only, asOf, knownAt: KNOWN, locals: [], rows: into.rows, organization: SELF, vocabulary });
    await inTransaction(database.pool, async (client) => {
      await client.query('set local role hujian_system');
      await insertRows(client, { ...into.rows, spans: [extra as never, ...into.rows.spans] });
      const plan = planEvaluation({ edition: only, asOf, locals: [] });
      const query = compileEvaluation(plan, { path: '1.', knownAt: KNOWN });
      const { rows: found } = await client.query<FactsRow>(query.sql, [...query.parameters]);
      const mine = found.map(({ facts }) => judge(plan, facts, KNOWN, vocabulary)).find((s) => String(s.organization) === String(SELF));
      n += 1;
      if (JSON.stringify(mine) !== JSON.stringify(plain)) bad.push(`${item.code} ${name}\n${JSON.stringify(mine)}\n${JSON.stringify(plain)}`);
    });
  }
  console.log(path, n, bad.length);
  expect(bad.slice(0, 3)).toEqual([]);
}, 240_000);
