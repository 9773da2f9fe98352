import type { Sheets } from './gather-sheets.ts';

/** What whoever uses the result must know, in Chinese. */
export function findWarnings(
  { sheets, units, panelists, twice }: Sheets,
  left: { own: readonly string[]; outside: number },
  names: Readonly<Record<string, string>> = {},
): string[] {
  const warnings: string[] = [];
  const parts = countParts(sheets, units.length, panelists.length);
  if (parts > 1) {
    warnings.push(
      `评议人分成互不交叉的 ${parts} 部分，没有人同时评过两部分的单位：部分之间的高低只能按平均严宽推算，名次区间因此很宽。`,
    );
  }
  const counts = new Array<number>(units.length).fill(0);
  for (const { unit } of sheets) counts[unit] = (counts[unit] ?? 0) + 1;
  const few = units
    .filter((_name, u) => (counts[u] ?? 0) < 3)
    .map((unit) => (Object.hasOwn(names, unit) ? (names[unit] ?? unit) : unit));
  if (few.length > 0) warnings.push(`${tell(few)}的评议表不足 3 份，结果只作参考。`);
  if (sheets.length > 0 && sheets.length === units.length) {
    warnings.push('没有一个单位有两份评议表，分不清单位的高低和评议人的宽严：区间取整个分数范围，不分档。');
  }
  if (panelists.length < 3) warnings.push('评议人不足 3 名，分不清是谁评得严、谁干得好。');
  if (left.own.length > 0) warnings.push(`${tell(left.own)}评了自己所在的单位，这些评分没有计入。`);
  if (twice > 0) warnings.push(`有 ${twice} 个评分重复（同一人、同一单位、同一项），每项只按最后一个计入。`);
  if (left.outside > 0) warnings.push(`有 ${left.outside} 个评分不是规定分数范围内的数，没有计入。`);
  return warnings;
}

const tell = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join('、')}等 ${names.length} 个` : names.join('、');

/** Parts of the net of units and panelists that no sheet joins. */
export function countParts(sheets: Sheets['sheets'], units: number, panelists: number): number {
  const parent = Array.from({ length: units + panelists }, (_one, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    for (let next = at; next !== top; ) {
      const up = parent[next] ?? top;
      parent[next] = top;
      next = up;
    }
    return top;
  };
  for (const { unit, panelist } of sheets) parent[find(unit)] = find(units + panelist);
  return new Set(parent.map((_one, at) => find(at))).size;
}
