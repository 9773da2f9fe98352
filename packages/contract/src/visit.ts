import * as z from 'zod';
import { can, day, id, idParam, line, moment, pageQuery, text, verdict } from './common.ts';
import { roundItem, unitClass } from './round.ts';

export { entryText, receiptText } from './entry-text.ts';

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
const uuid = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
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
export interface EntriesBody {
  account?: string;
  entries: VisitEntry[];
}
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

/** POST /rating/files {id, visit, media, size, sha256} → {received}; then POST /rating/files/:file?at=N with bytes. */
export const fileBody = z.object({
  /** As with entries: refused (409) when somebody else is signed in. */
  account: z.string().max(80).optional(),
  id: uuid,
  visit: id,
  media: z.enum(['image/jpeg', 'image/webp', 'image/png']),
  size: z.number().int().min(1).max(5_242_880),
  sha256,
});
export const fileParams = z.object({ file: uuid });
/** The body is at most 256 KiB of the photograph's bytes from the byte `at` on; sent again they change nothing. */
export const filePartQuery = z.object({ at: z.coerce.number().int().min(0).max(5_242_880) });
export const fileTaken = z.object({
  /** Bytes without a gap from the start: where to go on. */
  received: z.number().int(),
  /** Once all is there and its hash is right. */
  receipt: receipt.nullable(),
});
export type FileTaken = z.output<typeof fileTaken>;

const declared = z.object({
  item: z.string(),
  verdict,
  points: z.number(),
  possible: z.number(),
  /** '2026年第三季度党员大会2次，应有3次' — what the records say, in sentences. */
  sentences: z.array(z.string()),
});

/** GET /rating/pack → all that the phone needs in a valley without signal: the panelist's visits of published rounds. */
export const ratingPack = z.object({
  account: z.object({ id: z.string(), name: z.string() }),
  now: moment,
  today: day,
  /** JWK of the key that signs receipts. */
  receiptKey: z.record(z.string(), z.unknown()),
  /**
   * base64url of 32 bytes, one for all rounds: the file for handing over by hand is sealed with it (AES-256-GCM, 12 bytes
   * nonce, nothing authenticated beside, the tag at the end as WebCrypto puts it).
   */
  handOverKey: z.string(),
  /** The highest clock the server has seen from this panelist. */
  clock: z.number().int(),
  rounds: z.array(
    z.object({
      id,
      title: z.string(),
      organization: z.string(),
      theme: z.string(),
      version: z.number().int(),
      edition: z.string(),
      items: z.array(roundItem),
      state: z.string(),
    }),
  ),
  visits: z.array(
    z.object({
      id,
      round: id,
      session: z.object({ id, title: z.string(), closed: z.boolean() }),
      on: day,
      route: z.number().int(),
      turn: z.number().int(),
      organization: z.object({
        id,
        name: z.string(),
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
      }),
      class: unitClass.nullable(),
      /** What to look at in a village of this class. */
      way: z.string(),
      colleagues: z.array(z.string()),
      /** The one-page file in short lines: no identity numbers, no telephones. */
      file: z.array(z.object({ title: z.string(), value: z.string() })),
      declared: z.object({ edition: z.string(), asOf: day, items: z.array(declared) }).nullable(),
      earlier: z.array(z.object({ on: day, kind: z.enum(['finding', 'practice']), text: z.string() })),
    }),
  ),
  /** What the server already has of this panelist for these visits. */
  entries: z.array(visitEntry),
});
export type RatingPack = z.output<typeof ratingPack>;

/**
 * POST /rounds/:round/hand-over (multipart, an officer's): a file that a phone wrote. Its text is JSON
 * `{"hujian":"hand-over/1","account":…,"round":…,"nonce":base64url,"sealed":base64url}`; sealed with the panelist's key it
 * holds `{"entries": VisitEntry[], "files": [{fileBody…, "base64"}]}`. The officer never reads what is in it.
 */
export const handOverTaken = z.object({
  panelist: z.string(),
  entries: z.number().int(),
  added: z.number().int(),
  files: z.number().int(),
  refused: z.array(z.object({ id: uuid, message: z.string() })),
});
export type HandOverTaken = z.output<typeof handOverTaken>;

export const sessionParams = z.object({ session: idParam });
/** GET /sessions/:session/wall — for all to see: no names of panelists, nothing below three sheets. */
export const wall = z.object({
  session: z.object({
    id,
    title: z.string(),
    on: day,
    place: z.string(),
    state: z.enum(['open', 'closed']),
    agenda: z.array(z.string()),
  }),
  round: z.object({ id, title: z.string(), theme: z.string() }),
  /** Grows with every change: asked with ?since= it answers 204-like `changed: false` at once. */
  stamp: z.string(),
  changed: z.boolean(),
  sheets: z.object({ in: z.number().int(), out: z.number().int() }),
  units: z.array(
    z.object({
      visit: id,
      organization: z.object({ id, name: z.string() }),
      in: z.number().int(),
      of: z.number().int(),
      /** Of the sheets' means; null below three sheets. */
      median: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      findings: z.number().int(),
      practices: z.number().int(),
    }),
  ),
  items: z.array(
    z.object({
      code: z.string(),
      number: z.string(),
      title: z.string(),
      scores: z.number().int(),
      median: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
  practices: z.array(z.object({ organization: z.string(), title: z.string(), text: z.string() })),
  findings: z.array(z.object({ organization: z.string(), item: z.string().nullable(), text: z.string() })),
  can,
});
export type Wall = z.output<typeof wall>;
export const wallQuery = z.object({ since: z.string().max(80).optional() });
/** GET /rounds/:round/sessions → rows; POST /sessions/:session {…}; POST /sessions/:session/close */
export const sessionRow = z.object({
  id,
  title: z.string(),
  on: day,
  place: z.string(),
  state: z.enum(['open', 'closed']),
  visits: z.number().int(),
  seats: z.number().int(),
  submitted: z.number().int(),
  agenda: z.array(z.string()),
  minutes: z.string(),
  can,
});
export type SessionRow = z.output<typeof sessionRow>;
export const sessionChangeBody = z.object({
  title: line(80).optional(),
  place: text(100).optional(),
  agenda: z.array(line(200)).max(20).optional(),
  minutes: text(8000).optional(),
});
/** Sheets still out need a reason; they stay out. */
export const closeSessionBody = z.object({ reason: line(300).optional() });

/** GET /rounds/:round/entries?kind=finding|practice… → what was put down, once revealed (page). */
export const revealedQuery = pageQuery.extend({
  kind: entryKind.optional(),
  organization: idParam.optional(),
});
export const revealedEntry = z.object({
  id: uuid,
  organization: z.object({ id, name: z.string() }),
  visit: id,
  kind: entryKind,
  item: z.object({ code: z.string(), title: z.string() }).nullable(),
  body: entryBody,
  /** The panelist's name only to those who manage the round. */
  panelist: z.string().nullable(),
  madeAt: moment,
  receivedAt: moment,
  /** By so many minutes at least the phone's clock was fast (or, below 0, slow); 0: nothing shows it. */
  clockOff: z.number().int(),
});
export type RevealedEntry = z.output<typeof revealedEntry>;
