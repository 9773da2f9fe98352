/** As the server keeps a text: without space around it, line ends as one sign, no control characters. */
export function tidyText(text: string, max: number): string {
  const plain = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
  return plain.trim().slice(0, max).trim();
}
