import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { buildExport } from './build-workbook.ts';
import type { SheetPlan } from './column.ts';
import { findTemplate } from './templates.ts';
import { createSmallCounty, type SmallCounty } from './testing/small-county.ts';

const database = withDatabase();
let small: SmallCounty;
beforeAll(async () => {
  small = await createSmallCounty(database.url);
  return () => small.pool.end();
});

type Given = Record<string, string | number>;

/** A workbook of a template: rows as objects by the column's key. */
export async function workbook(name: string, sheets: Record<string, Given[]>): Promise<Uint8Array> {
  const template = findTemplate(name);
  if (!template) throw new Error(name);
  const contents = Object.entries(sheets).map(([title, rows]) => {
    const plan = template.sheets.find((one) => one.name === title) as SheetPlan;
    return { plan, rows: rows.map((row) => plan.columns.map(({ key }) => row[key] ?? null)) };
  });
  return buildExport(template, contents);
}

describe('figures', () => {
  const rows = [
    { organization: 'X101', figure: '农户数', counted_on: '2025-12-31', value: 213 },
    { organization: '石桥村党支部', figure: '人口', counted_on: '2025年', value: 817, source: '年报' },
  ];
  test('a file is taken in once, and twice it changes nothing', async () => {
    const file = await workbook('figures', { 概况数据: rows });
    const first = await small.bringIn(file);
    expect(first).toMatchObject({ state: 'taken', summary: { sheets: [{ added: 2, errors: 0 }] } });
    const again = await small.bringIn(file);
    expect(again).toMatchObject({
      state: 'taken',
      summary: { sheets: [{ added: 0, changed: 0, unchanged: 2 }] },
    });
    expect(await small.count('figure')).toBe(2);
    expect(await small.count('figure', 'true')).toBe(2);
    expect(await small.count('register_span', `register = 'figures'`)).toBe(2);
  });
});
