import * as z from 'zod';
import { can, day, id, idParam, line, moment, pageQuery, text } from './common.ts';

export const roundWay = z.enum(['three-mutual', 'four-mutual']);
/** What is visited: the townships of a county, the villages of a township, the branches of a unit's committee. */
export const roundReach = z.enum(['townships', 'villages', 'branches']);
export const roundCadence = z.enum(['quarter', 'half-year', 'special']);
export const roundSort = z.enum(['first', 'themed']);
export const roundState = z.enum(['draft', 'published', 'closed', 'cancelled']);
/** How far the result of a round has come. */
export const resultState = z.enum([
  'draft',
  'submitted',
  'returned',
  'accepted',
  'noticed',
  'objected',
  'published',
]);
export const unitClass = z.enum(['leading', 'middle', 'lagging']);
export const panelistPart = z.enum(['leader', 'panelist', 'recorder', 'liaison']);
export const choiceWay = z.enum(['all', 'direct', 'risk', 'draw']);
export type UnitClass = z.output<typeof unitClass>;
export type RoundState = z.output<typeof roundState>;
export type ResultState = z.output<typeof resultState>;

/** One on-site check of the round's edition, frozen: an edition that changes later does not change it. */
export const roundItem = z.object({
  /** '<item>/<check>', the field that a score is given for; `look` is the '<standard>/<item>/<check>' of the records. */
  code: z.string().max(120),
  look: z.string().max(200),
  number: z.string(),
  title: z.string(),
  chapter: z.string(),
  /** What to ask, follow, look at. */
  guide: z.string(),
  points: z.number(),
  /** The edition's other checks of the same item, which records decide: nobody is asked to score them. */
  recorded: z.array(z.object({ check: z.string(), title: z.string() })),
});
export type RoundItem = z.output<typeof roundItem>;

/** The six parts of a plan. */
export const planParts = z.object({
  goals: text(4000),
  methods: text(4000),
  steps: text(4000),
  rectification: text(4000),
  supervision: text(4000),
  use: text(4000),
});
export type PlanParts = z.output<typeof planParts>;

export const roundSetting = z.object({
  days: z.array(day).min(1).max(100),
  perVisit: z.number().int().min(3).max(20),
  perDay: z.number().int().min(1).max(20),
  choice: choiceWay,
  /** How many are chosen by risk or by draw; null: all of them. */
  count: z.number().int().positive().nullable(),
  /** Each is visited at least once in so many rounds. */
  every: z.number().int().min(1).max(20).nullable(),
  /** Of the plan's own chance decisions; told with the plan. */
  seed: z.string().min(1).max(200),
});
export type RoundSetting = z.output<typeof roundSetting>;

/** Shares of the result, adding up to 1. They are fast once the plan is published. */
export const roundWeights = z
  .object({
    standing: z.number().min(0).max(1),
    rating: z.number().min(0).max(1),
    poll: z.number().min(0).max(1),
    /** What 'basically satisfied' counts, of one 'satisfied'. */
    basically: z.number().min(0).max(1),
  })
  .refine(({ standing, rating, poll }) => Math.abs(standing + rating + poll - 1) < 1e-9, {
    error: '三项权重之和应为1（100%）。',
  });
export type RoundWeights = z.output<typeof roundWeights>;

export const roundBody = z.object({
  organization: id,
  title: line(80),
  way: roundWay,
  reach: roundReach,
  cadence: roundCadence,
  periodFrom: day,
  periodUntil: day,
  sort: roundSort,
  theme: line(80),
  edition: z.string().max(120),
  standingEdition: z.string().max(120).nullable(),
  /** Codes of the on-site items to be judged; empty: all of the edition. */
  items: z.array(z.string().max(120)).max(200),
  parts: planParts.optional(),
  setting: roundSetting,
  weights: roundWeights,
});
/** POST /rounds/:round/change — a draft changes freely; after publication a reason is needed, and weights and edition stay. */
export const roundChangeBody = roundBody
  .omit({ organization: true, way: true, reach: true })
  .partial()
  .extend({ version: z.number().int(), reason: line(300).optional() });

export const roundParams = z.object({ round: idParam });
export const roundsQuery = pageQuery.extend({
  state: roundState.optional(),
  organization: idParam.optional(),
});

const place = z.object({ id, name: z.string() });

/** GET /rounds → page of these, latest first. */
export const roundRow = z.object({
  id,
  title: z.string(),
  organization: place,
  way: roundWay,
  reach: roundReach,
  cadence: roundCadence,
  periodFrom: day,
  periodUntil: day,
  sort: roundSort,
  theme: z.string(),
  state: roundState,
  units: z.number().int(),
  chosen: z.number().int(),
  visits: z.number().int(),
  held: z.number().int(),
  version: z.number().int(),
  /** State of its result, null before there is one. */
  result: resultState.nullable(),
  can,
});
export type RoundRow = z.output<typeof roundRow>;

