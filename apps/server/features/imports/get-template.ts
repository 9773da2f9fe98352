import type { templateQuery, templates as templatesShape } from '@hujian/contract';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { problems } from '../../http/problem.ts';
import type { Context, FileAnswer } from '../../http/route.ts';
import { buildTemplate } from './build-workbook.ts';
import { chooseOrganization } from './import-files.ts';
import { findTemplate, templates } from './templates.ts';

/** The templates that the actor may bring in, with the columns of their first sheet. */
export function presentTemplates(actor: Actor): z.input<typeof templatesShape> {
  const may = templates.filter(({ permissions }) =>
    permissions.every((permission) => actor.can.has(permission)),
  );
  return {
    rows: may.map(({ name, title, note, order, sheets }) => ({
      name,
      title,
      note,
      order,
      columns: (sheets[0]?.columns ?? []).map((column) => ({
        title: column.title,
        required: column.required ?? false,
        ...(column.note ? { note: column.note } : {}),
        ...(column.choices ? { values: column.choices.map((choice) => choice.title) } : {}),
      })),
    })),
  };
}

/** An empty template; with an organization its name stands in the example. */
export async function getTemplateFile({
  trx,
  actor,
  params,
  query,
}: Context<{ file: string }, z.output<typeof templateQuery>, unknown>): Promise<FileAnswer> {
  const template = findTemplate(params.file.replace(/\.xlsx$/, ''));
  if (!template) throw problems.notFound('这种导入模板');
  const organization = query.organization
    ? await chooseOrganization(trx, actor, query.organization)
    : undefined;
  const content = Buffer.from(await buildTemplate(template, organization?.name));
  return {
    fileName: `${template.title}导入模板.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content,
  };
}
