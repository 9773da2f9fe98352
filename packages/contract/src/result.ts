import * as z from 'zod';
import { can, day, id, idParam, line, moment, pageQuery, text } from './common.ts';
import { roundWeights } from './round.ts';

export const resultState = z.enum([
  'draft',
  'submitted',
  'returned',
  'accepted',
  'noticed',
  'objected',
  'published',
]);
export type ResultState = z.output<typeof resultState>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const code = z.string();

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
  basis: z
    .object({ document: z.string(), number: z.string(), issuer: z.string(), validUntil: day })
    .nullable(),
  tieRule: z.string(),
  units: z.array(
    z.object({
      code,
      name: z.string(),
      parent: z.string().nullable(),
      class: z.enum(['leading', 'middle', 'lagging']).nullable(),
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

export const resultOutcome = z.object({
  ranked: z.boolean(),
  units: z.array(
    z.object({
      code,
      standing: z.number().nullable(),
      rating: z
        .object({
          raw: z.number(),
          fair: z.number(),
          low: z.number(),
          high: z.number(),
          sheets: z.number().int(),
        })
        .nullable(),
      poll: z.number().nullable(),
      adjustment: z.number(),
      /** Of 100; null when nothing of it is known. A part that is not known leaves its weight to the others. */
      total: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      weightKnown: z.number(),
      /** null without a basis on file. */
      rankLow: z.number().int().nullable(),
      rankHigh: z.number().int().nullable(),
      band: z.string().nullable(),
    }),
  ),
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

/** GET /rounds/:round/result → resultFull; POST /rounds/:round/result computes it (again, while it is a draft). */
export const resultUnit = z.object({
  organization: z.object({ id, name: z.string(), parentName: z.string() }),
  class: z.enum(['leading', 'middle', 'lagging']).nullable(),
  standing: z.number().nullable(),
  notKnownShare: z.number().nullable(),
  rating: z
    .object({
      raw: z.number(),
      fair: z.number(),
      low: z.number(),
      high: z.number(),
      sheets: z.number().int(),
    })
    .nullable(),
  poll: z.number().nullable(),
  adjustment: z.number(),
  adjustments: z.array(z.object({ points: z.number(), reason: z.string(), by: z.string(), at: moment })),
  total: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  rankLow: z.number().int().nullable(),
  rankHigh: z.number().int().nullable(),
  band: z.string().nullable(),
});
export type ResultUnit = z.output<typeof resultUnit>;

export const resultStep = z.object({
  step: z.string(),
  /** Chinese. */
  title: z.string(),
  organization: z.string().nullable(),
  note: z.string(),
  by: z.string(),
  at: moment,
  sha256,
});

/**
 * can: 'result.compute', 'result.adjust', 'result.submit', 'result.accept', 'result.return', 'result.notice',
 * 'result.publish', 'result.correct', 'objection.answer' (one is open), 'objection.contact'. Whoever stands below sees the
 * own unit in full and of the others names and bands.
 */
export const resultFull = z.object({
  id,
  round: z.object({ id, title: z.string(), organization: z.object({ id, name: z.string() }) }),
  state: resultState,
  version: z.number().int(),
  sha256,
  ranked: z.boolean(),
  basis: z
    .object({ document: z.string(), number: z.string(), issuer: z.string(), validUntil: day })
    .nullable(),
  weights: roundWeights,
  weightsPublishedAt: moment,
  tieRule: z.string(),
  approver: z.object({ id, name: z.string() }).nullable(),
  units: z.array(resultUnit),
  /** Only to those who manage the round: who was strict, and what a person should look at. */
  panelists: z
    .array(
      z.object({
        panelist: z.string(),
        name: z.string(),
        severity: z.number(),
        consistency: z.number().nullable(),
        sheets: z.number().int(),
        /** Chinese sentences. */
        flags: z.array(z.string()),
      }),
    )
    .nullable(),
  kendallW: z.number().nullable(),
  warnings: z.array(z.string()),
  steps: z.array(resultStep),
  notices: z.array(
    z.object({
      id,
      slug: z.string(),
      title: z.string(),
      fromDay: day,
      untilDay: day,
      workingDays: z.number().int(),
      state: z.enum(['open', 'ended', 'withdrawn']),
    }),
  ),
  objections: z.array(
    z.object({
      id,
      unit: z.string().nullable(),
      about: z.string(),
      person: z.string(),
      hasContact: z.boolean(),
      state: z.enum(['open', 'upheld', 'rejected']),
      answer: z.string().nullable(),
      at: moment,
      answeredAt: moment.nullable(),
    }),
  ),
  corrections: z.array(
    z.object({
      id,
      unit: z.string().nullable(),
      before: z.string(),
      after: z.string(),
      reason: z.string(),
      by: z.string(),
      at: moment,
    }),
  ),
  can,
});
export type ResultFull = z.output<typeof resultFull>;

export const computeBody = z.object({ standingAsOf: day.optional() });
export const resultParams = z.object({ result: idParam });
/** POST /results/:result/adjust — an adjustment of one unit's total, with its reason; 0 takes an earlier one back. */
export const adjustBody = z.object({
  version: z.number().int(),
  organization: id,
  points: z.number().min(-20).max(20),
  reason: line(300),
});
/** POST /results/:result/{submit,accept,return,publish}. Objections that are open stop accept and publish. */
export const stepBody = z.object({ version: z.number().int(), note: text(1000).optional() });
/** POST /results/:result/notice */
export const noticeBody = z.object({
  version: z.number().int(),
  title: line(80),
  workingDays: z.number().int().min(3).max(30).default(5),
  fromDay: day.optional(),
  contact: line(200),
});
/** POST /results/:result/correct */
export const correctResultBody = z.object({
  organization: id.nullable(),
  before: line(300),
  after: line(300),
  reason: line(500),
});
/** POST /objections/:objection/answer. `upheld` and not yet published: the result goes back to be computed again. */
export const objectionParams = z.object({ objection: idParam });
export const answerBody = z.object({ upheld: z.boolean(), answer: text(2000) });
/** POST /objections/:objection/contact {reason} → the sealed contact in full (audited). */
export const contactBody = z.object({ reason: line(200) });
export const contactShown = z.object({ contact: z.string() });
/** GET /results/waiting → results that wait for this actor's approval (page); GET /results/:result/packet → file. */
export const waitingResult = z.object({
  id,
  round: z.object({ id, title: z.string() }),
  organization: z.object({ id, name: z.string() }),
  submittedAt: moment,
  units: z.number().int(),
});
export type WaitingResult = z.output<typeof waitingResult>;
export const waitingQuery = pageQuery;

/** GET /public/notices/:slug — without sign-in. Names of organizations and bands, no points, no people. */
export const publicNotice = z.object({
  title: z.string(),
  holder: z.string(),
  round: z.string(),
  theme: z.string(),
  period: z.string(),
  fromDay: day,
  untilDay: day,
  workingDays: z.number().int(),
  state: z.enum(['open', 'ended', 'withdrawn']),
  contact: z.string(),
  basis: z.string().nullable(),
  weights: z.string(),
  /** By code within a band; without a ranking all under one heading. */
  bands: z.array(z.object({ title: z.string(), units: z.array(z.object({ code, name: z.string() })) })),
  practices: z.array(z.object({ organization: z.string(), title: z.string() })),
  sha256,
  corrections: z.array(
    z.object({
      unit: z.string().nullable(),
      before: z.string(),
      after: z.string(),
      reason: z.string(),
      on: day,
    }),
  ),
  published: z.boolean(),
});
export type PublicNotice = z.output<typeof publicNotice>;
/** POST /public/notices/:slug/objections → the code with which the answer is read. */
export const objectionBody = z.object({
  unit: z.string().max(40).nullable(),
  about: text(2000).pipe(z.string().min(5)),
  person: text(40),
  contact: text(60),
});
export const objectionMade = z.object({ code: z.string() });
/** POST /public/objections {code} → the answer, or that there is none yet. */
export const objectionAsk = z.object({ code: z.string().min(8).max(40) });
export const objectionAnswer = z.object({
  state: z.enum(['open', 'upheld', 'rejected']),
  answer: z.string().nullable(),
  at: moment,
});

export type ObjectionAnswer = z.output<typeof objectionAnswer>;
