import * as z from 'zod';

/** A global numeric id of the database. */
export const id = z.number().int().positive();
/** An id out of a path or a query string. */
export const idParam = z.coerce.number().int().positive();
/** A calendar day 'YYYY-MM-DD' in Chinese local time. */
export const day = z.iso.date();
/** An instant, ISO 8601 with offset. */
export const moment = z.iso.datetime({ offset: true });
/** One line of text as people write it: trimmed, not empty, at most `max` characters, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, '不能含有换行或控制字符。');
/** Several lines of text; may be empty. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u, '不能含有控制字符。');
/** A code of standards/vocabulary.yaml. */
export const code = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '应为词汇表中的代码（小写字母、数字和连字符）。');
export const flag = z.stringbool();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const level = z.enum(['province', 'city', 'county', 'township', 'village', 'group']);
export const form = z.enum(['committee', 'general-branch', 'branch', 'group', 'office']);
export const kind = z.enum(['agency', 'rural', 'community', 'soe', 'private', 'school']);
export const register = z.enum([
  'roster',
  'posts',
  'activities',
  'trainings',
  'figures',
  'documents',
  'events',
  'polls',
  'ratings',
]);
export const band = z.enum(['A', 'B', 'C', 'D', 'unknown']);
export const verdict = z.enum(['met', 'unmet', 'not-applicable', 'not-known']);

export type Level = z.output<typeof level>;
export type Form = z.output<typeof form>;
export type Kind = z.output<typeof kind>;
export type Register = z.output<typeof register>;
export type Band = z.output<typeof band>;
export type Verdict = z.output<typeof verdict>;

/** Keyset paging: `after` is the opaque `next` of the page before. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
});

/** A page of rows; `total` only where counting is cheap. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.number().int().optional() });

export type Page<Row> = { rows: Row[]; next: string | null; total?: number | undefined };

/** Permission names valid on the object shown beside it. */
export const can = z.array(z.string());

/** What a rule or a decision rests on: document, number, issuer, date. */
export const basis = z.object({
  document: line(200),
  number: line(80).optional(),
  issuer: line(120).optional(),
  date: day.optional(),
  note: text(500).optional(),
});
export type Basis = z.output<typeof basis>;

/** The answer to every refused request. `message` is Chinese: what happened, where, what to do. */
export const problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});
export type ProblemBody = z.output<typeof problem>;

export const done = z.object({ ok: z.literal(true) });
