import { readFileSync } from 'node:fs';
import {
  compileEvaluation,
  type Edition,
  type FactsRow,
  itemsOf,
  judge,
  parseEdition,
  parseVocabulary,
  planEvaluation,
  type Standing,
} from '@hujian/engine';
import type { PoolClient } from 'pg';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { inTransaction, withDatabase } from '../../../../tests/support/database.ts';

const database = withDatabase();
const { vocabulary } = parseVocabulary(readFileSync('standards/vocabulary.yaml', 'utf8'));
const KNOWN = '2999-01-01T00:00:00.000Z';

function editionOf(checks: readonly object[]): Edition {
  if (!vocabulary) throw new Error('the vocabulary does not parse');
  const items = checks.map((check, i) => ({
    code: `T-${i}`,
    number: String(i),
    title: '条目',
    text: '内容',
    points: 1,
    checks: [{ id: 'c', title: '检查', ...check }],
  }));
  const head = {
    edition: 't/1',
    standard: 't',
    label: '1',
    title: '试验',
    kind: 'rural',
    level: 'basic',
    inForce: '2020-01-01',
  };
  const { edition, errors } = parseEdition(
    stringify({
      ...head,
      basis: [{ document: '试验' }],
      fullMarks: items.length,
      chapters: [{ number: '一', title: '章', items }],
    }),
    vocabulary,
  );
  if (!edition) throw new Error(errors.map((e) => e.message).join('\n'));
  return edition;
}

/** A county (1), a township (2) and one village (10) with every register kept since 2000. */
async function plant(client: PoolClient): Promise<void> {
  await client.query('set local role hujian_system');
  await client.query(`insert into organization (county, id, path, parent, unit, code, name, form, kind, level, founded_on)
    overriding system value values
    (1, 1, '1.', null, 1, 'C', '县', 'committee', null, 'county', '1990-01-01'),
    (1, 2, '1.2.', 1, 2, 'T', '镇', 'committee', null, 'township', '1990-01-01')`);
  await addVillage(client, 10, '2000-01-01', null);
}

async function addVillage(
  client: PoolClient,
  id: number,
  founded: string,
  closed: string | null,
): Promise<void> {
  await client.query(
    `insert into organization (county, id, path, parent, unit, code, name, form, kind, level, founded_on, closed_on)
     overriding system value values (1, $1::bigint, '1.2.' || $1::bigint || '.', 2, $1::bigint, 'V' || $1::bigint, '村', 'branch', 'rural', 'village', $2, $3)`,
    [id, founded, closed],
  );
  await client.query(
    `insert into organization_span (county, organization, path, parent, name, form, kind, level, unit, valid_from, valid_until)
     values (1, $1::bigint, '1.2.' || $1::bigint || '.', 2, '村', 'branch', 'rural', 'village', $1::bigint, $2, $3)`,
    [id, founded, closed],
  );
  await client.query(
    `insert into register_span (county, organization, path, register, kept_from, source_key, entered_by)
     select 1, $1::bigint, '1.2.' || $1::bigint || '.', r, $2::date, r, 'x' from unnest(array['roster','posts','activities','trainings',
       'figures','documents','events','polls','ratings']) r`,
    [id, founded],
  );
}

const addActivity = (client: PoolClient, kind: string, day: string) =>
  client.query(
    `insert into activity (county, organization, path, kind, happened_on, source_key, entered_by)
     values (1, 10, '1.2.10.', $1::text, $2::date, $1::text || $2::date, 'x')`,
    [kind, day],
  );
const addMembers = (client: PoolClient, count: number) =>
  client.query(
    `insert into person (county, organization, path, name, admitted_on, full_on, joined_on, source_key, entered_by)
     select 1, 10, '1.2.10.', '某人', '2010-01-01', '2011-01-01', '2010-01-01', n::text, 'x' from generate_series(1, $1::int) n`,
    [count],
  );

async function evaluate(
  client: PoolClient,
  edition: Edition,
  asOf: string,
  organization = 10,
): Promise<Standing | undefined> {
  if (!vocabulary) throw new Error('the vocabulary does not parse');
  const plan = planEvaluation({ edition, asOf });
  const standings: Standing[] = [];
  for (const target of [{ path: '1.' }, { path: `1.2.${organization}.`, organization }]) {
    const { sql, parameters } = compileEvaluation(plan, { ...target, knownAt: KNOWN });
    const { rows } = await client.query<FactsRow>(sql, [...parameters]);
    for (const { facts } of rows) {
      if (facts.organization === organization) standings.push(judge(plan, facts, KNOWN, vocabulary));
    }
  }
  expect(standings[1], 'one organization alone and within its county').toEqual(standings[0]);
  return standings[0];
}
const verdicts = (standing: Standing | undefined): string[] => standing?.items.map((i) => i.verdict) ?? [];

