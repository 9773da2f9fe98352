import * as z from 'zod';
import { band, day, id, idParam, level, pageQuery } from './common.ts';

export const comparisonQuery = z.object({
  scope: idParam.optional(),
  edition: z.string().max(120).optional(),
  by: z.enum(['village', 'township']).default('village'),
  evaluation: idParam.optional(),
  asOf: day.optional(),
  ...pageQuery.shape,
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** v: met, unmet, not-applicable, not-known; p points of o. */
export const comparisonCell = z.object({
  v: z.enum(['m', 'u', 'a', 'k']).optional(),
  p: z.number().optional(),
  o: z.number().optional(),
  m: z.number().int().optional(),
  u: z.number().int().optional(),
  a: z.number().int().optional(),
  k: z.number().int().optional(),
  share: z.number().nullable().optional(),
});

/** GET /comparison: rows stand in the order of the organizations' codes; a band is no place. */
export const comparison = z.object({
  scope: z.object({ id, name: z.string(), level }),
  edition: z.object({ id: z.string(), title: z.string(), revision: z.number().int() }),
  by: z.enum(['village', 'township']),
  asOf: day,
  items: z.array(
    z.object({
      code: z.string(),
      number: z.string(),
      title: z.string(),
      chapter: z.string(),
      of: z.number(),
    }),
  ),
  rows: z.array(
    z.object({
      organization: z.object({
        id,
        name: z.string(),
        level,
        parent: id.nullable(),
        parentName: z.string().nullable(),
      }),
      points: z.number(),
      possible: z.number(),
      fullMarks: z.number(),
      bonus: z.number(),
      notKnownShare: z.number(),
      band,
      blocked: z.array(z.string()),
      cells: z.array(comparisonCell),
    }),
  ),
  bands: z.object({
    A: z.number().int(),
    B: z.number().int(),
    C: z.number().int(),
    D: z.number().int(),
    unknown: z.number().int(),
  }),
  bandRule: z.string(),
  next: z.string().nullable(),
});
export type ComparisonView = z.output<typeof comparison>;
