/** As the server keeps a text: no space around it, one sign for a line's end, nothing that is no text. */
export function tidyText(text: string, max: number): string {
  const plain = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
  // The cut may go through the middle of a character.
  return plain
    .trim()
    .slice(0, max)
    .replaceAll(/\p{Surrogate}/gu, '')
    .trim();
}
