import * as z from 'zod';
import { basis, can, code, day, id, kind, line, moment, pageQuery } from './common.ts';

/** GET /vocabulary: codes and their Chinese titles, by table of standards/vocabulary.yaml. */
export const vocabulary = z.looseObject({});

/** GET /terms: words of the sources that need explaining; `name` holds the codes they stand for, `usedIn` item codes. */
export const termRow = z.object({
  chinese: z.string(),
  name: z.string(),
  meaning: z.string(),
  /** Differs from place to place; the reading moves no verdict. */
  local: z.boolean(),
  usedIn: z.array(z.string()),
  /** A locality's own reading, which stands in place of the program's (`base`); null: the program's. */
  own: z
    .object({
      id,
      organization: z.object({ id, name: z.string() }),
      base: z.string().nullable(),
      basis: basis.nullable(),
      enteredBy: z.string(),
      enteredAt: moment,
    })
    .nullable(),
  can,
});
/** `can`: 'draft.manage' where the actor may say how a word is read in his place. */
export const terms = z.object({ rows: z.array(termRow), can });
export type TermRow = z.output<typeof termRow>;

/** POST /terms: how a word is read in a place and below it. POST /terms/:id/withdraw takes it back. */
export const termBody = z.strictObject({
  organization: id,
  chinese: line(40),
  meaning: line(500),
  /** Codes of the vocabulary that it stands for, with spaces between. */
  name: z.string().trim().max(400).optional(),
  basis: basis.optional(),
});

export const standardLevel = z.enum(['basic', 'demonstration', 'scoring-sheet']);

export const editionRow = z.object({
  id: z.string(),
  standard: z.string(),
  label: z.string(),
  title: z.string(),
  kind: z.string(),
  /** The kinds of organizations that it judges; none: all. */
  appliesTo: z.array(z.string()),
  level: standardLevel,
  inForce: day,
  items: z.number().int(),
  fullMarks: z.number(),
  revision: z.number().int(),
  basis: z.array(z.looseObject({})),
  follows: z.string().nullable(),
  adopted: z.boolean(),
  /** The place that published it; null: the program's own library. */
  owner: z.object({ id, name: z.string() }).nullable(),
});
export type EditionRow = z.output<typeof editionRow>;
export const editionRows = z.object({ rows: z.array(editionRow), can });

/** GET /editions/:standard/:label: the edition of @hujian/engine, with each check put into words. */
export const editionPage = z.object({
  id: z.string(),
  revision: z.number().int(),
  sha256: z.string(),
  loadedAt: moment,
  adopted: z.boolean(),
  owner: z.object({ id, name: z.string() }).nullable(),
  edition: z.looseObject({}),
  /** Keyed '<item>/<check>'. */
  sentences: z.record(
    z.string(),
    z.object({ sentence: z.string(), formula: z.string(), bound: z.string().nullable() }),
  ),
  can,
});
export type EditionPage = z.output<typeof editionPage>;

export const editionsCompareQuery = z.object({ a: z.string().max(120), b: z.string().max(120) });

/** GET /editions/compare: the comparison of @hujian/engine. */
export const editionsCompared = z.object({
  a: z.object({ id: z.string(), title: z.string() }),
  b: z.object({ id: z.string(), title: z.string() }),
  comparison: z.unknown(),
});

const localQuery = z.object({
  organization: z.coerce.number().int().positive().optional(),
  ...pageQuery.shape,
});
export const adoptionsQuery = localQuery;
export const localParametersQuery = localQuery;

const place = z.object({ id, name: z.string() });
const entered = { enteredBy: z.string(), enteredAt: moment, withdrawnAt: moment.nullable(), can };

/** Which edition a locality judges by, from when. */
export const adoption = z.object({
  id,
  organization: place,
  edition: z.string(),
  editionTitle: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
  basis,
  ...entered,
});
export type Adoption = z.output<typeof adoption>;
export const adoptionBody = z.strictObject({
  organization: id,
  edition: line(120),
  validFrom: day,
  validUntil: day.nullable().optional(),
  basis,
});

/** A parameter that a locality has tightened for its subtree. */
export const localParameter = z.object({
  id,
  organization: place,
  standard: z.string(),
  parameter: z.string(),
  title: z.string(),
  unit: z.string(),
  value: z.number(),
  base: z.number().nullable(),
  validFrom: day,
  validUntil: day.nullable(),
  basis,
  ...entered,
});
export type LocalParameter = z.output<typeof localParameter>;
export const localParameterBody = z.strictObject({
  organization: id,
  standard: code,
  parameter: line(80),
  value: z.number(),
  validFrom: day,
  validUntil: day.nullable().optional(),
  basis,
});

export const editionKind = kind;
