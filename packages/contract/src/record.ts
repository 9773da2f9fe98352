import * as z from 'zod';
import { can, code, day, flag, id, line, moment, pageQuery, register } from './common.ts';
import { standingAfter } from './standing.ts';

/** Registers that take records here; `registers` itself says since when each is kept. */
export const recordRegister = z.enum([...register.options, 'registers']);
export type RecordRegister = z.output<typeof recordRegister>;

export const sex = z.enum(['male', 'female']);
export const education = z.enum(['primary', 'junior-high', 'high-school', 'college', 'bachelor', 'graduate']);
export const grade = z.enum(['branch', 'township', 'county', 'city', 'province']);
export const leftWhy = z.enum(['transfer', 'death', 'expelled', 'withdrew', 'removed']);
export const floating = z.enum(['out', 'in']);
export type Education = z.output<typeof education>;

/** What every record carries. */
const common = {
  id,
  organization: id,
  enteredBy: z.string(),
  enteredAt: moment,
  withdrawnAt: moment.nullable(),
  imported: z.boolean(),
};

/** Identity number and telephone are masked here; the full ones only by POST /people/:id/sensitive. */
export const personRecord = z.object({
  register: z.literal('roster'),
  ...common,
  name: z.string(),
  sex: sex.nullable(),
  age: z.number().int().nullable(),
  education: education.nullable(),
  identityMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  appliedOn: day.nullable(),
  activistOn: day.nullable(),
  candidateOn: day.nullable(),
  admittedOn: day.nullable(),
  fullOn: day.nullable(),
  joinedOn: day,
  leftOn: day.nullable(),
  leftWhy: leftWhy.nullable(),
  floating: floating.nullable(),
  floatingSince: day.nullable(),
  floatingKnownOn: day.nullable(),
  paired: z.boolean().nullable(),
  lostContact: z.boolean(),
  postDuty: z.string().nullable(),
  exemptHours: z.boolean(),
});

export const seatRecord = z.object({
  register: z.literal('posts'),
  ...common,
  person: z.object({ id, name: z.string() }),
  post: z.string(),
  heldFrom: day,
  heldUntil: day.nullable(),
});

const activityFields = {
  kind: z.string(),
  title: z.string(),
  happenedOn: day,
  place: z.string().nullable(),
  theme: z.string().nullable(),
  tags: z.array(z.string()),
  stages: z.array(z.string()),
  way: z.string().nullable(),
  partyGroup: id.nullable(),
  host: z.object({ id, name: z.string() }).nullable(),
  grade: grade.nullable(),
  concentrated: z.boolean(),
  hours: z.number().nullable(),
  dueCount: z.number().int().nullable(),
  attendedCount: z.number().int().nullable(),
  complete: z.boolean(),
};
export const activityRecord = z.object({ register: z.literal('activities'), ...common, ...activityFields });
export const trainingRecord = z.object({ register: z.literal('trainings'), ...common, ...activityFields });

export const figureRecord = z.object({
  register: z.literal('figures'),
  ...common,
  figure: z.string(),
  countedOn: day,
  value: z.number(),
  source: z.string().nullable(),
});

export const documentRecord = z.object({
  register: z.literal('documents'),
  ...common,
  document: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  heldFrom: day,
  heldUntil: day.nullable(),
});

export const eventRecord = z.object({
  register: z.literal('events'),
  ...common,
  event: z.string(),
  happenedOn: day,
  endedOn: day.nullable(),
  told: z.string().nullable(),
  confirmedBy: z.string(),
  confirmedOn: day,
});

export const pollRecord = z.object({
  register: z.literal('polls'),
  ...common,
  about: z.string(),
  heldOn: day,
  slips: z.number().int(),
  satisfied: z.number().int(),
  basically: z.number().int(),
  dissatisfied: z.number().int(),
});

export const ratingRecord = z.object({
  register: z.literal('ratings'),
  ...common,
  look: z.string(),
  ratedOn: day,
  score: z.number(),
  panelists: z.number().int(),
  source: z.string().nullable(),
});

export const registerSpanRecord = z.object({
  register: z.literal('registers'),
  ...common,
  of: register,
  keptFrom: day,
  keptUntil: day.nullable(),
});

export const record = z.discriminatedUnion('register', [
  personRecord,
  seatRecord,
  activityRecord,
  trainingRecord,
  figureRecord,
  documentRecord,
  eventRecord,
  pollRecord,
  ratingRecord,
  registerSpanRecord,
]);
export type RecordView = z.output<typeof record>;

export const recordsQuery = z.object({
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  kind: code.optional(),
  q: z.string().trim().min(1).max(40).optional(),
  withdrawn: flag.default(false),
  ...pageQuery.shape,
});

/** GET /records/:register/:id: the record, who attended (activities and trainings), what it corrected. */
export const recordPage = z.object({
  record,
  organization: z.object({ id, name: z.string() }),
  attendance: z.array(z.object({ person: z.object({ id, name: z.string() }), hours: z.number().nullable() })),
  history: z.array(
    z.object({ id, enteredAt: moment, withdrawnAt: moment.nullable(), enteredBy: z.string() }),
  ),
  can,
});
export type RecordPage = z.output<typeof recordPage>;

const reason = line(200);
export const withdrawBody = z.strictObject({ reason });
export const sensitiveBody = z.strictObject({ reason });

/** POST /records/:register/:id/correct: the reason and the whole new body of the register under `record`. */
export const correctBody = z.strictObject({ reason, record: z.record(z.string(), z.unknown()) });

/** The answer to every write of a record: the standing followed in the same transaction. */
export const recordWritten = z.object({ record, standing: standingAfter.nullable() });
export type RecordWritten = z.output<typeof recordWritten>;

/** POST /people/:id/sensitive: an audit line is written before this is shown. */
export const sensitive = z.object({
  identity: z.string().nullable(),
  phone: z.string().nullable(),
  birthOn: day.nullable(),
});
