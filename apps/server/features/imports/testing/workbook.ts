import { buildExport } from '../build-workbook.ts';
import { findTemplate } from '../templates.ts';

export type Given = Record<string, string | number>;

/** A filled-in workbook of a template: rows by sheet as objects by the column's key. */
export async function workbook(name: string, sheets: Record<string, Given[]>): Promise<Uint8Array> {
  const template = findTemplate(name);
  if (!template) throw new Error(`no template ${name}`);
  const contents = Object.entries(sheets).map(([title, rows]) => {
    const plan = template.sheets.find((one) => one.name === title);
    if (!plan) throw new Error(`no sheet ${title} in ${name}`);
    return { plan, rows: rows.map((row) => plan.columns.map(({ key }) => row[key] ?? null)) };
  });
  return buildExport(template, contents);
}
