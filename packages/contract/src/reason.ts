import * as z from 'zod';
import { day, id, idParam, moment, text } from './common.ts';

/** What answers a warning: why that which is normally asked was not done here. Moves no points. */
export const warningReason = z.object({
  id,
  organization: id,
  standard: z.string(),
  item: z.string(),
  check: z.string(),
  reason: z.string(),
  holdsUntil: day,
  givenBy: z.string(),
  enteredAt: moment,
});
export const warningReasons = z.object({ rows: z.array(warningReason), can: z.array(z.string()) });
export const warningReasonsQuery = z.object({ standard: z.string().max(80).optional() });
export const warningReasonBody = z.object({
  edition: z.string().max(120),
  item: z.string().max(40),
  check: z.string().max(80),
  reason: text(500).min(4, '请把原因写清楚，至少4个字。'),
});
export const warningReasonPlace = z.object({ organization: idParam });

export type WarningReason = z.output<typeof warningReason>;
export type WarningReasons = z.output<typeof warningReasons>;
export type WarningReasonBody = z.output<typeof warningReasonBody>;
