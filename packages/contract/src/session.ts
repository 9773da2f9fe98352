import * as z from 'zod';
import { can, day, id, idParam, line, moment, pageQuery, text } from './common.ts';
import { entryBody, entryKind } from './visit-entry.ts';

const uuid = z.uuid();

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
      /** Of the sheets' means, with the quartiles; null below three sheets. */
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
