import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** A cell of a result table; `fill` is an RGB colour. Texts are written as texts, whatever they begin with. */
export type GridCell = { value: string | number | null; fill?: string };

/** A table of results: a title, a line that says what it shows, and columns that stay in sight. */
export type GridDraft = {
  name: string;
  title: string;
  subtitle: string;
  /** `width` in letters of the Latin alphabet; `text`: from the left, over several lines where it is long. */
  columns: readonly { title: string; width: number; text?: boolean }[];
  rows: readonly (readonly GridCell[])[];
  /** Columns on the left that stay while the rest is scrolled. */
  frozenColumns: number;
};

const line = { style: 'thin', color: { rgb: 'D0D5DD' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const title: CellStyle = { font: { name: '黑体', size: 16 }, alignment: { vertical: 'center' } };
const subtitle: CellStyle = {
  font: { name: '宋体', size: 10, color: { rgb: '6B7280' } },
  alignment: { vertical: 'center' },
};
const head: CellStyle = {
  font: { name: '黑体', size: 10 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF3' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};

const body = (text: boolean, fill: string | undefined): CellStyle => ({
  font: { name: '宋体', size: 10 },
  border,
  alignment: text ? { vertical: 'center', wrapText: true } : { horizontal: 'center', vertical: 'center' },
  ...(text ? { numFmt: '@' } : {}),
  ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } } : {}),
});

/** Result tables as .xlsx, printed on A4 across with the head repeated. */
export function writeGrids(grids: readonly GridDraft[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: grids.map(writeGrid), properties: { title: grids[0]?.title ?? '' } });
}

function writeGrid(grid: GridDraft): WriteSheet {
  const width = grid.columns.length;
  const rows: CellValue[][] = [
    [grid.title],
    [grid.subtitle],
    grid.columns.map((column) => column.title),
    ...grid.rows.map((row) => row.map(({ value }) => value)),
  ];
  const styles = new Map<string, CellStyle>();
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, style: CellStyle): void => {
    cells.set(`${row},${column}`, { style, value: rows[row]?.[column] ?? null });
  };
  put(0, 0, title);
  put(1, 0, subtitle);
  for (let column = 0; column < width; column++) put(2, column, head);
  for (const [r, row] of grid.rows.entries()) {
    for (const [column, { value, fill }] of row.entries()) {
      const text =
        typeof value === 'string' && (column < grid.frozenColumns || grid.columns[column]?.text === true);
      const key = `${text}${fill ?? ''}`;
      const style = styles.get(key) ?? body(text, fill);
      styles.set(key, style);
      put(r + 3, column, style);
    }
  }
  return {
    name: grid.name,
    rows,
    cells,
    columns: grid.columns.map((column) => ({ width: column.width })),
    merges: [0, 1].map((row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: Math.max(0, Math.min(width, 12) - 1),
    })),
    freezePane: { rows: 3, columns: grid.frozenColumns },
    rowDefs: new Map([[0, { height: 30 }], [2, { height: 48 }], ...tallRows(grid)]),
    pageSetup: printing(width),
  };
}

/** Points: not every program makes a row as high as its longest text by itself. */
const lineHeight = 13.5;

function tallRows({ columns, rows, frozenColumns }: GridDraft): [number, { height: number }][] {
  return rows.flatMap((row, r) => {
    const lines = row.map(({ value }, at) => {
      const column = columns[at];
      const wraps = typeof value === 'string' && (at < frozenColumns || column?.text === true);
      return wraps ? Math.ceil(widthOf(value) / Math.max(1, (column?.width ?? 1) - 1)) : 1;
    });
    const most = Math.max(1, ...lines);
    return most > 1 ? [[r + 3, { height: most * lineHeight + 3 }]] : [];
  });
}

/** In Latin letters: a Chinese one is as wide as two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

/** A narrow table fits the width of a sheet; a wide one runs over several, its first column repeated on each. */
const printing = (columns: number): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: 'landscape',
  printTitlesRow: '$3:$3',
  ...(columns <= 16
    ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
    : { scale: 70, printTitlesColumn: '$A:$A' }),
});
