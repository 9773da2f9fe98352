import * as z from 'zod';
import { can, day, id, idParam, line, moment, pageQuery, text } from './common.ts';
import { unitClass } from './round.ts';

export const documentKind = z.enum([
  'plan',
  'minutes',
  'report',
  'circular',
  'notice',
  'fund',
  'assessment',
  'classes',
  'follow-up',
  'experience',
]);
export type DocumentKind = z.output<typeof documentKind>;

/** What a person finishes; tables and figures are made from the numbers each time and cannot be written over. */
export const documentWords = z.object({
  /** The red head; null: none. */
  mark: line(40).nullable(),
  number: line(60).nullable(),
  /** Who signs a document that goes upward (签发人). */
  signer: line(40).nullable().optional(),
  title: z.string().trim().min(1).max(120),
  addressee: text(300),
  sections: z
    .array(
      z.object({
        heading: text(80),
        /** Paragraphs, one a line. */
        text: text(8000),
        /** A table made from the numbers that follows this section. */
        table: z.string().max(40).nullable(),
      }),
    )
    .max(30),
  signedBy: text(80),
  signedOn: day,
  copies: text(300),
});
export type DocumentWords = z.output<typeof documentWords>;

/** GET /rounds/:round/documents → rows; GET /rounds/:round/documents/:kind; POST the same saves; GET …/:kind.docx|.xlsx */
export const documentParams = z.object({ round: idParam, kind: documentKind });
export const documentRow = z.object({
  kind: documentKind,
  title: z.string(),
  /** Chinese: what it is for and to whom it goes. */
  purpose: z.string(),
  /** Chinese: what must be done first; null: it can be drafted. */
  waitsFor: z.string().nullable(),
  /** By a person; null: only drafted. */
  changedAt: moment.nullable(),
  changedBy: z.string().nullable(),
  files: z.array(z.enum(['docx', 'xlsx'])),
});
export type DocumentRow = z.output<typeof documentRow>;
export const documentFull = documentRow.extend({
  words: documentWords,
  /** What the program would draft from today's numbers, to go back to. */
  drafted: documentWords,
  tables: z.record(
    z.string(),
    z.object({ title: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  ),
  version: z.number().int(),
  can,
});
export type DocumentFull = z.output<typeof documentFull>;
export const roundDocumentBody = z.object({ version: z.number().int(), words: documentWords });

/** How a fund is divided: by band, equal within a band. Shares are relative; a band without one receives nothing. */
export const fundRule = z.object({
  shares: z.array(z.object({ band: z.string().max(4), share: z.number().min(0).max(1000) })).max(26),
  /** Rounded down to so many yuan; what is left over is said. */
  round: z.number().int().min(1).max(10000),
});
export type FundRule = z.output<typeof fundRule>;
export const fundBody = z.object({
  title: line(80),
  total: z.number().positive().max(1e11),
  rule: fundRule,
  basis: z.object({ document: line(200), number: line(80), issuer: line(120) }),
});
/** GET /rounds/:round/funds · POST · GET /funds/:fund · POST /funds/:fund/{lines,submit,approve,return,payments} */
export const fundParams = z.object({ fund: idParam });
export const fundPayment = z.object({
  id,
  paidOn: day,
  amount: z.number(),
  voucher: z.string(),
  note: z.string(),
  by: z.string(),
  withdrawn: z.boolean(),
});
export const fund = z.object({
  id,
  round: z.object({ id, title: z.string() }),
  title: z.string(),
  total: z.number(),
  rule: fundRule,
  basis: z.object({ document: z.string(), number: z.string(), issuer: z.string() }),
  state: z.enum(['draft', 'submitted', 'approved', 'returned']),
  note: z.string(),
  lines: z.array(
    z.object({
      id,
      organization: z.object({ id, name: z.string() }),
      band: z.string(),
      computed: z.number(),
      amount: z.number(),
      reason: z.string().nullable(),
      paid: z.number(),
      payments: z.array(fundPayment),
    }),
  ),
  left: z.number(),
  by: z.string(),
  at: moment,
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
  /** 'fund.change', 'fund.submit', 'fund.approve', 'fund.return', 'fund.pay'. Whoever made it does not approve it. */
  can,
});
export type Fund = z.output<typeof fund>;
export const fundLinesBody = z.object({
  lines: z
    .array(z.object({ line: id, amount: z.number().min(0), reason: line(200) }))
    .min(1)
    .max(500),
});
export const fundStepBody = z.object({ note: text(500).optional() });
export const paymentBody = z.object({
  line: id,
  paidOn: day,
  amount: z.number().positive(),
  voucher: line(60),
  note: text(200),
});
export const paymentParams = z.object({ payment: idParam });
export const withdrawPaymentBody = z.object({ reason: line(200) });

/** GET /rounds/:round/class-proposals → rows; POST the same draws them up; POST /class-proposals/:proposal/decide */
export const classProposal = z.object({
  id,
  organization: z.object({ id, name: z.string() }),
  was: unitClass.nullable(),
  proposed: z.enum(['leading', 'middle', 'lagging', 'weak-and-lax']),
  /** Chinese sentences, each with what it rests on. */
  indicators: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      /** yes: the records say so; open: a person must judge, the records cannot. */
      state: z.enum(['yes', 'open']),
      link: z.object({ organization: id, item: z.string().nullable() }).nullable(),
    }),
  ),
  state: z.enum(['open', 'accepted', 'declined']),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: moment.nullable(),
  can,
});
export type ClassProposal = z.output<typeof classProposal>;
export const proposalParams = z.object({ proposal: idParam });
export const decideProposalBody = z.object({
  accept: z.boolean(),
  reason: line(300),
  validFrom: day.optional(),
});

/** GET /rounds/:round/follow-ups → page; POST drafts them by class; POST /follow-ups/:followUp {task, dueOn} · /end */
export const followUp = z.object({
  id,
  organization: z.object({ id, name: z.string() }),
  class: unitClass.nullable(),
  way: z.enum(['consolidate', 'fill-gaps', 'transform', 'learn-from']),
  task: z.string(),
  item: z.object({ code: z.string(), title: z.string() }).nullable(),
  partner: z.object({ id, name: z.string() }).nullable(),
  dueOn: day,
  overdue: z.boolean(),
  state: z.enum(['open', 'done', 'dropped']),
  outcome: z.string().nullable(),
  by: z.string(),
  endedBy: z.string().nullable(),
  endedAt: moment.nullable(),
  can,
});
export type FollowUp = z.output<typeof followUp>;
export const followUpsQuery = pageQuery.extend({ state: z.enum(['open', 'done', 'dropped']).optional() });
export const followUpParams = z.object({ followUp: idParam });
export const followUpBody = z.object({ task: text(1000), dueOn: day });
export const endFollowUpBody = z.object({ done: z.boolean(), outcome: line(1000) });
