import type { Bounds } from '../draft/draft.ts';
import type { NumberForm } from '../numbers/read-numbers.ts';
import type { Unit } from '../numbers/units.ts';
import { type Clause, mainWords } from './clauses.ts';
import type { Direction } from './lexicon/bounds.ts';
import type { Token, TokenOf } from './tokens.ts';

/** A number with its unit and its bound, as it stands in a clause. */
export interface Quantity {
  /** From the bound before to the bound after. */
  start: number;
  end: number;
  /** Where the number itself begins and its unit ends. */
  numberStart: number;
  numberEnd: number;
  low: number;
  high: number | null;
  form: NumberForm;
  unit: Unit | null;
  figures: boolean;
  vague: boolean;
  direction: Direction | null;
  /** A number after 每: 每20名党员. */
  perEach: boolean;
  /** 3名以上50名以下: the other bound, merged. */
  other?: { direction: Direction; value: number };
}

const FILLERS =
  /^(?:有|为|在|约|是|于|到|配备|设|召开|开展|参加|组织|占|达|按照?|以|其|总|过|成|的|建成|建|上|讲)*$/;
const REACH = 4;
const LONG_REACH = 18;

/** Whether the bound before holds over what stands between it and the number. */
function reaches(gap: string, number: TokenOf<'number'>['number']): boolean {
  if (gap.length <= REACH || FILLERS.test(gap)) return true;
  if (gap.length > LONG_REACH) return false;
  return gap.endsWith('的') || number.form !== 'plain';
}

/** The bounds a number shows with its neighbours in the clause. */
export function quantitiesOf(clause: Clause, main: string, text: string): Quantity[] {
  const out: Quantity[] = [];
  const { tokens } = clause;
  let before: TokenOf<'before'> | null = null;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token?.kind === 'before') before = token;
    else if (token?.kind === 'list') before = null;
    if (token?.kind !== 'number') continue;
    const holds = before && reaches(gapText(clause, main, before.end, token.start), token.number);
    out.push(
      noted(
        quantity(token, holds ? before : null, afterOf(tokens[i + 1], token, clause, main), main, clause),
        text,
      ),
    );
    before = null;
  }
  return merged(out, clause, main);
}

const gapText = (clause: Clause, main: string, start: number, end: number): string =>
  clause.aside ? clause.text.slice(start - clause.start, end - clause.start) : mainWords(main, start, end);

function afterOf(
  next: Token | undefined,
  number: Token,
  clause: Clause,
  main: string,
): TokenOf<'after'> | null {
  if (next?.kind !== 'after') return null;
  const gap = gapText(clause, main, number.end, next.start);
  return gap === '' || gap === '(' || gap === '及' ? next : null;
}

function quantity(
  token: TokenOf<'number'>,
  before: TokenOf<'before'> | null,
  after: TokenOf<'after'> | null,
  main: string,
  clause: Clause,
): Quantity {
  const { number } = token;
  const held = clause.aside
    ? clause.text.slice(0, token.start - clause.start)
    : main.slice(Math.max(0, token.start - 1), token.start);
  return {
    start: before?.start ?? token.start,
    end: after?.end ?? token.end,
    numberStart: token.start,
    numberEnd: token.end,
    low: number.low,
    high: number.high ?? null,
    form: number.form,
    unit: number.unit,
    figures: number.figures,
    vague: number.vague,
    direction: main.startsWith('过半', token.start)
      ? 'gt'
      : directionOf(before?.direction ?? null, after?.direction ?? null),
    perEach: held.endsWith('每'),
  };
}

/** 达到80%以上, 在10%以下: the bound after the number says more, unless the one before leaves the number out. */
function directionOf(before: Direction | null, after: Direction | null): Direction | null {
  if (before === null || after === null) return before ?? after;
  return before === 'gt' || before === 'lt' ? before : after;
}

/** 50人(不含)以上 leaves the number out, 超过50人(含50人) takes it in. */
function noted(q: Quantity, text: string): Quantity {
  const note = [q.numberEnd, q.end]
    .map((at) => text.slice(at, at + 3))
    .find((words) => /^\(不?含/.test(words));
  if (note === undefined || q.direction === null) return q;
  const out = note.startsWith('(不');
  const rising = q.direction === 'ge' || q.direction === 'gt';
  return { ...q, direction: rising ? (out ? 'gt' : 'ge') : out ? 'lt' : 'le' };
}

const rises = (d: Direction | null): boolean => d === 'ge' || d === 'gt';
const falls = (d: Direction | null): boolean => d === 'le' || d === 'lt';

/** 3名以上、50名以下 is one stretch with two ends, and so is 1人或者2人. */
function merged(list: readonly Quantity[], clause: Clause, main: string): Quantity[] {
  const out: Quantity[] = [];
  for (const next of list) {
    const last = out.at(-1);
    const gap = last ? gapText(clause, main, last.end, next.start) : '';
    const one = last ? (stretch(last, next, gap) ?? either(last, next, gap)) : null;
    if (one) out[out.length - 1] = { ...one, end: next.end, numberEnd: next.numberEnd };
    else out.push(next);
  }
  return out;
}

function stretch(last: Quantity, next: Quantity, gap: string): Quantity | null {
  const alike = last.unit?.kind === next.unit?.kind && last.form === next.form && !last.other;
  if (!alike || !/^[、,至到且并但而]{0,2}$/.test(gap) || !next.direction) return null;
  const opens = rises(last.direction) && falls(next.direction) && next.low > last.low;
  return opens ? { ...last, other: { direction: next.direction, value: next.low } } : null;
}

function either(last: Quantity, next: Quantity, gap: string): Quantity | null {
  const plain = !last.direction && !next.direction && last.high === null && next.high === null;
  const alike = last.unit !== null && last.unit.kind === next.unit?.kind && last.low !== next.low;
  if (!plain || !alike || !/^或者?$/.test(gap)) return null;
  return { ...last, low: Math.min(last.low, next.low), high: Math.max(last.low, next.low) };
}

const EXCLUDES = new Set<Direction>(['gt', 'lt']);

/** The contract's bounds of a quantity; the plain number alone asks for at least so many. */
export function boundsOf(q: Quantity, factor = 1, direction: Direction | null = q.direction): Bounds[] {
  const value = (n: number): number => Number((n * factor).toFixed(6));
  if (q.high !== null) return [{ atLeast: value(q.low), atMost: value(q.high) }];
  const one = (d: Direction | null, n: number): Bounds => ({
    ...(d === 'le' || d === 'lt' ? { atMost: value(n) } : { atLeast: value(n) }),
    ...(d !== null && EXCLUDES.has(d) ? { exclusive: true as const } : {}),
  });
  const first = one(direction, q.low);
  if (!q.other) return [first];
  const second = one(q.other.direction, q.other.value);
  return first.exclusive === second.exclusive ? [{ ...first, ...second }] : [first, second];
}
