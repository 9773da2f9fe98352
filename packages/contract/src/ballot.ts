import * as z from 'zod';
import { can, day, id, idParam, line, pageQuery } from './common.ts';

/** Ballots. GET /ballots?organization= (page) · POST /ballots · GET /ballots/:ballot · POST …/slips · POST …/close. */
export const ballotBody = z.object({
  organization: id,
  round: id.nullable(),
  about: z.string().max(40),
  title: line(80),
  opensOn: day,
  closesOn: day,
  slips: z.number().int().min(1).max(2000),
});
export const ballotParams = z.object({ ballot: idParam });
export const ballotRow = z.object({
  id,
  organization: z.object({ id, name: z.string() }),
  round: id.nullable(),
  about: z.string(),
  aboutTitle: z.string(),
  title: z.string(),
  opensOn: day,
  closesOn: day,
  slips: z.number().int(),
  state: z.enum(['open', 'closed']),
  /** Whether ten are in; how many exactly is told when it is closed. */
  enough: z.boolean(),
  /** null below ten slips, and until it is closed. */
  sums: z
    .object({ satisfied: z.number().int(), basically: z.number().int(), dissatisfied: z.number().int() })
    .nullable(),
  can,
});
export type BallotRow = z.output<typeof ballotRow>;
export const ballotsQuery = pageQuery.extend({ organization: idParam, round: idParam.optional() });
/** Printed once: the tokens are nowhere kept, asking again makes all unused ones void. */
export const slipsMade = z.object({ slips: z.array(z.string()) });
/** GET /public/slips/:slip · POST /public/slips/:slip {vote} */
export const slipParams = z.object({ slip: z.string().regex(/^[\w-]{16,64}$/) });
export const slipShown = z.object({
  title: z.string(),
  organization: z.string(),
  aboutTitle: z.string(),
  state: z.enum(['open', 'used', 'early', 'closed']),
  opensOn: day,
  closesOn: day,
});
export type SlipShown = z.output<typeof slipShown>;
export const voteBody = z.object({ vote: z.enum(['satisfied', 'basically', 'dissatisfied']) });
