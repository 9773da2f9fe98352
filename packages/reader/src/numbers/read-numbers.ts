import { digitValue, isNumeral, numeralValue, spokenRange } from './numerals.ts';
import { type Unit, unitAt } from './units.ts';

export type NumberForm = 'plain' | 'fraction' | 'ratio';

/** A number in folded text, with its unit; `high` is the end of a range. */
export interface NumberWords {
  start: number;
  end: number;
  low: number;
  high?: number;
  form: NumberForm;
  unit: Unit | null;
  /** Written in figures, not in Chinese numerals. */
  figures: boolean;
  /** 几十, 10余, 100多: no threshold. */
  vague: boolean;
}

interface Scalar {
  end: number;
  value: number;
  figures: boolean;
  vague: boolean;
  form: 'plain' | 'fraction';
  high?: number;
  /** 万 or 亿 at its end: in 10-20万 it holds for both ends. */
  scale?: number;
}

const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const MULTIPLES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};
const JOINTS = ['至', '-', '~', '到', '～'];
const MAX_NUMERAL = 24;
/** 成 is a tenth only where it does not begin another word: 三成以上, but not 成立, 成员, 成效. */
const AFTER_TENTH = new Set([...'立为员果效绩就功长本熟分品型人家部才册套']);

function arabic(text: string, at: number): Scalar | null {
  let i = at;
  while (i < text.length && isDigit(text.charAt(i))) i += 1;
  if (i === at) return null;
  let digits = text.slice(at, i);
  while (text.charAt(i) === ',' && /^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5)) && digits.length < 12) {
    digits += text.slice(i + 1, i + 4);
    i += 4;
  }
  if (text.charAt(i) === '.' && isDigit(text.charAt(i + 1))) {
    const dot = i;
    i += 1;
    while (i < text.length && isDigit(text.charAt(i))) i += 1;
    digits += text.slice(dot, i);
  }
  if (digits.length > 12) return { end: i, value: Number.NaN, figures: true, vague: true, form: 'plain' };
  return multiplied(text, { end: i, value: Number(digits), figures: true, vague: false, form: 'plain' });
}

/** 10余, 5万, 2千多: what may follow the figures before the unit. */
function multiplied(text: string, scalar: Scalar): Scalar {
  let { end, value, vague } = scalar;
  let scale = 1;
  for (let n = 0; n < 3; n += 1) {
    const c = text.charAt(end);
    const multiple = MULTIPLES[c];
    if (multiple !== undefined && !text.startsWith('百分', end) && !text.startsWith('千分', end)) {
      value *= multiple;
      scale *= multiple;
    } else if ((c === '余' || c === '多' || c === '几') && value >= 10) vague = true;
    else break;
    end += 1;
  }
  return { ...scalar, end, value, vague, scale };
}

function numeral(text: string, at: number): Scalar | null {
  let end = at;
  let vague = false;
  while (end < text.length && end - at < MAX_NUMERAL) {
    const c = text.charAt(end);
    if (c === '几' || c === '数' || c === '余' || c === '多') {
      const belongs =
        c === '几' || (c === '数' ? end === at && MULTIPLES[text.charAt(end + 1)] !== undefined : end > at);
      if (!belongs) break;
      vague = true;
    } else if (!isNumeral(c)) break;
    end += 1;
  }
  if (end === at) return null;
  const words = text.slice(at, end);
  const blank: Scalar = { end, value: Number.NaN, figures: false, vague: true, form: 'plain' };
  const bare = words.length === 1 && MULTIPLES[words] !== undefined && words !== '十';
  const sized = bare && /^[人名户](?:及?以[上下])/.test(text.slice(end, end + 4));
  if (vague || (bare && !sized && !/[每之]/.test(text.charAt(at - 1)) && !text.startsWith('分之', end)))
    return blank;
  const spoken = spokenRange(words);
  if (spoken) return { ...blank, value: spoken[0], high: spoken[1], vague: false };
  const rounded = MULTIPLES[words.charAt(2)];
  const pair = words.length === 3 && rounded !== undefined ? spokenRange(words.slice(0, 2)) : null;
  if (pair && rounded) return { ...blank, value: pair[0] * rounded, high: pair[1] * rounded, vague: false };
  const value = words.length === 1 && sized ? (MULTIPLES[words] ?? null) : numeralValue(words);
  const scale = words.length > 1 ? (MULTIPLES[words.at(-1) ?? ''] ?? 1) : 1;
  return value === null ? blank : { ...blank, vague: false, ...decimals(text, end, value), scale };
}