/** GET /rounds/:round. can: 'round.manage', 'round.publish', 'round.close', 'round.cancel', 'result.compute'. */
export const roundFull = roundRow.extend({
  edition: z.object({ id: z.string(), title: z.string(), revision: z.string(), newer: z.boolean() }),
  standingEdition: z.object({ id: z.string(), title: z.string() }).nullable(),
  items: z.array(roundItem),
  parts: planParts,
  setting: roundSetting,
  weights: roundWeights,
  documentNumber: z.string().nullable(),
  publishedAt: moment.nullable(),
  closedAt: moment.nullable(),
  planned: z
    .object({
      share: z.number(),
      missing: z.array(place),
      connected: z.boolean(),
      kilometres: z.number().nullable(),
      /** Chinese sentences: every rule that could not be kept, and why. */
      reasons: z.array(z.string()),
      at: moment,
    })
    .nullable(),
  changes: z.array(
    z.object({ version: z.number().int(), what: z.string(), reason: z.string(), by: z.string(), at: moment }),
  ),
});
export type RoundFull = z.output<typeof roundFull>;

/** GET /rounds/suggest?organization= → what a new round of this organization would be: period, title, theme, days, parts. */
export const suggestQuery = z.object({ organization: idParam });
export const roundSuggested = z.object({
  body: roundBody,
  editions: z.array(z.object({ id: z.string(), title: z.string(), items: z.array(roundItem) })),
  standingEditions: z.array(z.object({ id: z.string(), title: z.string() })),
  themes: z.array(z.string()),
});
export type RoundSuggested = z.output<typeof roundSuggested>;

/** GET /rounds/:round/units → page. */
export const roundUnit = z.object({
  organization: place.extend({ code: z.string(), parentName: z.string() }),
  class: unitClass.nullable(),
  risk: z.number(),
  waited: z.number().int(),
  chosen: z.boolean(),
  how: z.enum(['all', 'direct', 'risk', 'draw', 'override']),
  reason: z.string().nullable(),
  /** What the risk is made of, in Chinese words; empty where it was not asked for. */
  why: z.string(),
  hasPosition: z.boolean(),
});
export type RoundUnit = z.output<typeof roundUnit>;
/** POST /rounds/:round/units — overrides of the choice, each with its reason; works on a draft. */
export const chooseUnitsBody = z.object({
  version: z.number().int(),
  changes: z
    .array(z.object({ organization: id, chosen: z.boolean(), reason: line(200) }))
    .min(1)
    .max(500),
});
export type ChooseUnitsBody = z.output<typeof chooseUnitsBody>;

/** GET /rounds/:round/panelists → { rows }; POST the same → the whole list. */
export const roundPanelist = z.object({
  id,
  name: z.string(),
  post: z.string(),
  home: place.nullable(),
  account: z.object({ id: z.string(), userName: z.string() }).nullable(),
  part: panelistPart,
  unavailable: z.array(day),
  visits: z.number().int(),
});
export type RoundPanelist = z.output<typeof roundPanelist>;
export const panelistBody = z.object({
  name: line(40),
  post: line(60).or(z.literal('')),
  home: id.nullable(),
  account: z.string().max(60).nullable(),
  part: panelistPart,
  unavailable: z.array(day).max(100),
});
/** Replaces the whole list. Once the round is published that needs a reason, and whoever has put something down stays. */
export const panelistsBody = z.object({
  version: z.number().int(),
  reason: line(300).optional(),
  panelists: z.array(panelistBody.extend({ id: id.optional() })).max(500),
});
/** GET /rounds/people?organization=&q= → accounts that may rate, within the round's subtree, with their organization. */
export const panelPeopleQuery = pageQuery.extend({ organization: idParam, q: z.string().max(40).optional() });
export const panelPerson = z.object({
  account: z.string(),
  userName: z.string(),
  name: z.string(),
  role: z.string(),
  home: place.nullable(),
});
export type PanelPerson = z.output<typeof panelPerson>;

/** GET /rounds/:round/visits → page by day, route, turn. POST /rounds/:round/plan {version} → roundFull, planned anew. */
export const plannedVisit = z.object({
  id,
  organization: place.extend({ class: unitClass.nullable() }),
  session: z.object({ id, title: z.string() }),
  on: day,
  route: z.number().int(),
  turn: z.number().int(),
  state: z.enum(['planned', 'held', 'cancelled']),
  reason: z.string().nullable(),
  seats: z.array(
    z.object({ panelist: id, name: z.string(), part: panelistPart, reason: z.string().nullable() }),
  ),
  /** Chinese sentences: too few, own organization, … */
  warnings: z.array(z.string()),
});
export type PlannedVisit = z.output<typeof plannedVisit>;
export const visitsQuery = pageQuery.extend({ on: day.optional(), session: idParam.optional() });
export const planBody = z.object({ version: z.number().int() });
/** POST /rounds/:round/visits/:visit — moves a visit, changes its seats, cancels it; each with its reason. */
export const visitChangeBody = z.object({
  on: day.optional(),
  route: z.number().int().min(1).optional(),
  turn: z.number().int().min(1).optional(),
  panelists: z.array(id).min(1).max(20).optional(),
  cancel: z.boolean().optional(),
  reason: line(300),
});
export const roundVisitParams = roundParams.extend({ visit: idParam });
/** POST /rounds/:round/publish · /close · /cancel */
export const publishRoundBody = z.object({
  version: z.number().int(),
  documentNumber: line(60).optional(),
  /** Said when a visit has fewer than three panelists, or somebody is missed. */
  reason: line(300).optional(),
});
export const endRoundBody = z.object({ version: z.number().int(), reason: line(300).optional() });

export const listOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) });
