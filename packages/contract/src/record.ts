import * as z from 'zod';
import { can, code, day, flag, id, line, moment, pageQuery, register, text } from './common.ts';
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

const optionalDay = day.nullable().optional();

export const personBody = z.strictObject({
  name: line(60),
  sex: sex.optional(),
  birthOn: optionalDay,
  education: education.optional(),
  identity: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^\d{17}[\dX]$/, '身份证号应为18位。')
    .optional(),
  phone: z
    .string()
    .trim()
    .regex(/^[\d+ -]{5,20}$/, '电话号码只含数字、空格和连字符。')
    .optional(),
  appliedOn: optionalDay,
  activistOn: optionalDay,
  candidateOn: optionalDay,
  admittedOn: optionalDay,
  fullOn: optionalDay,
  joinedOn: day,
  leftOn: optionalDay,
  leftWhy: leftWhy.nullable().optional(),
  floating: floating.nullable().optional(),
  floatingSince: optionalDay,
  floatingKnownOn: optionalDay,
  paired: z.boolean().nullable().optional(),
  lostContact: z.boolean().default(false),
  postDuty: line(80).nullable().optional(),
  exemptHours: z.boolean().default(false),
});

export const seatBody = z.strictObject({ person: id, post: code, heldFrom: day, heldUntil: optionalDay });

export const activityBody = z.strictObject({
  kind: code,
  title: text(200).default(''),
  happenedOn: day,
  place: line(120).nullable().optional(),
  theme: code.nullable().optional(),
  tags: z.array(code).max(20).default([]),
  stages: z.array(code).max(20).default([]),
  way: code.nullable().optional(),
  partyGroup: id.nullable().optional(),
  host: id.nullable().optional(),
  grade: grade.nullable().optional(),
  concentrated: z.boolean().default(false),
  hours: z.number().min(0).max(999).nullable().optional(),
  dueCount: z.number().int().min(0).max(100_000).nullable().optional(),
  attendedCount: z.number().int().min(0).max(100_000).nullable().optional(),
  complete: z.boolean().default(true),
  /** Persons who attended; for trainings each gets `hours` unless said otherwise. */
  attendance: z
    .array(z.strictObject({ person: id, hours: z.number().min(0).max(999).optional() }))
    .max(2000)
    .optional(),
});

export const figureBody = z.strictObject({
  figure: code,
  countedOn: day,
  value: z.number().min(-1e12).max(1e12),
  source: line(120).nullable().optional(),
});

export const documentBody = z.strictObject({
  document: code,
  title: line(200),
  number: line(80).nullable().optional(),
  heldFrom: day,
  heldUntil: optionalDay,
});

export const eventBody = z.strictObject({
  event: code,
  happenedOn: day,
  endedOn: optionalDay,
  told: text(1000).nullable().optional(),
  confirmedBy: line(80),
  confirmedOn: day,
});

const slips = z.number().int().min(0).max(1_000_000);
export const pollBody = z.strictObject({
  about: code,
  heldOn: day,
  slips,
  satisfied: slips,
  basically: slips,
  dissatisfied: slips,
});

export const ratingBody = z.strictObject({
  look: z
    .string()
    .regex(/^[^\s/]+\/[^\s/]+\/[^\s/]+$/, '应为“标准/条目/检查点”。')
    .max(200),
  ratedOn: day,
  score: z.number().min(0).max(100),
  panelists: z.number().int().min(1).max(99),
  source: line(120).nullable().optional(),
});

export const registerSpanBody = z.strictObject({ of: register, keptFrom: day, keptUntil: optionalDay });

/** Which body belongs to which register. */
export const recordBodies = {
  roster: personBody,
  posts: seatBody,
  activities: activityBody,
  trainings: activityBody,
  figures: figureBody,
  documents: documentBody,
  events: eventBody,
  polls: pollBody,
  ratings: ratingBody,
  registers: registerSpanBody,
} satisfies Record<RecordRegister, z.ZodType>;
export type RecordBodies = { [R in RecordRegister]: z.output<(typeof recordBodies)[R]> };

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
