/** Full-width Latin forms made half-width, character for character: places in the result are places in the text. */
export function fold(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\u00A0\u2002-\u200A]/g, (c) => {
    const code = c.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
  });
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
