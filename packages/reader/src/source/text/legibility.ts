/** How readable characters are: 2 in everyday use, 1 rare but fit, 3 of another script, 0 no part of any text. */
export type Ease = 0 | 1 | 2 | 3;

/** The 3,755 characters of everyday use, the first level of GB 2312, by code point; made at the first call. */
let everyday: Uint8Array | undefined;

function everydayHan(): Uint8Array {
  if (everyday) return everyday;
  const known = new Uint8Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  for (let row = 0xb0; row <= 0xd7; row++) {
    const bytes = new Uint8Array(94 * 2);
    for (let i = 0; i < 94; i++) bytes.set([row, 0xa1 + i], i * 2);
    for (const character of decoder.decode(bytes)) known[character.charCodeAt(0)] = 1;
  }
  known[0xe5e5] = 0;
  everyday = known;
  return known;
}

/** First and last code points, and how readable what lies between is; the first that fits counts. */
const ranges: [number, number, Ease][] = [
  [0x20, 0x7e, 2],
  [0x4e00, 0x9fff, 1],
  [0x3000, 0x303f, 2],
  [0xff01, 0xff5e, 2],
  [0x2010, 0x206f, 2],
  [0x2460, 0x24ff, 2],
  [0x2150, 0x22ff, 1],
  [0x25a0, 0x27bf, 1],
  [0x3200, 0x33ff, 1],
  [0x3400, 0x4dbf, 1],
  [0x20000, 0x3ffff, 1],
  [0x370, 0x10ff, 3],
  [0x1100, 0x1aff, 3],
  [0x3040, 0x312f, 3],
  [0xa000, 0xa4cf, 3],
  [0xac00, 0xd7a3, 3],
  [0xfb50, 0xfdff, 3],
  [0xfe70, 0xfefe, 3],
];

/** Tab, line ends, and the few signs of Latin-1 that Chinese texts use. */
const single = new Set([9, 10, 13, 0xa0, 0xa7, 0xb0, 0xb1, 0xb7, 0xd7]);

export function easeOf(code: number): Ease {
  if (code >= 0x4e00 && code <= 0x9fff && everydayHan()[code] === 1) return 2;
  for (const [first, last, ease] of ranges) if (code >= first && code <= last) return ease;
  return single.has(code) ? 2 : 0;
}

const shares: Record<Ease, number> = { 0: 0, 1: 0.25, 2: 1, 3: 0.25 };
const weights: Record<Ease, number> = { 0: 3, 1: 2, 2: 0, 3: 1 };

/**
 * The share of what is beyond ASCII that reads as Chinese of today, from 0 to 1; 1 where all is ASCII. Mojibake scores
 * low: a wrong encoding scatters characters over the rare ones.
 */
export function legibility(text: string): number {
  let seen = 0;
  let easy = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    const ease = easeOf(code);
    if (code < 0x80 && ease === 2) continue;
    seen++;
    easy += shares[ease];
  }
  return seen === 0 ? 1 : easy / seen;
}

/** A stretch of a text that cannot be read, in UTF-16 units. */
export interface Stretch {
  from: number;
  to: number;
}

const window = 12;

/**
 * Stretches lost to a wrong encoding: where among twelve characters in a row many are no part of any text, or rare, or
 * question marks that stand in for something. Linear in the length.
 */
export function findIllegible(text: string): Stretch[] {
  const costs = weigh(text);
  const found: Stretch[] = [];
  let sum = 0;
  for (let end = 0; end < costs.length; end++) {
    sum += costs[end] ?? 0;
    if (end >= window) sum -= costs[end - window] ?? 0;
    if (end < window - 1 || sum <= window) continue;
    const from = end - window + 1;
    const last = found.at(-1);
    if (last && from <= last.to + window) last.to = end + 1;
    else found.push({ from, to: end + 1 });
  }
  return [...found, ...certain(text, found)]
    .map((stretch) => trimmed(stretch, costs))
    .sort((a, b) => a.from - b.from);
}

/** What each character adds: more than one on the average makes the window illegible, so another script alone does not. */
function weigh(text: string): Uint8Array {
  const found = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) found[i] = 6;
    else if (code >= 0xd800 && code <= 0xdfff) found[i] = 1;
    else if (code === 0x3f)
      found[i] = text.charCodeAt(i - 1) === 0x3f || text.charCodeAt(i + 1) === 0x3f ? 3 : 1;
    else if (code >= 0x80) found[i] = weights[easeOf(code)];
  }
  return found;
}

/** U+FFFD and the words that it turns into when it is saved once more are lost wherever they stand. */
function certain(text: string, found: Stretch[]): Stretch[] {
  const more: Stretch[] = [];
  let next = 0;
  for (const match of text.matchAll(/\ufffd+|(?:锟斤拷){1,1000}|烫烫烫|屯屯屯/g)) {
    while ((found[next]?.to ?? Number.POSITIVE_INFINITY) <= match.index) next++;
    const inside = found[next];
    if (!inside || match.index < inside.from)
      more.push({ from: match.index, to: match.index + match[0].length });
  }
  return more;
}

/** Without the sound characters at its ends. */
function trimmed({ from, to }: Stretch, costs: Uint8Array): Stretch {
  let first = from;
  let last = to;
  while (first < last - 1 && costs[first] === 0) first++;
  while (last > first + 1 && costs[last - 1] === 0) last--;
  return { from: first, to: last };
}