/** 八十五点五 */
function decimals(text: string, end: number, whole: number): { end: number; value: number } {
  if (text.charAt(end) !== '点') return { end, value: whole };
  let i = end + 1;
  let value = whole;
  let place = 0.1;
  for (
    let digit = digitValue(text.charAt(i));
    digit !== undefined && place > 1e-6;
    digit = digitValue(text.charAt(i))
  ) {
    value += digit * place;
    place /= 10;
    i += 1;
  }
  return i === end + 1 ? { end, value: whole } : { end: i, value: Number(value.toFixed(6)) };
}

const scalarAt = (text: string, at: number): Scalar | null => arabic(text, at) ?? numeral(text, at);

/** 半数, 一半, 过半, 三分之二, 百分之八十, 九成: fractions that are written in words. */
function fractionAt(text: string, at: number): Scalar | null {
  const half = ['过半数', '过半', '半数', '一半', '百分百'].find((word) => text.startsWith(word, at));
  if (half !== undefined) {
    return {
      end: at + half.length,
      value: half === '百分百' ? 1 : 0.5,
      figures: false,
      vague: false,
      form: 'fraction',
    };
  }
  const first = scalarAt(text, at);
  if (!first || first.vague) return null;
  if (text.startsWith('分之', first.end)) {
    const second = scalarAt(text, first.end + 2);
    if (!second || second.vague || first.value === 0) return null;
    const value = Number((second.value / first.value).toFixed(6));
    return { ...second, value, form: 'fraction' };
  }
  const parted = first.figures
    ? /^\/(\d{1,3})(?![\d/.年月])/.exec(text.slice(first.end, first.end + 6))
    : null;
  const whole = Number(parted?.[1] ?? 0);
  if (parted && whole > first.value && first.value > 0 && text.charAt(at - 1) !== '/') {
    const value = Number((first.value / whole).toFixed(6));
    return { ...first, end: first.end + parted[0].length, value, form: 'fraction' };
  }
  const sign = text.charAt(first.end);
  if (sign === '%' || sign === '‰') {
    return {
      ...first,
      end: first.end + 1,
      value: Number((first.value / (sign === '%' ? 100 : 1000)).toFixed(8)),
      form: 'fraction',
    };
  }
  if (
    sign === '成' &&
    first.value <= 10 &&
    first.value >= 1 &&
    !AFTER_TENTH.has(text.charAt(first.end + 1))
  ) {
    const part = digitValue(text.charAt(first.end + 1)) ?? 0;
    const half = part > 0 && unitAt(text, first.end + 2) === null;
    const value = Number((first.value / 10 + (half ? part / 100 : 0)).toFixed(4));
    return { ...first, end: first.end + (half ? 2 : 1), value, form: 'fraction' };
  }
  return null;
}

/** 3:1, 1:20, 1比20; a time of day such as 18:00 is none. */
function ratioAt(text: string, at: number, first: Scalar): { end: number; value: number } | null {
  const sign = text.charAt(first.end);
  if (sign !== ':' && sign !== '比') return null;
  const second = scalarAt(text, first.end + 1);
  if (!second || second.vague || second.value === 0 || text.charAt(second.end) === ':') return null;
  if (sign === ':' && text.charAt(first.end + 1) === '0') return null;
  if (at > 1 && text.charAt(at - 1) === ':') return null;
  return { end: second.end, value: Number((first.value / second.value).toFixed(6)) };
}

