import { openSource, readDraft } from '@hujian/reader';
import {
  AlignmentType,
  Document,
  type FileChild,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { medianOf, round, timeOf } from './numbers.ts';

export interface ReadingSpeed {
  read50PagesMs: number;
  readSheet2000Ms: number;
  /** Items found, so that a fast reader that finds nothing is seen. */
  items: { pages: number; sheet: number };
}

/** From the bytes of a standard to its draft: a Word file of 50 pages, a scoring sheet of 2,000 rows. */
export async function measureReading(): Promise<ReadingSpeed> {
  const pages = await timeReading(await writePages(50));
  const sheet = await timeReading(await writeSheet(2000));
  return {
    read50PagesMs: pages.ms,
    readSheet2000Ms: sheet.ms,
    items: { pages: pages.items, sheet: sheet.items },
  };
}

async function timeReading(bytes: Uint8Array): Promise<{ ms: number; items: number }> {
  const times: number[] = [];
  let items = 0;
  for (let run = 0; run < 5; run += 1) {
    const ms = await timeOf(async () => {
      const editions = readDraft(await openSource(bytes));
      items = editions.reduce((sum, { chapters }) => sum + chapters.flatMap((one) => one.items).length, 0);
    });
    times.push(ms);
  }
  return { ms: round(medianOf(times)), items };
}

const sentences = [
  '支部党员大会每季度至少召开1次，党小组会每月召开1次，全年党课不少于4次。',
  '党员每年参加集中学习培训不少于32学时，书记和班子成员不少于56学时。',
  '制定年度工作计划，会议记录完整，档案齐全。',
  '服务场所面积不低于90平方米，设施完好，标识统一，整洁有序。',
  '群众满意度达到90%以上，没有发生违纪违法案件。',
  '一般每半年走访困难党员1次，原则上每年慰问不少于2次。',
];

/** About 600 characters a page, as a page of 22 lines of 28 characters holds. */
async function writePages(pages: number): Promise<Uint8Array> {
  const reference = 'standard';
  const numbered = (text: string, level: number): Paragraph =>
    new Paragraph({ text, numbering: { reference, level } });
  const children: FileChild[] = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: '农村党组织建设示范标准', bold: true, size: 44 })],
    }),
  ];
  for (let page = 0; page < pages; page += 1) {
    if (page % 5 === 0) children.push(numbered('工作制度', 0));
    for (let item = 0; item < 6; item += 1) {
      const at = page * 6 + item;
      const text = [0, 1, 2].map((k) => sentences[(at + k) % sentences.length] ?? '').join('');
      children.push(numbered(text, 1));
    }
    if (page % 10 === 9) children.push(writeTable(page));
  }
  const levels = [
    { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
    { level: 1, format: LevelFormat.DECIMAL, text: '%2．' },
  ];
  return Packer.toBuffer(
    new Document({ numbering: { config: [{ reference, levels }] }, sections: [{ children }] }),
  );
}

function writeTable(page: number): Table {
  const row = (texts: string[]): TableRow =>
    new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const rows = Array.from({ length: 20 }, (_, i) => row([`${i + 1}`, sentences[(page + i) % 6] ?? '', '']));
  return new Table({ rows: [row(['序号', '资料', '备注']), ...rows] });
}

/** A scoring sheet whose first column is merged over ten rows each. */
async function writeSheet(count: number): Promise<Uint8Array> {
  const rows: CellValue[][] = [['农村党组织考核评分细则'], ['考核项目', '考核内容', '分值', '评分办法']];
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }];
  for (let i = 0; i < count - 2; i += 1) {
    const first = i % 10 === 0;
    rows.push([
      first ? `第${i / 10 + 1}类工作` : null,
      `${i + 1}．${sentences[i % sentences.length]}`,
      0.5 * ((i % 8) + 1),
      '每少1次扣0.5分，没有记录的扣1分，扣完为止。',
    ]);
    if (first) merges.push({ startRow: i + 2, startCol: 0, endRow: Math.min(i + 11, count - 1), endCol: 0 });
  }
  return writeXlsx({ sheets: [{ name: '评分细则', rows, merges }] });
}
