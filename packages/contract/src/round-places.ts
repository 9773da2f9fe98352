import * as z from 'zod';
import { can, day, id, idParam, level, line, moment, pageQuery, text } from './common.ts';
import { unitClass } from './round.ts';

const place = z.object({ id, name: z.string() });

/** GET /rounds/:round/draw (null before), POST …/draw/commit, POST …/draw/tell; public: GET /public/draws/:slug. */
export const commitDrawBody = z.object({
  version: z.number().int(),
  count: z.number().int().positive(),
  every: z.number().int().min(1).max(20).nullable(),
  beaconRule: text(300),
});
export const tellDrawBody = z.object({ beacon: text(200) });
export const drawShown = z.object({
  slug: z.string(),
  title: z.string(),
  organization: z.string(),
  commitment: z.string(),
  committedAt: moment,
  beaconRule: z.string(),
  count: z.number().int(),
  every: z.number().int().nullable(),
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      risk: z.number(),
      waited: z.number().int(),
      weight: z.number(),
      ticket: z.string().nullable(),
      key: z.number().nullable(),
      due: z.number().nullable(),
      drawn: z.enum(['coverage', 'lot']).nullable(),
    }),
  ),
  drawnAt: moment.nullable(),
  seed: z.string().nullable(),
  beacon: z.string().nullable(),
  drawn: z.array(z.string()).nullable(),
  final: z.array(z.string()).nullable(),
  overrides: z.array(z.object({ unit: z.string(), act: z.enum(['add', 'remove']), reason: z.string() })),
  /** The round was given up: nobody is visited by this draw. */
  cancelled: z.boolean(),
  /** Recomputed now from seed and list: what differs; empty: it is true. null before it is drawn. */
  differs: z.array(z.string()).nullable(),
});
export type DrawShown = z.output<typeof drawShown>;
export const slugParams = z.object({ slug: z.string().regex(/^[\w-]{16,64}$/) });

/** GET /rounds/coverage?organization=&year= → who was visited when; nobody missed, who is overdue. */
export const coverageQuery = z.object({
  organization: idParam,
  year: z.coerce.number().int().min(2000).max(2200).optional(),
});
export const roundCoverage = z.object({
  organization: place.extend({ level }),
  year: z.number().int(),
  /** Quarters or half-years, with what was planned and held in each. */
  periods: z.array(
    z.object({
      title: z.string(),
      from: day,
      until: day,
      units: z.number().int(),
      planned: z.number().int(),
      held: z.number().int(),
      rounds: z.array(z.object({ id, title: z.string() })),
    }),
  ),
  units: z.array(
    z.object({
      organization: place,
      class: unitClass.nullable(),
      lastHeld: day.nullable(),
      next: day.nullable(),
      /** Chinese: '已超过1个季度没有观摩'; null: not overdue. */
      overdue: z.string().nullable(),
      visits: z.array(z.object({ id, round: id, on: day, state: z.enum(['planned', 'held', 'cancelled']) })),
    }),
  ),
});
export type RoundCoverage = z.output<typeof roundCoverage>;

/** GET /liaisons?organization= → page, POST /liaisons, POST /liaisons/:id/end */
export const liaisonRow = z.object({
  id,
  organization: place,
  name: z.string(),
  post: z.string(),
  account: z.string().nullable(),
  validFrom: day,
  validUntil: day.nullable(),
  can,
});
export type LiaisonRow = z.output<typeof liaisonRow>;
export const liaisonBody = z.object({
  organization: id,
  name: line(40),
  post: line(60),
  account: z.string().max(60).nullable(),
  validFrom: day,
  validUntil: day.nullable(),
});
export const placeQuery = pageQuery.extend({ organization: idParam });
export const endLiaisonBody = z.object({ on: day });

/** GET /classes?organization= → page; POST /classes decides one, with a reason. */
export const classRow = z.object({
  organization: place.extend({ parentName: z.string() }),
  class: unitClass.nullable(),
  validFrom: day.nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  earlier: z.array(z.object({ class: unitClass, validFrom: day, reason: z.string() })),
});
export type ClassRow = z.output<typeof classRow>;
export const classBody = z.object({ organization: id, class: unitClass, validFrom: day, reason: line(300) });

/** GET /ranking-bases?organization= , POST, POST /ranking-bases/:id/withdraw (county). */
export const rankingBasis = z.object({
  id,
  organization: place,
  document: z.string(),
  number: z.string(),
  issuer: z.string(),
  issuedOn: day,
  validUntil: day,
  inForce: z.boolean(),
  can,
});
export type RankingBasis = z.output<typeof rankingBasis>;
export const rankingBasisBody = z.object({
  organization: id,
  document: line(200),
  number: line(80),
  issuer: line(120),
  issuedOn: day,
  validUntil: day,
});
