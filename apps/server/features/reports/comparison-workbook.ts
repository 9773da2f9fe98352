import type { ComparisonView } from '@hujian/contract';
import { type GridCell, type GridDraft, writeGrids } from '@hujian/documents';
import { bandWord, dayWord, letters, percent, placeName } from './words.ts';

type Row = ComparisonView['rows'][number];
type Item = ComparisonView['items'][number];

/** The comparison as a workbook: organizations by items with colours, and the items themselves. */
export function comparisonWorkbook(view: ComparisonView): Promise<Uint8Array> {
  return writeGrids([overview(view), itemSheet(view)]);
}

function overview(view: ComparisonView): GridDraft {
  return {
    name: '对比',
    title: `${view.scope.name}对照《${view.edition.title}》情况`,
    subtitle: `截至${dayWord(view.asOf)}。${view.bandRule}`,
    frozenColumns: 1,
    columns: [
      { title: '组织', width: 30 },
      { title: '档次', width: 8 },
      { title: '得分', width: 8 },
      { title: '已知满分', width: 9 },
      { title: '加分', width: 7 },
      { title: '缺数据占比', width: 9 },
      { title: '否决条目', width: 12 },
      ...view.items.map(({ number, title }) => ({ title: `${number} ${title}`, width: 11 })),
    ],
    rows: view.rows.map((row) => [
      { value: placeName(row) },
      { value: bandWord(row.band) },
      { value: row.points },
      { value: row.possible },
      { value: row.bonus },
      { value: percent(row.notKnownShare) },
      { value: row.blocked.join('、') || null },
      ...row.cells.map((cell, i) => showCell(cell, view.items[i])),
    ]),
  };
}

function showCell(cell: Row['cells'][number], item: Item | undefined): GridCell {
  if (cell.v) {
    const { word, fill } = letters[cell.v];
    return {
      value: cell.v === 'm' || cell.v === 'u' ? `${word} ${cell.p ?? 0}/${cell.o ?? item?.of ?? 0}` : word,
      fill,
    };
  }
  const { m = 0, u = 0, k = 0, share } = cell;
  const fill = u > 0 ? letters.u.fill : k > 0 ? letters.k.fill : m > 0 ? letters.m.fill : letters.a.fill;
  return {
    value: `达${m} 未${u} 缺${k}${share === null || share === undefined ? '' : ` ${percent(share)}`}`,
    fill,
  };
}

function itemSheet(view: ComparisonView): GridDraft {
  return {
    name: '条目',
    title: `《${view.edition.title}》各条目情况`,
    subtitle: `截至${dayWord(view.asOf)}，共 ${view.rows.length} 个组织`,
    frozenColumns: 3,
    columns: [
      { title: '章', width: 18 },
      { title: '条', width: 6 },
      { title: '条目', width: 34 },
      { title: '分值', width: 8 },
      ...(['达标', '未达标', '不适用', '缺数据'] as const).map((title) => ({ title, width: 9 })),
    ],
    rows: itemCounts(view).map(({ item, m, u, a, k }) => [
      { value: item.chapter },
      { value: item.number },
      { value: item.title },
      { value: item.of },
      { value: m },
      { value: u, ...(u > 0 ? { fill: letters.u.fill } : {}) },
      { value: a },
      { value: k, ...(k > 0 ? { fill: letters.k.fill } : {}) },
    ]),
  };
}

export interface ItemCount {
  item: Item;
  m: number;
  u: number;
  a: number;
  k: number;
}

/** How many organizations have which verdict, by item; of townships the counts of their villages. */
export const itemCounts = ({ items, rows }: ComparisonView): ItemCount[] =>
  items.map((item, i) => {
    const counts = { m: 0, u: 0, a: 0, k: 0 };
    for (const { cells } of rows) {
      const cell = cells[i];
      if (cell?.v) counts[cell.v] += 1;
      else for (const letter of ['m', 'u', 'a', 'k'] as const) counts[letter] += cell?.[letter] ?? 0;
    }
    return { item, ...counts };
  });