/** The other end of a range: 3至5, 3名至5名, 50%-60%. */
function rangeEnd(text: string, end: number, first: Scalar): Scalar | null {
  if (!JOINTS.includes(text.charAt(end))) return null;
  let at = end + 1;
  while (text.charAt(at) === '-' && at < end + 3) at += 1;
  const second = fractionAt(text, at) ?? scalarAt(text, at);
  if (!second || second.vague) return null;
  const value = first.form === 'plain' && second.form === 'fraction' ? first.value / 100 : first.value;
  return second.value > value ? second : null;
}

/** 10-20万元: the 万 at the end counts for the beginning too. */
function sharedScale(first: Scalar, second: Scalar, parted: boolean): number {
  const scale = second.scale ?? 1;
  return !parted && scale >= 10_000 && (first.scale ?? 1) === 1 && first.value < second.value / scale
    ? scale
    : 1;
}

function numberAt(text: string, at: number): NumberWords | null {
  const first = fractionAt(text, at) ?? scalarAt(text, at);
  if (!first) return null;
  const base = { start: at, figures: first.figures, vague: first.vague };
  const ratio = first.form === 'plain' && !first.vague ? ratioAt(text, at, first) : null;
  if (ratio) return { ...base, end: ratio.end, low: ratio.value, form: 'ratio', unit: null };
  if (text.startsWith('个半', first.end) && first.form === 'plain' && !first.vague) {
    const unit = unitAt(text, first.end + 2);
    // 一个半小时
    if (unit?.unit.kind === 'hours')
      return {
        ...base,
        end: first.end + 2 + unit.length,
        low: first.value + 0.5,
        form: 'plain',
        unit: unit.unit,
      };
  }
  const own = first.form === 'plain' ? unitAt(text, first.end) : null;
  const ownEnd = own && own.unit.kind !== 'none' ? first.end + own.length : first.end;
  const second = first.vague ? null : (rangeEnd(text, first.end, first) ?? rangeEnd(text, ownEnd, first));
  if (second) {
    const found = second.form === 'plain' ? unitAt(text, second.end) : null;
    const sameForm =
      second.form === 'fraction' && first.form === 'plain'
        ? first.value / 100
        : first.value * sharedScale(first, second, own !== null);
    const end = second.end + (found?.length ?? 0);
    return { ...base, end, low: sameForm, high: second.value, form: second.form, unit: found?.unit ?? null };
  }
  const high = first.high === undefined ? {} : { high: first.high };
  return {
    ...base,
    ...high,
    end: own ? first.end + own.length : first.end,
    low: first.value,
    form: first.form,
    unit: own?.unit ?? null,
  };
}

/** 第三季度, 400-1600-950, 2024年: numbers that count nothing. */
function countsNothing(text: string, found: NumberWords): boolean {
  const before = text.charAt(found.start - 1);
  if (before === '第' || before === '.' || /[A-Za-z*]/.test(before)) return true;
  if (before === '-' && isDigit(text.charAt(found.start - 2))) return true;
  if (text.charAt(found.end) === '-' && isDigit(text.charAt(found.end + 1))) return true;
  if (found.unit?.kind === 'duration' && found.unit.code === 'year' && found.low >= 1000) return true;
  return found.unit === null && found.form === 'plain' && found.low >= 1_000_000;
}

/** The number that begins at a place, or null; `skip` says where to go on. */
export function readNumberAt(text: string, at: number): { number: NumberWords | null; skip: number } | null {
  const c = text.charAt(at);
  const begins =
    isDigit(c) ||
    isNumeral(c) ||
    c === '半' ||
    c === '几' ||
    text.startsWith('过半', at) ||
    (c === '数' && MULTIPLES[text.charAt(at + 1)]);
  if (!begins) return null;
  const found = numberAt(text, at);
  if (!found) return null;
  return { number: countsNothing(text, found) ? null : found, skip: Math.max(found.end, at + 1) };
}

/** Every number of a folded text, in order. */
export function readNumbers(text: string): NumberWords[] {
  const out: NumberWords[] = [];
  for (let i = 0; i < text.length; ) {
    const found = readNumberAt(text, i);
    if (found?.number) out.push(found.number);
    i = found ? found.skip : i + 1;
  }
  return out;
}
