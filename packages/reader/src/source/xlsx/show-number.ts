import { dayOfSerial } from '@hujian/documents';
import { writeNumber } from '../docx/number-formats.ts';

/**
 * A number as Excel shows it in this format: figures, percentages, words around them, dates. Formats that are not known
 * here (fractions, exponents) give the number as it is.
 */
export function showNumber(value: number, code: string, from1904: boolean): string {
  const section = sectionOf(value, code.length > 400 ? 'General' : code);
  const tokens = tokensOf(section.code);
  if (tokens.some(({ kind }) => kind === 'date')) {
    return value >= 0 && value < 2_958_466 ? showDate(value, tokens, from1904) : general(value);
  }
  if (tokens.some(({ kind }) => kind === 'chinese')) {
    const words = Number.isInteger(value)
      ? writeNumber(Math.abs(value), 'chineseCountingThousand')
      : general(value);
    return aroundFigures(tokens, words);
  }
  if (/[0#?]\s*\/\s*[0-9#?]|[0#]E[+-]/i.test(section.code)) return general(value);
  return showFigures(section.magnitude ? Math.abs(value) : value, tokens);
}

/** Excel's own: at most 11 figures, no zeros at the end. */
export function general(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(11)));
}

interface Token {
  kind: 'figures' | 'literal' | 'percent' | 'date' | 'general' | 'text' | 'chinese';
  text: string;
}

/** Sections for positive; negative; zero. In one of its own a negative number loses its sign. */
function sectionOf(value: number, code: string): { code: string; magnitude: boolean } {
  const sections = splitSections(code);
  const [first = 'General', second, third] = sections;
  if (value < 0 && second !== undefined && sections.length > 1) return { code: second, magnitude: true };
  if (value === 0 && third !== undefined && sections.length > 2) return { code: third, magnitude: false };
  return { code: first, magnitude: false };
}

function splitSections(code: string): string[] {
  const sections: string[] = [''];
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const c = code[i] ?? '';
    if (c === '"') quoted = !quoted;
    if (c === '\\' && !quoted) sections[sections.length - 1] += c + (code[++i] ?? '');
    else if (c === ';' && !quoted) sections.push('');
    else sections[sections.length - 1] += c;
  }
  return sections;
}

const token =
  /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General|G\/通用格式)|(AM\/PM|上午\/下午|[yYeE]+|[mM]+|[dD]+|[hH]+|[sS]+|a{3,4})|([0#?.,]+)|(%)|(@)|(.)/gsu;

function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  for (const match of code.matchAll(token)) {
    const [, quoted, escaped, bracket, plain, date, figures, percent, text, other] = match;
    if (quoted !== undefined || escaped !== undefined)
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? '' });
    else if (bracket !== undefined) {
      if (/^DBNum[12]$/i.test(bracket)) tokens.push({ kind: 'chinese', text: '' });
      else if (/^[hms]+$/i.test(bracket)) tokens.push({ kind: 'date', text: bracket });
      else if (/^\$[^-]/.test(bracket))
        tokens.push({ kind: 'literal', text: bracket.slice(1).split('-')[0] ?? '' });
    } else if (plain !== undefined) tokens.push({ kind: 'general', text: '' });
    else if (date !== undefined) tokens.push({ kind: 'date', text: date });
    else if (figures !== undefined) tokens.push({ kind: 'figures', text: figures });
    else if (percent !== undefined) tokens.push({ kind: 'percent', text: '%' });
    else if (text !== undefined) tokens.push({ kind: 'text', text: '' });
    else if (other !== undefined) tokens.push({ kind: 'literal', text: other });
  }
  return tokens;
}

function aroundFigures(tokens: Token[], figures: string): string {
  let written = false;
  const out = tokens.map(({ kind, text }) => {
    if (kind === 'literal' || kind === 'percent') return text;
    if (written || kind === 'chinese') return '';
    written = true;
    return figures;
  });
  return out.join('').trim();
}

function showFigures(value: number, tokens: Token[]): string {
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const scaled = value * 100 ** percents;
  const pattern = tokens
    .filter(({ kind }) => kind === 'figures')
    .map(({ text }) => text)
    .join('');
  if (pattern === '') return aroundFigures(tokens, tokens.length === 0 ? '' : general(scaled));
  const [whole = '', decimals = ''] = pattern.replaceAll(',', '').split('.');
  const least = (decimals.match(/0/g) ?? []).length;
  let text = fixed(Math.abs(scaled), decimals.length);
  while (text.includes('.') && text.endsWith('0') && (text.split('.')[1]?.length ?? 0) > least)
    text = text.slice(0, -1);
  text = text.replace(/\.$/, '');
  const wanted = (whole.match(/0/g) ?? []).length;
  const [figures = '', rest] = text.split('.');
  let front = figures.padStart(wanted, '0');
  if (/[0#?],+[0#?]/.test(pattern)) front = front.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = scaled < 0 && Number(text) !== 0 ? '-' : '';
  return sign + aroundFigures(tokens, rest === undefined ? front : `${front}.${rest}`);
}

/** Rounded as a person rounds the figures that Excel keeps: 1.005 to two places is 1.01. */
const fixed = (value: number, places: number): string =>
  Number(value.toPrecision(15)) >= 1e15
    ? String(value)
    : Number(
        `${Number(`${Number(value.toPrecision(15))}e${Math.min(places, 15)}`).toFixed(0)}e-${Math.min(places, 15)}`,
      ).toFixed(Math.min(places, 15));

function showDate(value: number, tokens: Token[], from1904: boolean): string {
  const [year = '', month = '', day = ''] = dayOfSerial(value, from1904)?.split('-') ?? [];
  const seconds = Math.round((value - Math.floor(value)) * 86_400) % 86_400;
  const parts = {
    year,
    month,
    day,
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
  };
  const noon = tokens.some(({ text }) => /^(AM\/PM|上午\/下午)$/.test(text));
  let last = '';
  const out = tokens.map(({ kind, text }, i) => {
    if (kind === 'literal' || kind === 'figures') return text;
    if (kind !== 'date') return '';
    const letter = (text[0] ?? '').toLowerCase();
    const following = tokens
      .slice(i + 1)
      .find((one) => one.kind === 'date')
      ?.text[0]?.toLowerCase();
    const minutes = letter === 'm' && text.length <= 2 && (last === 'h' || following === 's');
    last = letter;
    if (minutes) return pad(parts.minutes, text.length);
    if (text.length > 2 && letter === 'a')
      return /^(AM\/PM)$/.test(text) ? (parts.hours < 12 ? 'AM' : 'PM') : '';
    if (letter === '上') return parts.hours < 12 ? '上午' : '下午';
    if (letter === 'y' || letter === 'e') return text.length === 2 && letter === 'y' ? year.slice(2) : year;
    if (letter === 'm') return text.length > 2 ? `${Number(month)}月` : pad(Number(month), text.length);
    if (letter === 'd') return text.length > 2 ? '' : pad(Number(day), text.length);
    if (letter === 'h') return pad(noon ? parts.hours % 12 || 12 : parts.hours, text.length);
    return letter === 's' ? pad(seconds % 60, text.length) : '';
  });
  return out.join('').trim();
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
