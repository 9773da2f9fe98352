/** Full-width Latin forms made half-width, character for character: places in the result are places in the text. */
export function fold(text: string): string {
  let out = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0xa0 || (code > 0x3000 && code < 0xff01)) continue;
    const wide = code >= 0xff01 && code <= 0xff5e;
    const blank = code === 0x3000 || code === 0xa0 || (code >= 0x2002 && code <= 0x200a);
    if (!wide && !blank) continue;
    out += text.slice(kept, i) + (wide ? String.fromCharCode(code - 0xfee0) : ' ');
    kept = i + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}

/** Only what tells two headings apart: no spaces, no punctuation, no years. */
export function bareWords(text: string): string {
  return fold(text)
    .replace(/\d{4}年?(?:度|版)?/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** True where a sentence or clause ends, so that a new piece may begin after it. */
export function endsPiece(character: string | undefined): boolean {
  return character === undefined || /[。;；!！?？”"’)）》〉】\]:：…\s]/.test(character);
}

export const SENTENCE_END = /[。;；!！?？]/;
