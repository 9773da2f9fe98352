import * as z from 'zod';
import { day, idParam, line, moment, sha256, text } from './common.ts';

export const noticeState = z.enum(['open', 'ended', 'withdrawn']);
export const objectionState = z.enum(['open', 'upheld', 'rejected']);

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
  state: noticeState,
  contact: z.string(),
  basis: z.string().nullable(),
  weights: z.string(),
  /** By code within a band; without a ranking all under one heading. */
  bands: z.array(
    z.object({ title: z.string(), units: z.array(z.object({ code: z.string(), name: z.string() })) }),
  ),
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
  state: objectionState,
  answer: z.string().nullable(),
  at: moment,
});
export type ObjectionAnswer = z.output<typeof objectionAnswer>;

/** POST /objections/:objection/answer. `upheld` and not yet published: the result goes back to be computed again. */
export const objectionParams = z.object({ objection: idParam });
export const answerBody = z.object({ upheld: z.boolean(), answer: text(2000) });
/** POST /objections/:objection/contact {reason} → the sealed contact in full (audited). */
export const contactBody = z.object({ reason: line(200) });
export const contactShown = z.object({ contact: z.string() });
