import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { z } from 'zod';
import { comparisonReport } from '../../features/reports/comparison-report.ts';
import { comparisonWorkbook } from '../../features/reports/comparison-workbook.ts';
import { listComparison } from '../../features/reports/list-comparison.ts';
import { dayOf, type Services } from '../../http/services.ts';
import { type CommandAnswer, defineCommand } from '../command.ts';
import { commandActor } from '../command-actor.ts';
import { CommandProblem } from '../command-problem.ts';
import { findPlace } from '../find-place.ts';
import { withServices } from '../with-services.ts';

const options = z.object({
  scope: z.string().min(1).describe('组织的代码或名称：县或乡镇'),
  edition: z.string().optional().describe('标准版本（默认用当地采用的）'),
  asOf: z.iso.date().optional().describe('截止日期，如 2026-06-30（默认今天）'),
  by: z.enum(['village', 'township']).default('village').describe('按村（village）或按乡镇（township）比较'),
  out: z.string().min(1).describe('写到哪个文件：.docx 或 .xlsx'),
});
type Said = z.output<typeof options>;

export const command = defineCommand({
  name: 'report',
  summary: '把一个范围的对比写成 Word 报告（GB/T 9704 的版式）或 Excel 表格。',
  options,
  run: (context, said) => withServices(context, (services) => report(services, said)),
});

async function report(services: Services, said: Said): Promise<CommandAnswer> {
  const kind = extname(said.out).toLowerCase();
  if (kind !== '.docx' && kind !== '.xlsx')
    throw new CommandProblem(2, '--out 的文件名应以 .docx 或 .xlsx 结尾。');
  const today = dayOf(services.now());
  const view = await services.door.asSystem('report on the command line', async (trx, note) => {
    const place = await findPlace(trx, said.scope);
    const { edition, asOf, by } = said;
    const query = { scope: place.id, by, limit: 500, edition, asOf };
    const found = await listComparison(trx, commandActor(place), query, today);
    const { id, county, path } = place;
    const details = { edition: found.edition.id, asOf: found.asOf, form: kind.slice(1), by: 'command-line' };
    note({ act: 'export.report', county, organization: id, path, details });
    return found;
  });
  if (view.rows.length === 0) throw new CommandProblem(1, `“${view.scope.name}”之下没有这份标准适用的组织。`);
  const content = kind === '.docx' ? await comparisonReport(view, today) : await comparisonWorkbook(view);
  try {
    writeFileSync(said.out, content);
  } catch {
    throw new CommandProblem(3, `写不了文件 ${said.out}：请核对文件夹是否存在、有无权限、磁盘有无空间。`);
  }
  const { rows, bands, edition, asOf, scope } = view;
  return {
    json: { out: said.out, scope: scope.name, edition: edition.id, asOf, organizations: rows.length, bands },
    text: `已写出 ${said.out}：${scope.name}，《${edition.title}》，截至 ${asOf}，${rows.length} 个组织。`,
  };
}
