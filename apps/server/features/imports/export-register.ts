import type { CellDraft } from '@hujian/documents';
import type { RawBuilder } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context, FileAnswer } from '../../http/route.ts';
import type { Scoped } from '../standings/find-scope.ts';
import { buildExport, type SheetContent } from './build-workbook.ts';
import type { ImportColumn, SheetPlan, Template } from './column.ts';
import { exportQuery } from './export-query.ts';
import { chooseOrganization } from './import-files.ts';
import { showCell } from './show-cell.ts';
import { findTemplate } from './templates.ts';

const most = 100_000;

/** A register of an organization and all below it, in the layout of its template: it comes in again unchanged. */
export async function exportRegister(
  context: Context<{ id: number; file: string }, unknown, unknown>,
): Promise<FileAnswer> {
  const { trx, actor, params, note, today } = context;
  const template = findTemplate(params.file.replace(/\.xlsx$/, ''));
  if (!template) throw problems.notFound('这种台账');
  const organization = await chooseOrganization(trx, actor, params.id);
  const { content, rows } = await writeExport(trx, organization, template);
  note({
    object: `organization/${organization.id}`,
    county: organization.county,
    organization: organization.id,
    path: organization.path,
    details: { register: template.name, rows },
  });
  return {
    fileName: `${organization.name}-${template.title}-${today}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(content),
  };
}

/** The workbook itself and how many rows it holds. */
export async function writeExport(
  trx: Trx,
  organization: Scoped,
  template: Template,
): Promise<{ content: Uint8Array; rows: number }> {
  const contents: SheetContent[] = [];
  for (const plan of template.sheets)
    contents.push({ plan, rows: await listRows(trx, organization, template, plan) });
  const rows = contents.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > most)
    throw problems.unprocessable(`共有 ${rows} 行，超过一次导出的上限 ${most} 行，请按乡镇分别导出。`);
  return { content: await buildExport(template, contents), rows };
}

async function listRows(
  trx: Trx,
  organization: Scoped,
  template: Template,
  plan: SheetPlan,
): Promise<CellDraft[][]> {
  const query: RawBuilder<Record<string, unknown>> = exportQuery(template, plan, organization, most);
  const { rows } = await query.execute(trx);
  return rows.map((row) => plan.columns.map((column: ImportColumn) => showCell(column, row[column.key])));
}
