/** In Word a blank line inside a cell is lost, and a line may be taken for the next field: such lines carry this sign. */
const SIGN = '│';

/** Lines of a cell that holds one text. */
export const writeLines = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => ((line === '' && i > 0) || line.startsWith(SIGN) ? `${SIGN}${line}` : line))
    .join('\n');

export const readLines = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => (line.startsWith(SIGN) ? line.slice(1) : line))
    .join('\n');

/** Fields of one cell, `名称：…`, apart by wide blanks; what only looks like a field inside a value carries the sign. */
export function writeFields(
  fields: readonly (readonly [title: string, value: string])[],
  titles: ReadonlySet<string>,
): string {
  const guard = new RegExp(`　(?=${SIGN}|${startOf(titles)})`, 'g');
  return fields
    .map(([title, value]) => `${title}：${value.replace(guard, `　${SIGN}`).replaceAll('\n', `\n${SIGN}`)}`)
    .join('　');
}

const startOf = (titles: ReadonlySet<string>): string => `(?:${[...titles].join('|')})\\s*[：:]`;

/** The fields of a cell, or the words that are none. */
export function readFields(
  cell: string,
  titles: ReadonlySet<string>,
): { fields: Map<string, string> } | { line: string } {
  const fields = new Map<string, string>();
  const starts = new RegExp(`^\\s*(${[...titles].join('|')})\\s*[：:]`);
  // a field begins a line or follows a wide blank; whatever begins otherwise belongs to the field in front of it
  const parts = cell.split(new RegExp(`\n(?!${SIGN})|　(?=${startOf(titles)})`));
  for (const part of parts) {
    if (part.trim() === '') continue;
    const title = starts.exec(part)?.[1];
    if (title === undefined || fields.has(title)) return { line: part.trim() };
    const value = part.replace(starts, '').replaceAll(`\n${SIGN}`, '\n').replaceAll(`　${SIGN}`, '　');
    fields.set(title, value.trim());
  }
  return { fields };
}
