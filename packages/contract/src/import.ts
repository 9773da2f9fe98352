import * as z from 'zod';
import { can, id, idParam, moment, pageQuery } from './common.ts';

export const importState = z.enum(['checking', 'refused', 'ready', 'taking', 'taken', 'failed']);

export const templateRow = z.object({
  name: z.string(),
  title: z.string(),
  note: z.string().optional(),
  order: z.number().int(),
  columns: z.array(
    z.object({
      title: z.string(),
      required: z.boolean(),
      note: z.string().optional(),
      values: z.array(z.string()).optional(),
    }),
  ),
});
export const templates = z.object({ rows: z.array(templateRow) });

export const templateQuery = z.object({ organization: idParam.optional() });

export const importSummary = z.object({
  sheets: z
    .array(
      z.object({
        sheet: z.string(),
        rows: z.number().int(),
        added: z.number().int(),
        changed: z.number().int(),
        unchanged: z.number().int(),
        errors: z.number().int(),
      }),
    )
    .default([]),
  /** The first 50 rows as they would be taken in. */
  sample: z
    .array(
      z.object({
        sheet: z.string(),
        row: z.number().int(),
        verdict: z.enum(['added', 'changed', 'unchanged', 'error']),
        cells: z.array(z.string()),
      }),
    )
    .default([]),
  /** The first 200 errors. */
  errors: z.array(z.object({ sheet: z.string(), cell: z.string(), message: z.string() })).default([]),
});

/** One workbook on its way in. */
export const importFile = z.object({
  id,
  organization: z.object({ id, name: z.string() }),
  template: z.string(),
  templateTitle: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  state: importState,
  done: z.number().int(),
  total: z.number().int().nullable(),
  summary: importSummary,
  message: z.string().nullable(),
  enteredBy: z.string(),
  enteredAt: moment,
  finishedAt: moment.nullable(),
  can,
});
export type ImportFile = z.output<typeof importFile>;
export const importsQuery = pageQuery;
