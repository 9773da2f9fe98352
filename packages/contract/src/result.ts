import * as z from 'zod';
import { can, day, id, idParam, line, moment, pageQuery, sha256, text } from './common.ts';
import { noticeState, objectionState } from './objection.ts';
import { resultBasis, unitOutcome } from './result-packet.ts';
import { resultState, roundWeights, unitClass } from './round.ts';

/** GET /rounds/:round/result → resultFull, null where there is none to see yet; POST /rounds/:round/result computes it (again, while it is a draft). */
export const resultUnit = unitOutcome.extend({
  organization: z.object({ id, name: z.string(), parentName: z.string() }),
  class: unitClass.nullable(),
  notKnownShare: z.number().nullable(),
  adjustments: z.array(z.object({ points: z.number(), reason: z.string(), by: z.string(), at: moment })),
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
  basis: resultBasis.nullable(),
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
      state: noticeState,
    }),
  ),
  objections: z.array(
    z.object({
      id,
      unit: z.string().nullable(),
      about: z.string(),
      person: z.string(),
      hasContact: z.boolean(),
      state: objectionState,
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
