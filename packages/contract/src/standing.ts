import * as z from 'zod';
import { band, can, day, id, idParam, level, moment, pageQuery, verdict } from './common.ts';

/** One organization against one edition in a few numbers; points are of what is known. */
export const standingBrief = z.object({
  edition: z.string(),
  editionTitle: z.string(),
  asOf: day,
  points: z.number(),
  possible: z.number(),
  fullMarks: z.number(),
  bonus: z.number(),
  met: z.number().int(),
  unmet: z.number().int(),
  notApplicable: z.number().int(),
  notKnown: z.number().int(),
  warnings: z.number().int(),
  blocked: z.array(z.string()),
  notKnownShare: z.number(),
  band,
});
export type StandingBrief = z.output<typeof standingBrief>;

/** The standing after a write, with the items whose verdict or points moved. */
export const standingAfter = standingBrief.extend({
  changed: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      before: z.object({ verdict, points: z.number() }).nullable(),
      after: z.object({ verdict, points: z.number() }),
    }),
  ),
});
export type StandingAfter = z.output<typeof standingAfter>;

/**
 * What the records say about one check. A standing carries the engine's own shape (`applies`, `why`, `readings`), a
 * trace the sums made of it.
 */
export const measured = z.object({
  known: z.enum(['yes', 'no', 'partly']),
  applies: z.boolean().optional(),
  why: z.string().optional(),
  periods: z.array(z.object({ from: day, until: day, covered: z.boolean(), count: z.number() })).optional(),
  count: z.number().optional(),
  part: z.number().optional(),
  whole: z.number().optional(),
  subjects: z.object({ total: z.number(), reached: z.number() }).optional(),
  value: z.number().optional(),
  readings: z
    .array(
      z.object({
        from: day.optional(),
        until: day.optional(),
        subject: z
          .object({
            kind: z.enum(['group', 'person', 'document', 'figure']),
            key: z.union([z.number(), z.string()]),
            title: z.string().optional(),
          })
          .optional(),
        count: z.number().optional(),
        of: z.number().optional(),
        maybe: z.number().optional(),
        maybeOf: z.number().optional(),
        open: z.literal(true).optional(),
        founding: z.literal(true).optional(),
        against: z.number().optional(),
        test: z.number().optional(),
      }),
    )
    .optional(),
});
export type MeasuredFacts = z.output<typeof measured>;

export const checkStanding = z.object({
  check: z.string(),
  verdict,
  points: z.number(),
  of: z.number(),
  measured,
  bound: z.array(z.object({ word: z.string(), value: z.number(), parameter: z.string().optional() })),
  /** Points lost by this check, and points it adds beyond full marks. */
  lost: z.number(),
  bonus: z.number(),
  /** A `normally` check that falls short: a reason can answer it. */
  warning: z.boolean(),
  missing: z.number().optional(),
  short: z.string().optional(),
});

export const itemStanding = z.object({
  item: z.string(),
  verdict,
  points: z.number(),
  of: z.number(),
  bonus: z.number(),
  warnings: z.number().int(),
  checks: z.array(checkStanding),
});

/** The whole standing of one organization, the shape of @hujian/engine Standing. */
export const standing = z.object({
  organization: id,
  edition: z.string(),
  revision: z.number().int(),
  asOf: day,
  knownAt: moment,
  points: z.number(),
  possible: z.number(),
  fullMarks: z.number(),
  bonus: z.number(),
  met: z.number().int(),
  unmet: z.number().int(),
  notApplicable: z.number().int(),
  notKnown: z.number().int(),
  warnings: z.number().int(),
  blocked: z.array(z.string()),
  items: z.array(itemStanding),
});
export type StandingView = z.output<typeof standing>;

export const standingQuery = z.object({
  edition: z.string().max(120).optional(),
  asOf: day.optional(),
  evaluation: idParam.optional(),
});

/** GET /standings/:organization */
export const standingPage = z.object({
  organization: z.object({ id, name: z.string(), level, kind: z.string().nullable() }),
  edition: z.object({ id: z.string(), title: z.string(), revision: z.number().int() }),
  asOf: day,
  knownAt: moment,
  standing,
  items: z.array(
    z.object({
      code: z.string(),
      number: z.string(),
      title: z.string(),
      chapter: z.string(),
      text: z.string(),
      checks: z.array(z.object({ id: z.string(), title: z.string(), sentence: z.string() })),
    }),
  ),
  band,
  can,
});
export type StandingPage = z.output<typeof standingPage>;

export const traceQuery = standingQuery.extend({
  organization: idParam,
  item: z.string().max(80),
  check: z.string().max(80),
  ...pageQuery.shape,
});

const parameterValue = z.object({ value: z.number(), from: day, basis: z.unknown() });

/** GET /trace: why a verdict is what it is, down to the rows. Rows are paged by `next`. */
export const trace = z.object({
  organization: z.object({ id, name: z.string() }),
  edition: z.object({ id: z.string(), title: z.string(), revision: z.number().int() }),
  asOf: day,
  knownAt: moment,
  item: z.string(),
  itemTitle: z.string(),
  check: z.string(),
  checkTitle: z.string(),
  sentence: z.string(),
  formula: z.string(),
  window: z.object({
    label: z.string(),
    from: day.nullable(),
    until: day.nullable(),
    periods: z.array(
      z.object({ label: z.string(), from: day, until: day, covered: z.boolean(), count: z.number() }),
    ),
  }),
  bound: z
    .object({
      word: z.string(),
      value: z.number(),
      inclusive: z.boolean(),
      parameter: z
        .object({
          name: z.string(),
          title: z.string(),
          unit: z.string(),
          base: parameterValue,
          local: parameterValue.extend({ organization: z.string() }).optional(),
        })
        .optional(),
    })
    .nullable(),
  /** All bounds in Chinese, and whether the number itself counts. */
  boundary: z.string().nullable(),
  /** What was found, in Chinese; null where `why` tells that it does not apply or is not known. */
  facts: z.string().nullable(),
  why: z.string().optional(),
  measured,
  verdict,
  points: z.number(),
  of: z.number(),
  rows: z.array(
    z.object({
      table: z.string(),
      id: z.number().int(),
      day: day.nullable(),
      title: z.string(),
      counts: z.boolean(),
      note: z.string().optional(),
    }),
  ),
  rowsTotal: z.number().int(),
  missing: z.array(z.object({ label: z.string(), text: z.string() })),
  lineage: z.array(z.object({ organization: id, name: z.string(), way: z.string(), on: day })).optional(),
  late: z.number().int().optional(),
  next: z.string().nullable(),
});
export type TraceView = z.output<typeof trace>;

export const evaluationBody = z.strictObject({ scope: id, edition: z.string().max(120), asOf: day });

/** A saved run over a subtree; a job, so `state` and `done` move. */
export const evaluation = z.object({
  id,
  scope: z.object({ id, name: z.string() }),
  edition: z.string(),
  editionTitle: z.string(),
  revision: z.number().int(),
  asOf: day,
  knownAt: moment,
  state: z.enum(['running', 'done', 'failed']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  sha256: z.string().nullable(),
  message: z.string().nullable(),
  enteredBy: z.string(),
  enteredAt: moment,
  can,
});
export type EvaluationView = z.output<typeof evaluation>;
