import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { ReportTable } from './report-draft.ts';
import { fonts, run, sizes } from './typography.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

type CellLook = { align: 'left' | 'center' | 'right'; font: string; size: number; shade?: string };

/** A table over the type area whose head repeats on every page. */
export function writeTable(table: ReportTable, width: number): (Paragraph | Table)[] {
  const total = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => Math.floor((share / total) * width));
  const size = table.small ? sizes.five : sizes.smallFour;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ title }, i) =>
      cell(title, widths[i] ?? 0, { align: 'center', font: fonts.first, size }),
    ),
  });
  const rows = table.rows.map(
    (row, r) =>
      new TableRow({
        // A row that could be longer than a page is broken rather than lost.
        cantSplit: row.every((text) => text.length < 300),
        children: table.columns.map(({ align }, i) => {
          const shade = table.shades?.[r]?.[i];
          const look = { align: align ?? 'left', font: fonts.body, size, ...(shade ? { shade } : {}) };
          return cell(row[i] ?? '', widths[i] ?? 0, look);
        }),
      }),
  );
  const body = new Table({
    rows: [head, ...rows],
    columnWidths: widths,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
  });
  return table.caption ? [caption(table.caption), body] : [body];
}

const caption = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [run([text], { font: fonts.first, size: sizes.smallFour })],
  });

function cell(text: string, width: number, { align, font, size, shade }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    ...(shade ? { shading: { fill: shade } } : {}),
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          alignment: AlignmentType[align === 'center' ? 'CENTER' : align === 'right' ? 'RIGHT' : 'LEFT'],
          spacing: { line: Math.round(size * 12), lineRule: LineRuleType.AT_LEAST },
          children: [run([part], { font, size })],
        }),
    ),
  });
}
