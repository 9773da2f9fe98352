/** How readable characters are: 2 in everyday use, 1 rare but fit, 0 no part of any text. */
export type Ease = 0 | 1 | 2;

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

export function easeOf(code: number): Ease {
  if (code < 0x80)
    return code >= 0x20 ? (code === 0x7f ? 0 : 2) : code === 9 || code === 10 || code === 13 ? 2 : 0;
  if (code >= 0x4e00 && code <= 0x9fff) return everydayHan()[code] === 1 ? 2 : 1;
  if (code >= 0x3000 && code <= 0x303f) return 2;
  if (code >= 0xff01 && code <= 0xff5e) return 2;
  if (code >= 0x2010 && code <= 0x206f) return 2;
  if (code >= 0x2460 && code <= 0x24ff) return 2;
  if (code >= 0x2150 && code <= 0x22ff) return 1;
  if (code >= 0x25a0 && code <= 0x27bf) return 1;
  if (code === 0xa0 || code === 0xb7 || code === 0xd7 || code === 0xb1 || code === 0xa7) return 2;
  if (code >= 0x3400 && code <= 0x4dbf) return 1;
  if (code >= 0x20000 && code <= 0x3ffff) return 1;
  if (code >= 0x3200 && code <= 0x33ff) return 1;
  return 0;
}

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
    easy += ease === 2 ? 1 : ease === 1 ? 0.25 : 0;
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
 * Stretches lost to a wrong encoding: where of twelve characters in a row a third is no part of any text, or rare, or
 * a question mark that stands in for something. Linear in the length.
 */
export function findIllegible(text: string): Stretch[] {
  const weights = weigh(text);
  const found: Stretch[] = [];
  let sum = 0;
  for (let end = 0; end < weights.length; end++) {
    sum += weights[end] ?? 0;
    if (end >= window) sum -= weights[end - window] ?? 0;
    if (end < window - 1 || sum < window) continue;
    const from = end - window + 1;
    const last = found.at(-1);
    if (last && from <= last.to + window) last.to = end + 1;
    else found.push({ from, to: end + 1 });
  }
  return [...found, ...certain(text, found)]
    .map((stretch) => trimmed(stretch, weights))
    .sort((a, b) => a.from - b.from);
}

/** Three for what is lost, two for rare signs, of which a third makes the window illegible. */
function weigh(text: string): Uint8Array {
  const weights = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) weights[i] = 6;
    else if (code >= 0xd800 && code <= 0xdfff) weights[i] = 1;
    else if (code === 0x3f)
      weights[i] = text.charCodeAt(i - 1) === 0x3f || text.charCodeAt(i + 1) === 0x3f ? 3 : 1;
    else if (code >= 0x80) weights[i] = [3, 2, 0][easeOf(code)] ?? 0;
  }
  return weights;
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
function trimmed({ from, to }: Stretch, weights: Uint8Array): Stretch {
  let first = from;
  let last = to;
  while (first < last - 1 && weights[first] === 0) first++;
  while (last > first + 1 && weights[last - 1] === 0) last--;
  return { from: first, to: last };
}
