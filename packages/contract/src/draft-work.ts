import * as z from 'zod';
import { basis, day, kind, line, text } from './common.ts';
import { standardLevel } from './library.ts';

/** The working edition of @hujian/drafting, as it crosses. */

export const sourceAt = z.union([
  z.object({ paragraph: z.number().int() }),
  z.object({ sheet: z.string(), row: z.number().int() }),
]);

/** A check as an edition file writes it; the server reads it with the engine and answers with its errors. */
export const checkSource = z.record(z.string(), z.unknown());
export const strictness = z.enum(['must', 'normally', 'encouraged']);
export const supplies = z.enum(['branch', 'township', 'county', 'panel', 'poll']);
export const proposalState = z.enum(['proposed', 'accepted', 'changed', 'on-site', 'dropped']);

export const proposal = z.object({
  id: z.string(),
  state: proposalState,
  words: z.string(),
  at: sourceAt.nullable(),
  sentence: z.string(),
  check: checkSource.nullable(),
  why: z.string().nullable(),
  movement: z.string().optional(),
});

export const workItem = z.object({
  key: z.string(),
  code: z.string(),
  number: z.string(),
  title: z.string(),
  text: z.string(),
  points: z.number(),
  strictness,
  veto: z.boolean(),
  supplies: supplies.nullable(),
  at: sourceAt.nullable(),
  proposals: z.array(proposal),
  rest: z.record(z.string(), z.unknown()).optional(),
});

export const workParameter = z.object({
  title: line(80),
  unit: line(20),
  tighten: z.enum(['up', 'down', 'never']),
  values: z
    .array(z.object({ from: day.nullable(), value: z.number(), basis: basis.nullable() }))
    .min(1)
    .max(20),
});

export const work = z.object({
  title: z.string(),
  kind: kind.nullable(),
  level: standardLevel,
  fullMarks: z.number().nullable(),
  parameters: z.record(z.string(), workParameter),
  chapters: z.array(z.object({ number: z.string(), title: z.string(), items: z.array(workItem) })),
  left: z.array(z.object({ text: z.string(), why: z.string(), at: sourceAt.nullable() })),
  header: z.record(z.string(), z.unknown()).optional(),
});
export type DraftWork = z.output<typeof work>;
export type DraftWorkItem = z.output<typeof workItem>;
export type DraftProposal = z.output<typeof proposal>;

const key = z.string().regex(/^[a-z]\d{1,5}$/);
const itemCode = z
  .string()
  .max(24)
  .regex(/^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/, '条目编号用字母、数字和连字符，例如 QS-01。');
const itemFields = {
  code: itemCode,
  number: line(24),
  title: line(120),
  text: text(20_000),
  points: z.number().min(0).max(10_000),
  strictness,
  veto: z.boolean(),
  supplies: supplies.nullable(),
};
export const parameterName = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/, '参数名以小写字母开头，只用字母和数字。');

/** One decision of the officer about a working edition. Several go in one request and are taken together or not at all. */
export const draftChange = z.discriminatedUnion('do', [
  /** `accepted` needs a check; `on-site` keeps the words for the eye. */
  z.strictObject({
    do: z.literal('decide'),
    item: key,
    proposal: key,
    state: z.enum(['proposed', 'accepted', 'on-site', 'dropped']),
  }),
  /** Accepts every open proposal that has a check; leaves those that could not be placed to be judged on site when asked to. */
  z.strictObject({
    do: z.literal('accept-all'),
    items: z.array(key).max(2000).optional(),
    restOnSite: z.boolean().optional(),
  }),
  /** A check out of the form; the proposal becomes `changed`. */
  z.strictObject({ do: z.literal('change-check'), item: key, proposal: key, check: checkSource }),
  z.strictObject({ do: z.literal('add-check'), item: key, check: checkSource }),
  z.strictObject({
    do: z.literal('change-item'),
    item: key,
    set: z.strictObject(itemFields).partial(),
  }),
  z.strictObject({
    do: z.literal('add-item'),
    chapter: z.number().int().min(0),
    /** Behind this item; null: first in the chapter; left out: last. */
    after: key.nullable().optional(),
    item: z.strictObject(itemFields).partial().required({ title: true }),
    /** Index of the paragraph that was in no item and now is this one. */
    left: z.number().int().min(0).optional(),
  }),
  z.strictObject({ do: z.literal('remove-item'), item: key }),
  z.strictObject({ do: z.literal('set-parameter'), name: parameterName, parameter: workParameter }),
  /** Refused while a check uses it. */
  z.strictObject({ do: z.literal('remove-parameter'), name: parameterName }),
  z.strictObject({
    do: z.literal('change-edition'),
    set: z
      .strictObject({
        title: line(120),
        kind,
        level: standardLevel,
        fullMarks: z.number().min(0).max(100_000).nullable(),
      })
      .partial(),
  }),
]);
export type DraftChange = z.output<typeof draftChange>;

/** POST /drafts/:id/decisions; `version` is that of the draft the officer saw (another one: 409). */
export const draftDecisionsBody = z.strictObject({
  version: z.number().int(),
  changes: z.array(draftChange).min(1).max(500),
});
