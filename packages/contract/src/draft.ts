import * as z from 'zod';
import { band, basis, can, day, id, idParam, kind, line, moment, pageQuery, verdict } from './common.ts';
import { checkSource, sourceAt, work } from './draft-work.ts';
import { standardLevel } from './library.ts';

/** Everything under /drafts needs the permission `draft.manage`. */

export const draftState = z.enum(['open', 'published', 'dropped']);
const place = z.object({ id, name: z.string() });

export const draftRow = z.object({
  id,
  organization: place,
  title: z.string(),
  kind: kind.nullable(),
  level: standardLevel,
  fileName: z.string(),
  format: z.enum(['docx', 'xlsx', 'text', 'yaml']),
  sha256: z.string(),
  size: z.number().int(),
  state: draftState,
  version: z.number().int(),
  chapters: z.number().int(),
  items: z.number().int(),
  /** Proposals by state. */
  proposals: z.object({
    proposed: z.number().int(),
    accepted: z.number().int(),
    changed: z.number().int(),
    'on-site': z.number().int(),
    dropped: z.number().int(),
  }),
  left: z.number().int(),
  /** The edition that it became. */
  edition: z.string().nullable(),
  enteredBy: z.string(),
  enteredAt: moment,
  changedAt: moment,
  can,
});
export type DraftRow = z.output<typeof draftRow>;

/** GET /drafts */
export const draftsQuery = pageQuery.extend({ state: draftState.optional() });

/**
 * POST /drafts, multipart: file, organization, again ('true' to read the same bytes once more). A file may hold
 * several standards: one draft for each. `earlier`: drafts of the same bytes that are there already; then, without
 * `again`, nothing is read and `drafts` is empty.
 */
export const draftUploaded = z.object({ drafts: z.array(draftRow), earlier: z.array(draftRow) });
export type DraftUploaded = z.output<typeof draftUploaded>;

/** What the publishing form begins with. */
export const draftHeader = z.object({
  standard: z.string(),
  label: z.string(),
  inForce: day,
  basis: z.array(basis),
  follows: z.string().nullable(),
});

/** GET /drafts/:id, and the answer to every change. */
export const draft = draftRow.extend({
  work,
  /** What the reader had to do to the file before it could be read. */
  notes: z.array(z.object({ text: z.string(), at: sourceAt.optional() })),
  header: draftHeader,
  /** Formula and boundary of every check, keyed '<item key>/<proposal id>'; absent where it cannot be read, with `errors`. */
  checks: z.record(
    z.string(),
    z.object({
      sentence: z.string(),
      formula: z.string(),
      bound: z.string().nullable(),
      errors: z.array(z.string()),
    }),
  ),
  /** Chinese sentences: points that do not add up and the like, to be shown above the items. */
  remarks: z.array(z.object({ item: z.string().nullable(), text: z.string() })),
});
export type Draft = z.output<typeof draft>;

const paragraph = z.object({
  type: z.literal('paragraph'),
  text: z.string(),
  at: sourceAt,
  number: z.string().optional(),
  level: z.number().optional(),
  outline: z.number().optional(),
  bold: z.boolean().optional(),
  centred: z.boolean().optional(),
});
const cell = z.object({
  text: z.string(),
  column: z.number().int(),
  columnSpan: z.number().int(),
  rowSpan: z.number().int(),
  at: sourceAt,
});
const table = z.object({
  type: z.literal('table'),
  sheet: z.string().optional(),
  columns: z.number().int(),
  rows: z.array(z.object({ at: sourceAt, cells: z.array(cell) })),
});

/** GET /drafts/:id/source?after=: the file in reading order, for the left side, 500 blocks (or rows of a table) at a time. */
export const draftSource = z.object({
  format: z.string(),
  blocks: z.array(z.union([paragraph, table])),
  next: z.string().nullable(),
});
export type DraftSource = z.output<typeof draftSource>;
export const draftSourceQuery = z.object({ after: z.string().max(40).optional() });

/** POST /drafts/:id/try: what a check means and gives for up to three organizations of the own subtree. */
export const tryCheckBody = z.strictObject({
  check: checkSource,
  /** Item that it stands in; null: alone, with one point. */
  item: z.string().max(10).nullable(),
  organizations: z.array(id).max(3),
  asOf: day.optional(),
});
export const tryCheckResult = z.object({
  /** Chinese, for the form: path is a key of the check. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  sentence: z.string().nullable(),
  formula: z.string().nullable(),
  bound: z.string().nullable(),
  results: z.array(
    z.object({
      organization: place,
      verdict,
      points: z.number(),
      of: z.number(),
      /** What is recorded, what is missing or why it cannot be said. */
      lines: z.array(z.string()),
    }),
  ),
});
export type TryCheckResult = z.output<typeof tryCheckResult>;

