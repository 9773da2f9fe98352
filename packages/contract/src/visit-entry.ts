import * as z from 'zod';
import { id, moment, sha256, text } from './common.ts';

export { entryText, receiptText } from './entry-text.ts';

const uuid = z.uuid();

/** What a panelist puts down: one entry for each tap. */
export const entryKind = z.enum([
  'score',
  'hear',
  'examine',
  'look',
  'discuss',
  'finding',
  'practice',
  'photo',
  'submit',
]);
export type EntryKind = z.output<typeof entryKind>;
const item = z.string().max(120).nullable();

/** Bodies by kind. `gone: true` takes a finding, practice, photo or note back; the entry itself stays. */
export const entryBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('score'),
    /** null: looked at, could not be judged. */
    score: z.number().min(0).max(100).nullable(),
    /** Does what was found agree with what the records say; null: not said. */
    agrees: z.boolean().nullable(),
    note: text(1000),
  }),
  z.object({ kind: z.literal('hear'), speaker: text(80), text: text(4000) }),
  z.object({
    kind: z.literal('examine'),
    archive: text(200),
    found: text(2000),
    gone: z.boolean(),
  }),
  z.object({ kind: z.literal('look'), place: text(200), found: text(2000), gone: z.boolean() }),
  z.object({ kind: z.literal('discuss'), question: text(1000), answer: text(2000), gone: z.boolean() }),
  z.object({
    kind: z.literal('finding'),
    text: text(2000),
    severity: z.enum(['light', 'plain', 'grave']),
    gone: z.boolean(),
  }),
  z.object({ kind: z.literal('practice'), title: text(100), text: text(2000), gone: z.boolean() }),
  z.object({ kind: z.literal('photo'), file: uuid, caption: text(200), gone: z.boolean() }),
  /** The sheet is handed in; a later score takes it back. */
  z.object({ kind: z.literal('submit'), done: z.boolean() }),
]);
export type EntryBody = z.output<typeof entryBody>;

/**
 * An entry as the phone keeps and sends it. `field` is what it replaces: 'score/<item code>', 'hear', 'finding/<uuid>',
 * 'submit'. Of several for one field the one with the highest `clock` counts, then the greater `device`, then `id`.
 */
export const visitEntry = z.object({
  id: uuid,
  visit: id,
  field: z.string().min(1).max(160),
  item,
  body: entryBody,
  /** A logical clock: one more than the highest that the phone has seen. */
  clock: z.number().int().positive().max(1e12),
  device: z.string().regex(/^[\w-]{4,40}$/),
  /** The round's version that the phone knew. */
  version: z.number().int(),
  /** By the phone's own clock, which may be wrong. */
  madeAt: moment,
});
export type VisitEntry = z.output<typeof visitEntry>;

/**
 * POST /rating/entries. Any order, any number of times. Each is looked at by itself: what is no `visitEntry` is refused
 * alone, the rest is taken. The receipt's hash is of `entryText(entry)` as it was sent.
 */
export const entriesBody = z.object({
  /** Whose they are; refused as a whole (409) when somebody else has signed in on that phone meanwhile. */
  account: z.string().max(80).optional(),
  entries: z
    .array(z.looseObject({ id: uuid }))
    .min(1)
    .max(500),
});
/** `known`: the `now` of the last answer this phone had; absent: all that other phones sent for the same visits. */
export const entriesQuery = z.object({ known: moment.optional() });

/**
 * What the server has for good. The signature (ECDSA P-256, SHA-256, IEEE P1363, base64url) covers the text
 * `hujian receipt\n<at>\n<account>\n` and then `<id> <sha256>\n` for each line: `receiptText` of this package.
 */
export const receipt = z.object({
  at: moment,
  account: z.string(),
  lines: z.array(z.object({ id: uuid, sha256 })),
  key: z.string(),
  signature: z.string(),
});
export type Receipt = z.output<typeof receipt>;

export const entriesTaken = z.object({
  receipt,
  /** Refused for good, with words for the panelist; the phone keeps them and shows why. */
  refused: z.array(z.object({ id: uuid, code: z.string(), message: z.string() })),
  /** Taken, but they do not count: an item the round no longer judges, a session that is closed. */
  told: z.array(z.object({ id: uuid, message: z.string() })),
  /** What this panelist put down for these visits on other phones since `known`; some may come twice. */
  others: z.array(visitEntry),
  now: moment,
});
export type EntriesTaken = z.output<typeof entriesTaken>;
