import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbook } from '../../apps/server/features/imports/testing/workbook.ts';
import { figureRows, organizationRows } from './demonstration-units.ts';

/**
 * Writes the six units as two workbooks, to be brought in with `hujian import`:
 * node tests/real/write-workbooks.ts FOLDER [CODE OF THE COUNTY]
 */
const [folder = '.', county = 'X'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const organizations = organizationRows().map((row) =>
  row.parent === 'X' ? { ...row, parent: county } : row,
);
writeFileSync(join(folder, '1-组织.xlsx'), await workbook('organizations', { 组织: organizations }));
writeFileSync(join(folder, '2-概况数据.xlsx'), await workbook('figures', { 概况数据: figureRows() }));
