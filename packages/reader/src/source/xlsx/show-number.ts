import { writeNumber } from '../docx/number-formats.ts';
import { showDate } from './show-date.ts';

/**
 * A number as Excel shows it in this format: figures, percentages, words around them, dates. Formats that are not known
 * here (fractions, exponents, thousands) give the number as it is.
 */
export function showNumber(value: number, code: string, from1904: boolean): string {
  const section = sectionOf(value, code.length > 400 ? 'General' : code);
  if (/[0#?]\s*\/\s*[0-9#?]|[0#]E[+-]|[0#?],+(?![0#?,])/i.test(section.code)) return general(value);
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
  return showFigures(section.magnitude ? Math.abs(value) : value, tokens);
}

/** Excel's own: at most 11 figures, no zeros at the end; whole numbers with all their figures. */
export function general(value: number): string {
  if (!Number.isFinite(value) || Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(11)));
}

/** One piece of a format code. */
export interface FormatToken {
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
  /"([^"]*)"|[\\!](.)|_.|\*.|\[([^\]]*)\]|(General|G\/通用格式)|(AM\/PM|上午\/下午|[yYeE]+|[mM]+|[dD]+|[hH]+|[sS]+|a{3,4})|([0#?.,]+)|(%)|(@)|(.)/gsu;

function tokensOf(code: string): FormatToken[] {
  const tokens: FormatToken[] = [];
  for (const match of code.matchAll(token)) {
    const [, quoted, escaped, bracket, plain, date, figures, percent, text, other] = match;
    if (quoted !== undefined || escaped !== undefined)
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? '' });
    else if (bracket !== undefined) {
      if (/^DBNum[12]$/i.test(bracket)) tokens.push({ kind: 'chinese', text: '' });
      else if (/^[hms]+$/i.test(bracket)) tokens.push({ kind: 'date', text: match[0] });
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

function aroundFigures(tokens: FormatToken[], figures: string): string {
  let written = false;
  const out = tokens.map(({ kind, text }) => {
    if (kind === 'literal' || kind === 'percent') return text;
    if (written || kind === 'chinese') return '';
    written = true;
    return figures;
  });
  return out.join('').trim();
}

function showFigures(value: number, tokens: FormatToken[]): string {
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
function fixed(value: number, decimals: number): string {
  const places = Math.min(decimals, 15);
  if (value >= 1e15 || value < 1e-6) return value.toFixed(places);
  return Number(`${Math.round(Number(`${value.toPrecision(15)}e${places}`))}e-${places}`).toFixed(places);
}