describe('boundaries, in the database', () => {
  test.each([
    [3, ['met', 'unmet', 'unmet']],
    [2, ['unmet', 'unmet', 'unmet']],
    [50, ['met', 'unmet', 'unmet']],
    [51, ['met', 'met', 'unmet']],
    [100, ['met', 'met', 'met']],
  ])('exactly %i members on the wrong side', async (count, wanted) => {
    const edition = editionOf([
      { measure: 'headcount', who: 'full-member', atLeast: 3 },
      { measure: 'headcount', who: 'member', moreThan: 50 },
      { measure: 'headcount', who: 'member', atLeast: 100 },
    ]);
    await inTransaction(database.pool, async (client) => {
      await plant(client);
      await addMembers(client, count);
      expect(verdicts(await evaluate(client, edition, '2026-06-30'))).toEqual(wanted);
    });
  });

  test('a meeting in the last second of a quarter that slips into the next one', async () => {
    const edition = editionOf([
      { measure: 'activities', activity: 'general-meeting', window: 'quarter', atLeast: 1 },
    ]);
    await inTransaction(database.pool, async (client) => {
      await plant(client);
      const { rows } = await client.query<{ day: string }>(
        `select (timestamptz '2026-03-31 23:59:59+08' at time zone 'Asia/Shanghai')::date::text as day`,
      );
      await addActivity(client, 'general-meeting', rows[0]?.day ?? '');
      expect(verdicts(await evaluate(client, edition, '2026-03-31'))).toEqual(['met']);
      expect(verdicts(await evaluate(client, edition, '2026-06-30'))).toEqual(['unmet']);
    });
  });

  test('a term that ends today still holds; one that ended yesterday does not', async () => {
    const edition = editionOf([
      { measure: 'activities', activity: 're-election', window: { rolling: 3, unit: 'year' }, atLeast: 1 },
    ]);
    await inTransaction(database.pool, async (client) => {
      await plant(client);
      await addActivity(client, 're-election', '2024-02-29');
      expect(verdicts(await evaluate(client, edition, '2027-02-28'))).toEqual(['met']);
      expect(verdicts(await evaluate(client, edition, '2027-03-01'))).toEqual(['unmet']);
    });
  });

  test('a branch without a committee is asked for committee meetings', async () => {
    const when = { headcount: { set: 'seat', post: 'committee' }, atLeast: 2 };
    const edition = editionOf([
      { measure: 'activities', activity: 'committee-meeting', window: 'month', atLeast: 1, when },
    ]);
    await inTransaction(database.pool, async (client) => {
      await plant(client);
      await addMembers(client, 3);
      await client.query(`insert into seat (county, organization, path, person, post, held_from, source_key, entered_by)
        select 1, 10, '1.2.10.', id, 'secretary', '2020-01-01', id::text, 'x' from person p order by p.id limit 1`);
      expect(verdicts(await evaluate(client, edition, '2026-06-30'))).toEqual(['not-applicable']);
      await client.query(`insert into seat (county, organization, path, person, post, held_from, source_key, entered_by)
        select 1, 10, '1.2.10.', id, 'organisation-member', '2020-01-01', id::text, 'x' from person p order by p.id desc limit 1`);
      expect(verdicts(await evaluate(client, edition, '2026-06-30'))).toEqual(['unmet']);
    });
  });

  test('a merged village sheds the events of those that it came from, or they are still judged themselves', async () => {
    const edition = editionOf([
      { measure: 'event', event: 'village-bully', window: { rolling: 24, unit: 'month' } },
    ]);
    await inTransaction(database.pool, async (client) => {
      await plant(client);
      await addVillage(client, 11, '2000-01-01', '2026-03-01');
      await addVillage(client, 12, '2026-03-01', null);
      await client.query(`insert into lineage (county, organization, path, predecessor, happened_on, way)
        values (1, 12, '1.2.12.', 11, '2026-03-01', 'merge')`);
      await client.query(`insert into event (county, organization, path, event, happened_on, confirmed_by, confirmed_on, source_key, entered_by)
        values (1, 11, '1.2.11.', 'village-bully', '2025-05-05', '县', '2025-05-06', 'k', 'x')`);
      expect(verdicts(await evaluate(client, edition, '2026-06-30', 12))).toEqual(['unmet']);
      expect(await evaluate(client, edition, '2026-06-30', 11)).toBeUndefined();
      expect(verdicts(await evaluate(client, edition, '2026-02-28', 11))).toEqual(['unmet']);
    });
  });

  test('under the row-level security of the branch itself the standing is another one', async () => {
    const edition = editionOf([
      { measure: 'headcount', who: 'member', atLeast: 3 },
      { measure: 'activities', activity: 'theme-day', window: 'month', atLeast: 1 },
    ]);
    await inTransaction(database.pool, async (client) => {
      await plant(client);
      await addMembers(client, 3);
      const before = await evaluate(client, edition, '2026-06-30');
      await client.query('set local role hujian_actor');
      await client.query(`set local hujian.scope = '1.2.10.'`);
      await client.query(`set local hujian.above = '1. 1.2.'`);
      expect(await evaluate(client, edition, '2026-06-30')).toEqual(before);
      await client.query(`set local hujian.scope = ''`);
      expect(await evaluate(client, edition, '2026-06-30')).toBeUndefined();
    });
  });
});

test('the statement that runs is the one that was looked at, and its length does not follow the number of organizations', async () => {
  const edition = editionOf([
    { measure: 'activities', activity: 'general-meeting', window: 'quarter', atLeast: 1 },
    { measure: 'hours', who: 'member', atLeast: 24 },
    {
      measure: 'share',
      who: { set: 'new-member', where: { ageAtMost: 40 } },
      among: 'new-member',
      atLeast: 0.75,
    },
    { measure: 'event', event: 'village-bully', window: 'term' },
    { measure: 'figure', figure: 'venue-area', atLeast: 90 },
    { measure: 'document', document: 'duty-list' },
    { measure: 'on-site', look: '整洁' },
    { measure: 'poll', about: 'cadres', answer: 'satisfied', atLeast: 0.8 },
    { measure: 'headcount', who: { set: 'seat', post: 'secretary' }, atLeast: 1 },
  ]);
  expect(itemsOf(edition)).toHaveLength(9);
  const plan = planEvaluation({ edition, asOf: '2026-06-30' });
  const { sql, parameters } = compileEvaluation(plan, { path: '1.', knownAt: KNOWN });
  for (const value of ['general-meeting', '2026-06-30', 'venue-area', '整洁'])
    expect(sql).not.toContain(value);
  await expect(`${sql}\n\n-- ${parameters.length} parameters\n`).toMatchFileSnapshot('evaluation.sql');
});