export const finding = z.object({
  rule: z.string(),
  weight: z.enum(['error', 'warning', 'note']),
  item: z.string().nullable(),
  check: z.string().nullable(),
  text: z.string(),
  basis: basis.extend({ from: day.optional() }).nullable(),
});
/** GET /drafts/:id/lint; `undecided` and `errors` are what stands in the way of publishing. */
export const draftLint = z.object({
  undecided: z.number().int(),
  errors: z.array(z.object({ item: z.string().nullable(), path: z.string(), message: z.string() })),
  findings: z.array(finding),
});
export type DraftLint = z.output<typeof draftLint>;
/** GET /editions/:standard/:label/lint */
export const editionLint = draftLint.pick({ findings: true });

/** GET /drafts/:id/compare?with=<edition>: the answer has the shape of GET /editions/compare. */
export const draftCompareQuery = z.object({ with: line(120) });

const bands = z.record(band, z.number().int());
const tally = z.object({
  met: z.number().int(),
  unmet: z.number().int(),
  notApplicable: z.number().int(),
  notKnown: z.number().int(),
});
/** The draft scored over a subtree on the last quarter ends, beside the edition now in force there. */
export const rehearsalResult = z.object({
  title: z.string(),
  /** null: nothing is in force there of this kind; then nobody moves. */
  against: z.object({ id: z.string(), title: z.string() }).nullable(),
  periods: z.array(
    z.object({
      asOf: day,
      /** Organizations judged under the draft. */
      organizations: z.number().int(),
      bands,
      /** Under the edition in force; only of the last day, null else. */
      before: bands.nullable(),
      up: z.number().int().nullable(),
      down: z.number().int().nullable(),
      /** Mean of points/possible over those that have a band; null: nobody has. */
      meanShare: z.number().nullable(),
      notKnownShare: z.number(),
    }),
  ),
  /** On the last day, the first 200 in the order of their codes. */
  movers: z.array(
    z.object({
      organization: place,
      parentName: z.string().nullable(),
      before: band,
      after: band,
      way: z.enum(['up', 'down']),
      shareBefore: z.number().nullable(),
      shareAfter: z.number().nullable(),
    }),
  ),
  moversTotal: z.number().int(),
  items: z.array(
    tally.extend({
      code: z.string(),
      number: z.string(),
      title: z.string(),
      chapter: z.string(),
      of: z.number(),
      /** Mean part of the points reached where known; null: known nowhere. */
      meanShare: z.number().nullable(),
      /** False: everybody it is known of has the same (at least two known). */
      tellsApart: z.boolean(),
      /** Of those it applies to; 1: cannot be known from the records anywhere. */
      notKnownShare: z.number(),
      /** For each period, the last one last. */
      periods: z.array(tally),
    }),
  ),
  /** Chinese: what could not be rehearsed as it stands, and what was taken instead. */
  notes: z.array(z.string()),
  milliseconds: z.number().int(),
});
export type RehearsalResult = z.output<typeof rehearsalResult>;

/** POST /drafts/:id/rehearsals. organization: the own scope or a place in it. */
export const rehearsalBody = z.strictObject({
  organization: id,
  /** Default: the last four quarter ends. */
  days: z.array(day).min(1).max(8).optional(),
});
/** …/rehearsals and …/rehearsals/:rehearsal; ask again while `running`. */
export const rehearsal = z.object({
  id,
  organization: place,
  days: z.array(day),
  /** Version of the draft that was rehearsed. */
  version: z.number().int(),
  state: z.enum(['running', 'done', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  message: z.string().nullable(),
  result: rehearsalResult.nullable(),
  enteredBy: z.string(),
  enteredAt: moment,
});
export type Rehearsal = z.output<typeof rehearsal>;
/** GET /drafts/:id/rehearsals: newest first, without results. */
export const rehearsals = z.object({ rows: z.array(rehearsal.omit({ result: true })) });

const slug = (what: string, max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, `${what}用小写字母、数字和连字符。`);
/** POST /drafts/:id/publish. The edition's id is `<standard>/<label>-<organization>`, so that no two places collide. */
export const publishBody = z.strictObject({
  version: z.number().int(),
  standard: slug('标准代码', 40),
  label: slug('版本名', 20),
  inForce: day,
  basis: z
    .array(basis.required({ issuer: true, date: true }))
    .min(1)
    .max(10),
  follows: line(120).nullable().optional(),
});
export const published = z.object({ edition: z.string(), revision: z.number().int() });
export type Published = z.output<typeof published>;

/** POST /drafts/:id/drop */
export const dropBody = z.strictObject({ version: z.number().int() });

/**
 * GET /drafts/:id/edition.<format> and GET /editions/:standard/:label/edition.<format>: the edition as a file
 * (a draft: what is accepted so far). The drop zone takes it back.
 */
export const editionFormat = z.enum(['yaml', 'xlsx', 'docx']);

export const draftParams = z.object({ id: idParam });
export const rehearsalParams = z.object({ id: idParam, rehearsal: idParam });
