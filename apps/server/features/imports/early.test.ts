import { beforeAll, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { createSmallCounty, type SmallCounty } from './testing/small-county.ts';
import { type Given, workbook } from './testing/workbook.ts';

const database = withDatabase();
let small: SmallCounty;
beforeAll(async () => {
  small = await createSmallCounty(database.url);
  return () => small.pool.end();
});

/** More than one batch of the stage, so that rows are written while others are still read. */
const members = (from: number, to: number, more: (i: number) => Given = () => ({})): Given[] =>
  Array.from({ length: to - from }, (_, index) => {
    const i = from + index;
    const name = `王${String.fromCharCode(0x4e00 + (i % 4000))}${String.fromCharCode(0x5e00 + Math.floor(i / 4000))}`;
    const organization = ['X101', 'X102', 'X201'][i % 3] ?? '';
    return { organization, name, birth_on: '1980-01-01', admitted_on: '2010-07-01', ...more(i) };
  });
const bring = async (rows: Given[]) => small.bringIn(await workbook('roster', { 党员名册: rows }));

test('a twin in a later batch of new rows refuses the file, and the rows already written are gone', async () => {
  const end = await bring([...members(0, 4300), ...members(5, 6)]);
  expect(end.state).toBe('refused');
  expect(end.summary?.errors).toHaveLength(1);
  expect(await small.count('person', 'true')).toBe(0);
});

test('a fault in a later batch leaves nothing of the earlier ones', async () => {
  const end = await bring([...members(0, 4300), ...members(4300, 4301, () => ({ birth_on: '不详' }))]);
  expect(end.state).toBe('refused');
  expect(await small.count('person', 'true')).toBe(0);
});

test('rows of many batches are all written, once, with the key that typed records have', async () => {
  expect((await bring(members(0, 4300))).summary?.sheets[0]).toMatchObject({ added: 4300, changed: 0 });
  expect(await small.count('person')).toBe(4300);
  expect(
    await small.count('person', `source_key = 'name|' || name || '|1980-01-01' and initials <> ''`),
  ).toBe(4300);
  expect((await bring(members(0, 4300))).summary?.sheets[0]).toMatchObject({ added: 0, unchanged: 4300 });
  expect(await small.count('person', 'true')).toBe(4300);
});

test('new, corrected and repeated rows of one file each become what they are', async () => {
  const corrected = (i: number): Given => (i === 7 || i === 4001 ? { education: '高中' } : {});
  const end = await bring([...members(4300, 4350), ...members(0, 4300, corrected), ...members(4350, 4400)]);
  expect(end.summary?.sheets[0]).toMatchObject({ added: 100, changed: 2, unchanged: 4298 });
  expect(await small.count('person')).toBe(4400);
  expect(await small.count('person', 'withdrawn_at is not null')).toBe(2);
});
