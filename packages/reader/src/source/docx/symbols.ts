/** Figures in circles of Wingdings, and the signs of Symbol that stand in bounds: fonts with letters of their own. */
const symbol: Record<number, string> = {
  163: '≤',
  179: '≥',
  177: '±',
  180: '×',
  184: '÷',
  185: '≠',
  37: '%',
};
const wingdings: Record<number, string> = { 111: '□', 168: '□', 252: '√', 251: '×', 254: '☑', 82: '☑' };

/** The sign that the page shows for a letter of a symbol font; `code` as in the file, often from F000 on. */
export function readSymbol(font: string, code: number): string {
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return '';
  const own = code >= 0xf000 && code <= 0xf0ff;
  if (!own && code > 0xff) return String.fromCharCode(code);
  const low = code & 0xff;
  if (/^symbol$/i.test(font)) return symbol[low] ?? '□';
  if (/^wingdings$/i.test(font)) {
    if (low >= 0x81 && low <= 0x8a) return String.fromCharCode(0x2460 + low - 0x81);
    if (low >= 0x8c && low <= 0x95) return String.fromCharCode(0x2776 + low - 0x8c);
    return wingdings[low] ?? '□';
  }
  return own ? '□' : String.fromCharCode(code);
}
