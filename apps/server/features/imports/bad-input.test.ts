import { openWorkbook, readRows } from '@hujian/documents';
import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { createSmallCounty, type SmallCounty } from './testing/small-county.ts';
import { type Given, workbook } from './testing/workbook.ts';

const database = withDatabase();
let small: SmallCounty;
beforeAll(async () => {
  small = await createSmallCounty(database.url);
  return () => small.pool.end();
});

const figure = (more: Given = {}): Given => ({
  organization: 'X101',
  figure: '人口',
  counted_on: '2025-12-31',
  value: 5,
  ...more,
});
const errorsOf = async (name: string, sheets: Record<string, Given[]>) => {
  const end = await small.bringIn(await workbook(name, sheets));
  expect(end.state).toBe('refused');
  return end.summary?.errors.map(({ cell, message }) => `${cell} ${message}`) ?? [];
};

describe('a wrong file comes back marked, and nothing of it is taken in', () => {
  test('every fault of every row is told at its cell; the good rows are not taken either', async () => {
    const rows = [
      figure(),
      figure({ value: '很多', counted_on: '2025-02-30' }),
      figure({ figure: '没有的项目', organization: '' }),
      figure({ figure: '通讯入户率', value: 140 }),
    ];
    const end = await small.bringIn(await workbook('figures', { 概况数据: rows }));
    expect(end.state).toBe('refused');
    expect(end.summary?.errors.map(({ cell }) => cell)).toEqual(['D4', 'E4', 'B5', 'C5', 'E6']);
    expect(await small.count('figure', 'true')).toBe(0);
    expect(await small.count('register_span', 'true')).toBe(0);
    const book = await openWorkbook(end.marked ?? new Uint8Array());
    const words: string[] = [];
    for await (const some of readRows(book, book.sheets[0] as never))
      for (const { cells } of some) words.push(cells.at(-1)?.text ?? '');
    expect(words.filter((one) => /日期|数字|没有填|百分数/.test(one))).toHaveLength(3);
  });
  test('the marked file, mended and sent again, is taken in', async () => {
    const end = await small.bringIn(await workbook('figures', { 概况数据: [figure({ value: 'x' })] }));
    expect(end.marked).toBeDefined();
    const again = await small.bringIn(end.marked ?? new Uint8Array());
    expect(again.summary?.errors.map(({ cell }) => cell)).toEqual(['E3']);
  });
  test('rows that repeat each other are told apart from rows that repeat what is recorded', async () => {
    expect(await errorsOf('figures', { 概况数据: [figure(), figure({ value: 6 })] })).toEqual([
      'C4 与第 3 行重复',
    ]);
  });
  test('persons whose steps run backwards, who are missing, or who cannot be told apart', async () => {
    const person = (more: Given): Given => ({
      organization: 'X101',
      name: '赵一',
      admitted_on: '2010-07-01',
      ...more,
    });
    expect(await errorsOf('roster', { 党员名册: [person({ full_on: '2009-07-01' })] })).toEqual([
      expect.stringContaining('早于'),
    ]);
    expect(await errorsOf('roster', { 党员名册: [person({}), person({})] })).toEqual([
      expect.stringContaining('同名的请填身份证号'),
    ]);
    expect(
      await errorsOf('posts', {
        任职: [{ organization: 'X101', person_name: '查无此人', post: '书记', held_from: '2021-01-01' }],
      }),
    ).toEqual([expect.stringContaining('名册中没有“查无此人”')]);
  });
  test('attendance of an activity that the file does not have', async () => {
    await small.bringIn(
      await workbook('roster', {
        党员名册: [{ organization: 'X101', name: '钱二', admitted_on: '2010-07-01' }],
      }),
    );
    const meeting = { number: '1', organization: 'X101', kind: '党员大会', happened_on: '2026-03-05' };
    const sheets = {
      活动: [meeting],
      到会名单: [{ organization: 'X101', number: '7', person_name: '钱二' }],
    };
    expect(await errorsOf('activities', sheets)).toEqual([expect.stringContaining('没有编号为“7”的活动')]);
  });
  test('organizations: a known code under another name, a parent that is nowhere, a circle of parents', async () => {
    const village = { form: '党支部', kind: '农村', level: '村', founded_on: '2020-01-01' };
    const rows = [
      { code: 'X101', name: '改了名的支部', parent: 'X1', ...village },
      { code: 'N1', name: '新一', parent: '无此上级', ...village },
      { code: 'N2', name: '新二', parent: 'N3', ...village },
      { code: 'N3', name: '新三', parent: 'N2', ...village },
    ];
    expect(await errorsOf('organizations', { 组织: rows })).toEqual([
      expect.stringContaining('名称与此处不同'),
    ]);
    expect(await errorsOf('organizations', { 组织: rows.slice(1) })).toHaveLength(3);
    expect(await small.count('organization', 'true')).toBe(6);
  });
});

describe('files that are refused as a whole', () => {
  test('another template than the one chosen is named', async () => {
    const end = await small.bringIn(await workbook('figures', { 概况数据: [figure()] }), {
      wanted: 'roster',
    });
    expect(end).toMatchObject({ state: 'refused', message: expect.stringContaining('这是“概况数据”表') });
  });
  test('an empty template, a foreign workbook, something that is no workbook', async () => {
    expect(await small.bringIn(await workbook('figures', { 概况数据: [] }))).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('没有可导入的内容'),
    });
    expect(await small.bringIn(Buffer.from('hello'))).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('不是 Excel'),
    });
  });
  test('a full disk is said to be one, and leaves nothing behind', async () => {
    const entry = { ...small };
    const { runImport } = await import('./run-import.ts');
    const { importServices, entryOf } = await import('./testing/small-county.ts');
    const checked = await entry.bringIn(
      await workbook('figures', { 概况数据: [figure({ figure: '农户数' })] }),
      { take: false },
    );
    await small.door.asActor(small.officer, 'write', async (trx) => {
      await trx.updateTable('import_file').set({ state: 'taking' }).where('id', '=', checked.id).execute();
    });
    const real = entryOf(small.door, small.officer);
    const full: typeof real = {
      ...real,
      work: (access, work) =>
        real.work(access, async (trx, note) => {
          const result = await work(trx, note);
          if (access === 'write')
            throw Object.assign(new Error('could not extend file: No space left on device'), {
              code: '53100',
            });
          return result;
        }),
    };
    const end = await runImport(importServices, full, {
      county: small.county.county,
      id: checked.id,
      take: true,
    });
    expect(end).toMatchObject({ state: 'failed', message: expect.stringContaining('磁盘空间已满') });
    expect(await small.count('figure', 'true')).toBe(0);
    expect(await small.count('import_file', `id = ${checked.id} and state = 'failed'`)).toBe(1);
  });
});
