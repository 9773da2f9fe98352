import { type CellDraft, type ColumnDraft, type SheetDraft, writeWorkbook } from '@hujian/documents';
import { type ImportColumn, type SheetPlan, type Template, templateVersion } from './column.ts';

export interface SheetContent {
  plan: SheetPlan;
  rows: readonly (readonly CellDraft[])[];
}

const numeric = new Set<ImportColumn['kind']>(['number', 'whole', 'record']);

/** A column of a plan as the writer needs it. */
export const draftColumn = ({ title, kind, width, required, note, choices }: ImportColumn): ColumnDraft => ({
  title,
  kind: numeric.has(kind) ? 'number' : 'text',
  width: width ?? 14,
  ...(required ? { required } : {}),
  ...(note ? { note } : {}),
  ...(choices && kind === 'choice' ? { values: choices.map((choice) => choice.title) } : {}),
  ...(kind === 'yes-no' ? { values: ['是', '否'] } : {}),
});

/** The empty template with a line of explanation and an example. `organization` fills the example's own name in. */
export function buildTemplate(template: Template, organization?: string): Promise<Uint8Array> {
  const sheets = template.sheets.map((plan) => ({
    ...sheetDraft(plan, []),
    explained: true,
    example: plan.columns.map(({ kind, example }) =>
      kind === 'organization' && organization ? organization : (example ?? null),
    ),
  }));
  return writeWorkbook({ sheets, about: aboutOf(template) });
}

/** The same sheets with rows in them, as an export: what is written here comes in again unchanged. */
export function buildExport(template: Template, contents: readonly SheetContent[]): Promise<Uint8Array> {
  const sheets = contents.map(({ plan, rows }) => sheetDraft(plan, rows));
  return writeWorkbook({ sheets, about: aboutOf(template) });
}

const sheetDraft = (plan: SheetPlan, rows: SheetContent['rows']): SheetDraft => ({
  name: plan.name,
  title: plan.title,
  columns: plan.columns.map(draftColumn),
  rows,
});

const aboutOf = (template: Template): Record<string, string> => ({
  template: template.name,
  version: templateVersion,
});
