import { isPlain, type Plain } from '../form/plain.ts';
import { amount } from './amount.ts';
import { type Clause, clausesCodec, linesCodec } from './clauses.ts';
import type { Codec } from './codec.ts';
import { BOUND, COMPARED, FLOATING, FORM, KIND, LEVEL, PEOPLE, SEX } from './labels.ts';
import { choice, choices, code, codes, flag, months, number, text } from './simple.ts';
import { window } from './window.ts';

const clause = (label: string, path: string, codec: Codec): Clause => ({
  label,
  path: path.split('.'),
  codec,
});

/** `under` is where the set stands: at the top, or below `headcount` in a condition. */
const peopleClauses = (under: string, label: string): Clause[] => [
  { ...clause(label, `${under}set`, choice(PEOPLE)), bare: under === '' },
  clause('职务', `${under}post`, codes('holders')),
  clause('年龄不超过', `${under}where.ageAtMost`, amount),
  clause('年龄不低于', `${under}where.ageAtLeast`, amount),
  clause('学历不低于', `${under}where.educationAtLeast`, code('educations')),
  clause('性别', `${under}where.sex`, choice(SEX)),
  clause('流动', `${under}where.floating`, choice(FLOATING)),
  clause('结对', `${under}where.paired`, flag),
  clause('失去联系', `${under}where.lostContact`, flag),
  clause('承担岗位责任', `${under}where.hasPostDuty`, flag),
  clause('没有任职', `${under}where.noSeat`, flag),
  clause('几个月内核实过去向', `${under}where.contactKnownMonths`, amount),
  clause('免训', `${under}where.exemptHours`, flag),
];

const onlyClauses = (under: string): Clause[] => [
  clause('主题', `${under}theme`, text),
  clause('标记', `${under}tag`, code('tags')),
  clause('步骤', `${under}stages`, codes('stages')),
  clause('举办级别', `${under}grade`, code('grades')),
  clause('集中', `${under}concentrated`, flag),
  clause('月份', `${under}months`, months),
  clause('固定日前后天数', `${under}fixedDay`, number),
  clause('记录完整', `${under}complete`, flag),
  clause('到会率不低于', `${under}minAttendance`, amount),
  clause('主持人', `${under}host`, code('holders')),
  clause('参加人', `${under}attendedBy`, code('holders')),
];

const boundClauses = Object.entries(BOUND).map(([word, [label]]) => clause(label, word, amount));

/** 任职人员；职务：书记、副书记；年龄不超过：50 */
const peopleParts = clausesCodec(peopleClauses('', '哪些人'));
export const people: Codec = {
  write: (value, terms) => peopleParts.write(spread(value), terms),
  read: (cell, terms) => peopleParts.read(cell, terms),
  choices: () => Object.values(PEOPLE).map(([name]) => name),
};
const spread = (value: unknown): unknown => (isPlain(value) ? value : { set: value });

export const only = clausesCodec([clause('活动', 'activity', codes('activities')), ...onlyClauses('')]);

/** One side of a share: 数据：…, or 活动：…；步骤：… */
export const part = clausesCodec([
  clause('数据', 'figure', code('figures')),
  clause('活动', 'activity', codes('activities')),
  ...onlyClauses('only.'),
]);

export const compare = clausesCodec([
  clause('比谁', 'of', choice(COMPARED)),
  clause('几年前', 'yearsAgo', number),
  clause('比哪项数据', 'figure', code('figures')),
]);

export const anyOf = linesCodec(
  [
    clause('数据', 'figure', code('figures')),
    ...boundClauses,
    clause('比谁', 'compare.of', choice(COMPARED)),
    clause('几年前', 'compare.yearsAgo', number),
    clause('比哪项数据', 'compare.figure', code('figures')),
    clause('几个月内有效', 'validMonths', amount),
    clause('连续几年', 'years', number),
  ],
  false,
);

const conditions = linesCodec(
  [
    clause('组织形式', 'form', choices(FORM)),
    clause('组织类别', 'kind', choices(KIND)),
    clause('组织层级', 'level', choices(LEVEL)),
    ...peopleClauses('headcount.', '人数'),
    clause('数据', 'figure', code('figures')),
    clause('有事件', 'event', codes('events')),
    clause('没有事件', 'noEvent', codes('events')),
    ...boundClauses,
    clause('没有名册时用数据', 'orFigure', code('figures')),
    clause('几个月内有效', 'validMonths', amount),
    clause('时间范围', 'window', window),
  ],
  true,
);

/** One condition a line; all of them must hold. */
export const when: Codec = {
  ...conditions,
  write: (value, terms) =>
    conditions.write(Array.isArray(value) ? value.map(spreadHeads) : spreadHeads(value), terms),
};
const spreadHeads = (condition: unknown): unknown =>
  isPlain(condition) && condition.headcount !== undefined
    ? ({ ...condition, headcount: spread(condition.headcount) } satisfies Plain)
    : condition;
