import * as z from 'zod';
import { day, id, level, moment } from './common.ts';
import { standingBrief } from './standing.ts';

/** Where a line of the home screen leads. */
export const link = z.object({
  organization: id,
  item: z.string().optional(),
  check: z.string().optional(),
  register: z.string().optional(),
});

/** GET /home: what is due from me and where we stand. */
export const home = z.object({
  scope: z.object({ id, name: z.string(), level }).nullable(),
  edition: z.object({ id: z.string(), title: z.string() }).nullable(),
  standing: standingBrief.nullable(),
  below: z
    .object({
      count: z.number().int(),
      byBand: z.object({
        A: z.number().int(),
        B: z.number().int(),
        C: z.number().int(),
        D: z.number().int(),
        unknown: z.number().int(),
      }),
      notKnownShare: z.number(),
      /** The other standards by which organizations here are judged: of other kinds, or beside the first. */
      others: z.array(z.object({ id: z.string(), title: z.string(), count: z.number().int() })),
    })
    .nullable(),
  due: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      by: day.nullable(),
      kind: z.enum(['activity', 'document', 'figure', 'register']),
      item: z.string().nullable(),
      link,
    }),
  ),
  shortfalls: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      text: z.string(),
      points: z.number(),
      organization: z.object({ id, name: z.string() }),
    }),
  ),
  recent: z.array(z.object({ at: moment, text: z.string(), link })),
  burden: z.object({ month: z.string(), fields: z.number().int(), uploads: z.number().int() }),
});
export type Home = z.output<typeof home>;

export const burdenQuery = z.object({
  organization: z.coerce.number().int().positive(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写成2026-11这样的形式。')
    .optional(),
});

/** GET /burden: what the program itself asked of the subtree in one month. `minutes` is an estimate. */
export const burden = z.object({
  organization: z.object({ id, name: z.string() }),
  month: z.string(),
  fields: z.number().int(),
  uploads: z.number().int(),
  minutes: z.number(),
  cap: z.number().int().nullable(),
});
export type Burden = z.output<typeof burden>;
