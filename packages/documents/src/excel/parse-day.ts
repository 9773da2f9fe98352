import type { RawCell } from './cell.ts';
import {
  cleanText,
  dayOfSerial,
  halfWidth,
  type Parsed,
  parsed,
  refuseCell,
  refused,
  shorten,
} from './parse-cell.ts';

/** What a column does with a date that names only a month or a year: refuse it, or take its first or last day. */
export type DayColumn = { partial?: 'refuse' | 'first' | 'last'; least?: string; most?: string };

type Parts = { year: number; month?: number; day?: number };

const chineseDigits = '〇一二三四五六七八九';
const form = /^(\d{4})(?:年|[-./])(?:(\d{1,2})(?:月|[-./]|$)(?:(\d{1,2})日?(?:[T\s].*|\d{1,2}:.*)?)?)?$/;

/** A day as 'YYYY-MM-DD', as it stands on the wall; times are dropped and never shift the day. */
export function parseDay(cell: RawCell, from1904: boolean, column: DayColumn = {}): Parsed<string> {
  const wrong = refuseCell(cell);
  if (wrong) return wrong;
  if (cell.kind === 'date') return bounded(dayOfSerial(cell.number, from1904), cell.text, column);
  if (cell.kind === 'boolean') return refused('应填日期，例如 2026-03-05');
  if (cell.kind === 'number') return fromNumber(cell, from1904, column);
  return fromText(cell.text, column);
}

function fromNumber(cell: RawCell, from1904: boolean, column: DayColumn): Parsed<string> {
  const { number } = cell;
  if (number >= 19_000_101 && number <= 29_991_231) return fromText(String(number), column);
  if (number >= 1900 && number < 2200) {
    const [year, month] = cell.text.split('.');
    return fromText(month === undefined ? `${year}年` : `${year}.${month}`, column);
  }
  return bounded(dayOfSerial(number, from1904), cell.text, column);
}

function fromText(raw: string, column: DayColumn): Parsed<string> {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw);
  if (plain) return bounded(dayOf(Number(plain[1]), Number(plain[2]), Number(plain[3])), raw, column);
  const shown = shorten(cleanText(raw));
  const text = arabic(halfWidth(cleanText(raw)).replace(/\s*([年月日./-])\s*/g, '$1'));
  const parts = partsOf(text);
  if (!parts) return refused(`“${shown}”不是日期，请写成 2026-03-05 的样子`);
  const { year, month, day } = parts;
  if (month !== undefined && day !== undefined) return bounded(dayOf(year, month, day), shown, column);
  if (!column.partial || column.partial === 'refuse') {
    return refused(`“${shown}”没有写到日，请写成 2026-03-05 的样子`);
  }
  if (column.partial === 'first') return bounded(dayOf(year, month ?? 1, 1), shown, column);
  const lastMonth = month ?? 12;
  const last = new Date(Date.UTC(year, lastMonth, 0)).getUTCDate();
  return bounded(dayOf(year, lastMonth, last), shown, column);
}

function partsOf(text: string): Parts | undefined {
  const plain =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text) ?? /^(\d{4})$/.exec(text);
  const found = plain ?? form.exec(text);
  if (!found) return undefined;
  const [, year, month, day] = found;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

/** 二〇二六年三月五日 → 2026年3月5日 */
function arabic(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/.test(text)) return text;
  const digit = (c: string): number => chineseDigits.indexOf(c.replace(/[零○]/, '〇'));
  return text.replace(/[〇零○一二三四五六七八九十]+/g, (run) => {
    if (!run.includes('十')) return [...run].map(digit).join('');
    const [tens = '', ones = ''] = run.split('十');
    return String((tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones)));
  });
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayOf(year: number, month: number, day: number): string | undefined {
  const leap = month === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0));
  const last = (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
  if (day < 1 || day > last) return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function bounded(day: string | undefined, shown: string, { least, most }: DayColumn): Parsed<string> {
  if (day === undefined) return refused(`“${shorten(shown)}”不是存在的日期`);
  if (day < (least ?? '1900-01-01')) return refused(`${day} 太早，请核对年份`);
  if (day > (most ?? '2199-12-31')) return refused(`${day} 太晚，请核对年份`);
  return parsed(day);
}
