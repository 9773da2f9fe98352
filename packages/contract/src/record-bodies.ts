import * as z from 'zod';
import { code, day, id, line, register, text } from './common.ts';
import { education, floating, grade, leftWhy, type RecordRegister, sex } from './record.ts';

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
