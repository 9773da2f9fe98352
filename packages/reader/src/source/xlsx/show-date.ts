import { dayOfSerial } from '@hujian/documents';
import type { FormatToken } from './show-number.ts';

interface Moment {
  /** `YYYY`, `MM`, `DD` */
  year: string;
  month: string;
  day: string;
  hours: number;
  minutes: number;
  seconds: number;
  /** Whole hours since the beginning of Excel's time, for [h]. */
  elapsed: number;
  /** Hours are counted to twelve. */
  halves: boolean;
}

/** A serial number as a day or an hour, in the order and with the words of the format. */
export function showDate(value: number, tokens: FormatToken[], from1904: boolean): string {
  const moment = momentOf(value, tokens, from1904);
  let last = '';
  const out = tokens.map(({ kind, text }, i) => {
    if (kind === 'literal' || kind === 'figures') return text;
    if (kind !== 'date') return '';
    const letter = letterOf(text);
    const next = tokens.slice(i + 1).find((one) => one.kind === 'date');
    // m is minutes beside hours or seconds, otherwise the month
    const isMinutes =
      letter === 'm' &&
      (last === 'h' || last === 'elapsed' || (next !== undefined && letterOf(next.text) === 's'));
    last = letter;
    return (writers[isMinutes ? 'minutes' : letter] ?? nothing)(moment, text);
  });
  return out.join('').trim();
}

function momentOf(value: number, tokens: FormatToken[], from1904: boolean): Moment {
  const [year = '', month = '', day = ''] = dayOfSerial(value, from1904)?.split('-') ?? [];
  const seconds = Math.round((value - Math.floor(value)) * 86_400) % 86_400;
  return {
    ...{ year, month, day },
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    elapsed: Math.floor(value * 24 + 1e-6),
    halves: tokens.some(({ kind, text }) => kind === 'date' && /^(AM|上午)/i.test(text)),
  };
}

const letterOf = (text: string): string => (text.startsWith('[') ? 'elapsed' : (text[0] ?? '').toLowerCase());

type Writer = (moment: Moment, text: string) => string;

const nothing: Writer = () => '';
const pad = (value: number, length: number): string => String(value).padStart(Math.min(length, 2), '0');

const writers: Record<string, Writer> = {
  y: ({ year }, text) => (text.length === 2 ? year.slice(2) : year),
  e: ({ year }) => year,
  m: ({ month }, text) => (text.length > 2 ? `${Number(month)}月` : pad(Number(month), text.length)),
  d: ({ day }, text) => (text.length > 2 ? '' : pad(Number(day), text.length)),
  h: ({ hours, halves }, text) => pad(halves ? hours % 12 || 12 : hours, text.length),
  minutes: ({ minutes }, text) => pad(minutes, text.length),
  s: ({ seconds }, text) => pad(seconds, text.length),
  a: ({ hours }, text) => (/^AM/i.test(text) ? (hours < 12 ? 'AM' : 'PM') : ''),
  上: ({ hours }) => (hours < 12 ? '上午' : '下午'),
  elapsed: ({ elapsed }) => String(elapsed),
};
