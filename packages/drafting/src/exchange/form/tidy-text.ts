/** A text as every format can hold it: lines without blanks at their ends, no characters that no document may hold. */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
