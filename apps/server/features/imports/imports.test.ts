import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { figures, files, meetings, person, present } from './testing/every-template.ts';
import { createSmallCounty, type SmallCounty } from './testing/small-county.ts';
import { type Given, workbook } from './testing/workbook.ts';

const database = withDatabase();
let small: SmallCounty;
beforeAll(async () => {
  small = await createSmallCounty(database.url);
  return () => small.pool.end();
});

describe('every template', () => {
  for (const [name, sheets, table, expected] of files) {
    test(`${name}: taken in once; the same file a second time changes nothing`, async () => {
      const file = await workbook(name, sheets);
      const first = await small.bringIn(file);
      expect(first.summary?.errors).toEqual([]);
      expect(first.message).toMatch(/^已导入/);
      const where = table === 'organization' ? 'true' : 'withdrawn_at is null';
      expect(await small.count(table, where)).toBe(expected);
      const all = await small.count(table, 'true');
      const again = await small.bringIn(file);
      expect(again.state).toBe('taken');
      for (const sheet of again.summary?.sheets ?? [])
        expect(sheet).toMatchObject({ added: 0, changed: 0, errors: 0 });
      expect(await small.count(table, 'true')).toBe(all);
    });
  }
  test('events never open their register by themselves: an unlisted village would pass as spotless', async () => {
    expect(await small.count('register_span', `register = 'events'`)).toBe(0);
    expect(await small.count('register_span', `register = 'figures' and kept_from = '2025-12-31'`)).toBe(2);
  });
  test('attendance and hours of a training reach the persons', async () => {
    expect(
      await small.count('attendance', `kind = 'training' and withdrawn_at is null and grade = 'county'`),
    ).toBe(2);
    expect(await small.count('attendance', `kind = 'general-meeting' and withdrawn_at is null`)).toBe(2);
  });
});

describe('corrections', () => {
  test('a changed value withdraws the old row and keeps it', async () => {
    const end = await small.bringIn(
      await workbook('figures', { 概况数据: [{ ...figures[0], value: 220 } as Given] }),
    );
    expect(end.summary?.sheets[0]).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(
      await small.count('figure', `figure = 'households' and value = 213 and withdrawn_at is not null`),
    ).toBe(1);
    expect(
      await small.count('figure', `figure = 'households' and value = 220 and withdrawn_at is null`),
    ).toBe(1);
  });
  test('a corrected person keeps posts, attendance and the meetings hosted', async () => {
    const end = await small.bringIn(
      await workbook('roster', { 党员名册: [person('张三', { education: '高中' })] }),
    );
    expect(end.summary?.sheets[0]).toMatchObject({ added: 0, changed: 1 });
    const live = `withdrawn_at is null and person = (select id from person where name = '张三' and withdrawn_at is null)`;
    expect(await small.count('seat', live)).toBe(1);
    expect(await small.count('attendance', live)).toBe(2);
    expect(await small.count('activity', live.replace('person =', 'host ='))).toBe(1);
    expect(await small.count('activity')).toBe(3);
  });
  test('an empty or masked identity number leaves the recorded one', async () => {
    const masked = person('李四', {
      identity: '110101********0038',
      birth_on: '1990-03-07',
      education: '初中',
    });
    await small.bringIn(await workbook('roster', { 党员名册: [masked] }));
    expect(
      await small.count('person', `name = '李四' and withdrawn_at is null and identity_cipher is not null`),
    ).toBe(1);
  });
  test('another list of persons is a correction of the activity', async () => {
    const fewer = await workbook('activities', { 活动: meetings, 到会名单: present.slice(0, 1) });
    const end = await small.bringIn(fewer);
    expect(end.summary?.sheets[0]).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await small.count('attendance', `kind = 'general-meeting' and withdrawn_at is null`)).toBe(1);
    expect((await small.bringIn(fewer)).summary?.sheets[0]).toMatchObject({ changed: 0, unchanged: 2 });
  });
  test('a file without the list leaves the recorded attendance with the corrected activity', async () => {
    const [first] = meetings;
    const end = await small.bringIn(
      await workbook('activities', { 活动: [{ ...first, due_count: 9 } as Given] }),
    );
    expect(end.summary?.sheets[0]).toMatchObject({ changed: 1 });
    expect(await small.count('attendance', `kind = 'general-meeting' and withdrawn_at is null`)).toBe(1);
  });
});

describe('who may bring in what', () => {
  test('the neighbouring township is not found, whether by code or by name, and nothing is taken', async () => {
    const before = await small.count('figure', 'true');
    const rows = ['X201', '竹园村党支部', 'X101'].map((organization) => ({
      organization,
      figure: '人口',
      counted_on: '2024-12-31',
      value: 5,
    }));
    const end = await small.bringIn(await workbook('figures', { 概况数据: rows }), {
      actor: small.townshipOfficer,
    });
    expect(end.state).toBe('refused');
    expect(end.summary?.errors.map(({ cell }) => cell)).toEqual(['B3', 'B4']);
    expect(end.summary?.errors[0]?.message).toContain('没有找到组织');
    expect(await small.count('figure', 'true')).toBe(before);
  });
  test('a township officer confirms no events and founds no organizations', async () => {
    for (const name of ['events', 'organizations']) {
      const found = files.find(([one]) => one === name);
      const end = await small.bringIn(await workbook(name, found?.[1] ?? {}), {
        actor: small.townshipOfficer,
      });
      expect(end).toMatchObject({ state: 'failed' });
      expect(end.message).toContain('不能进行');
    }
  });
  test('a record number of the neighbour is refused like one that does not exist', async () => {
    await small.bringIn(
      await workbook('figures', {
        概况数据: [{ organization: 'X201', figure: '人口', counted_on: '2025-12-31', value: 9 }],
      }),
    );
    const id = await small.door.asSystem('test', async (trx) => {
      const { rows } = await sql<{
        id: number;
      }>`select id from figure where figure = 'population' and value = 9`.execute(trx);
      return Number(rows[0]?.id);
    });
    const row = { organization: 'X101', figure: '人口', counted_on: '2025-12-31', value: 1, record: id };
    const end = await small.bringIn(await workbook('figures', { 概况数据: [row] }), {
      actor: small.townshipOfficer,
    });
    expect(end.summary?.errors[0]?.message).toContain('没有这个记录号');
  });
  test('the preview writes nothing at all', async () => {
    const before = await small.count('figure', 'true');
    const row = { organization: 'X101', figure: '耕地面积', counted_on: '2025-12-31', value: 482 };
    const end = await small.bringIn(await workbook('figures', { 概况数据: [row] }), { take: false });
    expect(end).toMatchObject({
      state: 'ready',
      summary: { sheets: [{ added: 1 }], sample: [{ verdict: 'added' }] },
    });
    expect(await small.count('figure', 'true')).toBe(before);
  });
});
