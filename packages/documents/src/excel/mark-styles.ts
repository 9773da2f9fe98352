/** Styles of a marked workbook: the red twin of each cell style, and the way back from red. */
export type MarkedStyles = {
  /** The new styles.xml. */
  text: string;
  red(style: number): number;
  /** The plain twin when the style is one of an earlier marking, else the style itself. */
  plain(style: number): number;
  /** Bold title and wrapped words of the column that says the faults. */
  words: number;
};

const red = 'FFFFC7CE';
const fill = `<fill><patternFill patternType="solid"><fgColor rgb="${red}"/><bgColor indexed="64"/></patternFill></fill>`;

/** Appends to every cell style a twin in red; undefined where the workbook has no usable styles. */
export function markStyles(text: string | undefined): MarkedStyles | undefined {
  if (!text) return undefined;
  const fills = /<(\w+:)?fills\b[^>]*>([\s\S]*?)<\/\1?fills>/.exec(text);
  const formats = /<(\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/\1?cellXfs>/.exec(text);
  if (!fills || !formats || fills[1]) return undefined;
  const fillList = (fills[2] ?? '').match(/<fill\b[^>]*\/>|<fill\b[^>]*>[\s\S]*?<\/fill>/g) ?? [];
  const list = (formats[2] ?? '').match(/<xf\b[^>]*\/>|<xf\b[^>]*>[\s\S]*?<\/xf>/g) ?? [];
  const redFill = fillList.length;
  const wasRed = fillList.map((one) => one.includes(red));
  const isRed = list.map((xf) => wasRed[Number(/fillId="(\d+)"/.exec(xf)?.[1] ?? 0)] ?? false);
  const count = list.length;
  const reds = list.map((xf) => withFill(xf, redFill));
  const plains = list.map((xf) => withFill(xf, 0));
  const wordsFormat =
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  const all = [...list, ...reds, ...plains, wordsFormat];
  const next = text
    .replace(fills[0], () => `<fills count="${redFill + 1}">${fillList.join('')}${fill}</fills>`)
    .replace(formats[0], () => `<cellXfs count="${all.length}">${all.join('')}</cellXfs>`);
  return {
    text: next,
    red: (style) => count + Math.min(style, count - 1),
    plain: (style) => (isRed[style] ? 2 * count + style : style),
    words: 3 * count,
  };
}

function withFill(xf: string, id: number): string {
  const head = /<xf\b[^>]*?(?=\/?>)/.exec(xf)?.[0] ?? '<xf';
  const bare = head.replace(/\s(fillId|applyFill)="[^"]*"/g, '');
  return xf.replace(head, () => `${bare} fillId="${id}" applyFill="1"`);
}
