import * as z from 'zod';
import { day, id, moment, verdict } from './common.ts';
import { roundItem, unitClass } from './round.ts';
import { visitEntry } from './visit-entry.ts';

const uuid = z.uuid();

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
      /** false: a recorder or a liaison, who comes along without a sheet. */
      judges: z.boolean(),
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
