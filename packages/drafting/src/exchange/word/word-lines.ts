/** In Word a blank line inside a cell is lost, and a line may be taken for the next field: such lines carry this sign. */
const SIGN = '│';

/** Lines of a cell that holds one text. */
export const writeLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' || line.startsWith(SIGN) ? `${SIGN}${line}` : line))
    .join('\n');

export const readLines = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => (line.startsWith(SIGN) ? line.slice(1) : line))
    .join('\n');

/** Fields one below the other, `名称：…`; further lines of a field carry the sign. */
export const writeFields = (fields: readonly (readonly [title: string, value: string])[]): string =>
  fields.map(([title, value]) => `${title}：${value.replaceAll('\n', `\n${SIGN}`)}`).join('\n');

/** The fields of a cell, or the line that is none. */
export function readFields(
  cell: string,
  titles: ReadonlySet<string>,
): { fields: Map<string, string> } | { line: string } {
  const fields = new Map<string, string>();
  let last: string | undefined;
  for (const line of cell.split('\n')) {
    if (line.startsWith(SIGN) && last !== undefined) {
      fields.set(last, `${fields.get(last) ?? ''}\n${line.slice(1)}`);
      continue;
    }
    const [, title = '', value = ''] = /^([^：:]{1,20})[：:](.*)$/.exec(line) ?? [];
    if (!titles.has(title.trim()) || fields.has(title.trim())) {
      if (line.trim() === '') continue;
      return { line };
    }
    last = title.trim();
    fields.set(last, value.trim());
  }
  return { fields };
}
