import type { ComparisonView } from '@hujian/contract';
import { type ReportAnnex, type ReportBlock, type ReportTable, writeReport } from '@hujian/documents';
import { type ItemCount, itemCounts } from './comparison-workbook.ts';
import { bandWord, dayWord, letters, percent, placeName, points, reportTitle } from './words.ts';

const itemsAcross = 22;

/** The comparison as a Word report: bands and shortfalls in words, the whole table as an annex. No order of places. */
export function comparisonReport(view: ComparisonView, day: string): Promise<Uint8Array> {
  return writeReport({
    title: reportTitle(view.scope.name, view.edition.title),
    blocks: [...overall(view), ...organizations(view), ...shortfalls(view), ...unknowns(view)],
    signature: { by: view.scope.name, on: day },
    annexes: view.by === 'village' ? [everyCell(view)] : [],
  });
}

const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });
const heading = (text: string): ReportBlock => ({ kind: 'heading', level: 1, text });

function overall({ rows, bands, by, asOf, bandRule, edition }: ComparisonView): ReportBlock[] {
  const unit = by === 'village' ? '个组织' : '个乡镇（街道）';
  const full = rows.reduce((sum, row) => sum + row.fullMarks, 0);
  const possible = rows.reduce((sum, row) => sum + row.possible, 0);
  const counts = (['A', 'B', 'C', 'D'] as const)
    .map((band) => `${bandWord(band)}${bands[band]}个`)
    .join('、');
  return [
    heading('一、总体情况'),
    paragraph(
      `截至${dayWord(asOf)}，按《${edition.title}》（修订号${edition.revision}）考评${rows.length}${unit}：${counts}，因缺数据不分档${bands.unknown}个。`,
    ),
    paragraph(
      `缺数据的分值占应考评分值的${percent(full > 0 ? (full - possible) / full : 0)}，缺数据不作未达标处理。`,
    ),
    paragraph(bandRule),
  ];
}

function organizations(view: ComparisonView): ReportBlock[] {
  const table: ReportTable = {
    kind: 'table',
    columns: [
      { title: '组织', share: 6 },
      { title: '档次', share: 2, align: 'center' },
      { title: '得分/已知满分', share: 3, align: 'center' },
      { title: '缺数据', share: 2, align: 'center' },
      { title: '否决条目', share: 3 },
    ],
    rows: view.rows.map((row) => [
      placeName(row),
      bandWord(row.band),
      `${points(row.points)}/${points(row.possible)}`,
      percent(row.notKnownShare),
      row.blocked.join('、'),
    ]),
  };
  return [heading('二、分组织情况'), paragraph('以下按组织代码排列，不反映先后。'), table];
}

function shortfalls(view: ComparisonView): ReportBlock[] {
  const short = itemCounts(view)
    .filter(({ u }) => u > 0)
    .sort((a, b) => b.u - a.u)
    .slice(0, 15);
  if (short.length === 0) return [heading('三、短板条目'), paragraph('没有未达标的条目。')];
  return [heading('三、短板条目'), paragraph('未达标组织较多的条目如下。'), countTable(short, 'u', '未达标')];
}

function unknowns(view: ComparisonView): ReportBlock[] {
  const unknown = itemCounts(view)
    .filter(({ k }) => k > 0)
    .sort((a, b) => b.k - a.k)
    .slice(0, 15);
  if (unknown.length === 0) return [];
  return [
    heading('四、缺数据条目'),
    paragraph('以下条目因没有记录而无法判断，请先补齐记录。'),
    countTable(unknown, 'k', '缺数据'),
  ];
}

const countTable = (counts: readonly ItemCount[], letter: 'u' | 'k', title: string): ReportTable => ({
  kind: 'table',
  columns: [
    { title: '条', share: 1, align: 'center' },
    { title: '条目', share: 8 },
    { title, share: 2, align: 'center' },
    { title: '应考评', share: 2, align: 'center' },
  ],
  rows: counts.map((count) => [
    count.item.number,
    count.item.title,
    String(count[letter]),
    String(count.m + count.u + count.k),
  ]),
});

/** Organizations by items; a standard with many items takes several tables of equal width. */
function everyCell(view: ComparisonView): ReportAnnex {
  const blocks: ReportBlock[] = [
    paragraph(
      Object.values(letters)
        .map(({ sign, word }) => `“${sign}”为${word}`)
        .join('，')
        .concat('。'),
    ),
  ];
  for (let from = 0; from < view.items.length; from += itemsAcross) {
    const items = view.items.slice(from, from + itemsAcross);
    const letterAt = (row: ComparisonView['rows'][number], i: number) =>
      letters[row.cells[from + i]?.v ?? 'k'];
    blocks.push({
      kind: 'table',
      small: true,
      caption: `第${items[0]?.number ?? ''}条至第${items.at(-1)?.number ?? ''}条`,
      columns: [
        { title: '组织', share: 5 },
        ...items.map(({ number }) => ({ title: number, share: 1, align: 'center' as const })),
      ],
      rows: view.rows.map((row) => [row.organization.name, ...items.map((_, i) => letterAt(row, i).sign)]),
      shades: view.rows.map((row) => ['', ...items.map((_, i) => letterAt(row, i).fill)]),
    });
  }
  return { title: '逐条情况', wide: true, blocks };
}
