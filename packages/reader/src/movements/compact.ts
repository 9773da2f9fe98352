import { samePlaces } from '../numbers/places.ts';

/** A text without blanks and with half-width signs, so that the grammar knows one form of everything. */
export interface Compact {
  text: string;
  /** Where each character stood in the source. */
  from: number[];
}

const BLANK = /[ \t\r\f\v\u00a0\u2000-\u200f\u202f\u2060\u3000\ufeff]/;
const DASHES = '‐‑‒–—―−─';

/** Line breaks stay: they end a clause. */
export function compact(source: string): Compact {
  // Most texts have no blanks: then every character stays at its place.
  let from: number[] | null = null;
  let text = '';
  let kept = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    // Almost every character is one of these and stays as it is.
    if (((code > 0x3001 && code < 0xfe00) || (code > 0x20 && code < 0x7e)) && code !== 0x301c) {
      from?.push(i);
      continue;
    }
    const char = source.charAt(i);
    text += source.slice(kept, i);
    kept = i + 1;
    if (BLANK.test(char)) {
      from ??= samePlaces(i).slice(0, i);
      continue;
    }
    text += halfWidth(char);
    from?.push(i);
  }
  return { text: kept === 0 ? source : text + source.slice(kept), from: from ?? samePlaces(source.length) };
}

function halfWidth(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x301c || code === 0x223c) return '~';
  if (DASHES.includes(char)) return '-';
  return char;
}

/** The exact source words from one compact position to another, without blanks at the ends. */
export function sourceWords(source: string, { from }: Compact, start: number, end: number): string {
  const first = from[start];
  const last = from[end - 1];
  return first === undefined || last === undefined ? '' : source.slice(first, last + 1).trim();
}
