import * as z from 'zod';
import { day, id, moment } from './common.ts';
import { roundWeights, unitClass } from './round.ts';

const code = z.string();

/** The document that allows places to be given. */
export const resultBasis = z.object({
  document: z.string(),
  number: z.string(),
  issuer: z.string(),
  validUntil: day,
});

/**
 * Everything that the outcome is computed from, and nothing else: `outcomeOf(packet)` of @hujian/panel gives the outcome
 * again, to the last digit. Units by their codes; panelists by p1, p2, … (who they are stays with the round).
 */
export const resultPacket = z.object({
  format: z.literal('hujian result/1'),
  round: z.object({
    id,
    title: z.string(),
    holder: z.string(),
    periodFrom: day,
    periodUntil: day,
    version: z.number().int(),
    edition: z.string(),
    revision: z.string(),
    standingEdition: z.string().nullable(),
    standingRevision: z.string().nullable(),
    standingAsOf: day.nullable(),
    standingKnownAt: moment.nullable(),
  }),
  weights: roundWeights,
  weightsPublishedAt: moment,
  basis: resultBasis.nullable(),
  tieRule: z.string(),
  units: z.array(
    z.object({
      code,
      name: z.string(),
      parent: z.string().nullable(),
      class: unitClass.nullable(),
      /** Points of what is known; `possible` 0: nothing is known. */
      standing: z
        .object({
          points: z.number(),
          possible: z.number(),
          notKnownShare: z.number(),
          blocked: z.array(z.string()),
        })
        .nullable(),
      poll: z
        .object({
          slips: z.number().int(),
          satisfied: z.number().int(),
          basically: z.number().int(),
          dissatisfied: z.number().int(),
        })
        .nullable(),
    }),
  ),
  ratings: z.array(
    z.object({
      panelist: z.string(),
      unit: code,
      item: z.string(),
      score: z.number(),
      home: z.string().optional(),
    }),
  ),
  /** By a person, with a reason; they stand beside what was computed and are part of the total. */
  adjustments: z.array(
    z.object({ unit: code, points: z.number(), reason: z.string(), by: z.string(), at: moment }),
  ),
});
export type ResultPacket = z.output<typeof resultPacket>;

/** What the panel gave a unit: as it stands on the sheets, and with each panelist's severity taken out. */
const unitRating = z.object({
  raw: z.number(),
  fair: z.number(),
  low: z.number(),
  high: z.number(),
  sheets: z.number().int(),
});

/** What a unit comes to; of all of it null where it is not known. */
export const unitOutcome = z.object({
  standing: z.number().nullable(),
  rating: unitRating.nullable(),
  poll: z.number().nullable(),
  adjustment: z.number(),
  /** Of 100; null when nothing of it is known. A part that is not known leaves its weight to the others. */
  total: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** null without a basis on file. */
  rankLow: z.number().int().nullable(),
  rankHigh: z.number().int().nullable(),
  band: z.string().nullable(),
});

export const resultOutcome = z.object({
  ranked: z.boolean(),
  units: z.array(unitOutcome.extend({ code, weightKnown: z.number() })),
  panelists: z.array(
    z.object({
      panelist: z.string(),
      severity: z.number(),
      consistency: z.number().nullable(),
      sheets: z.number().int(),
      flags: z.array(z.string()),
    }),
  ),
  kendallW: z.number().nullable(),
  warnings: z.array(z.string()),
});
export type ResultOutcome = z.output<typeof resultOutcome>;
