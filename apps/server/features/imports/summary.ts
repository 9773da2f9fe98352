import type { importSummary } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import type { LoadedSheet } from './sheet/load-sheet.ts';
import type { Verdicts } from './take/match-records.ts';

export type ImportSummary = z.output<typeof importSummary>;

const mostErrors = 200;
const mostSamples = 50;

/** What the preview shows of a file: counts by sheet, the first rows with their verdict, the first errors. */
export async function summarize(
  trx: Trx,
  sheets: readonly { sheet: LoadedSheet; verdicts: Verdicts }[],
): Promise<ImportSummary> {
  const summary: ImportSummary = { sheets: [], sample: [], errors: [] };
  for (const { sheet, verdicts } of sheets) {
    summary.sheets.push({ sheet: sheet.part.name, rows: sheet.rows, ...verdicts, errors: sheet.faults });
    const room = mostErrors - summary.errors.length;
    const marks = [...sheet.marks]
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .slice(0, Math.max(0, room));
    for (const mark of marks) {
      summary.errors.push({ sheet: sheet.part.name, cell: sheet.cellName(mark), message: mark.message });
    }
    summary.sample.push(...(await sampleOf(trx, sheet)).slice(0, mostSamples - summary.sample.length));
  }
  return summary;
}

async function sampleOf(trx: Trx, sheet: LoadedSheet): Promise<ImportSummary['sample']> {
  const rows = sheet.sample.map(({ row }) => row);
  if (rows.length === 0) return [];
  const found = await sql<{ row: number; verdict: 'added' | 'changed' | 'unchanged' | null }>`
    select row, verdict from ${sheet.stage.table} where row = any (${rows}::int[])`.execute(trx);
  const verdicts = new Map(found.rows.map(({ row, verdict }) => [row, verdict]));
  const faulty = new Set(sheet.marks.map(({ row }) => row));
  return sheet.sample.map(({ row, cells }) => ({
    sheet: sheet.part.name,
    row,
    verdict: faulty.has(row) ? 'error' : (verdicts.get(row) ?? 'added'),
    cells,
  }));
}
