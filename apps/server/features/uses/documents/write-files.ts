import type { DocumentKind } from '@hujian/contract';
import { type GridDraft, writeGrids, writeReport } from '@hujian/documents';
import { problems } from '../../../http/problem.ts';
import type { Context, FileAnswer } from '../../../http/route.ts';
import { excel, word } from '../../reports/media-types.ts';
import { ofRound } from '../use-round.ts';
import { dayWord } from '../words.ts';
import { composeReport } from './compose-report.ts';
import type { DocTable } from './drafted.ts';
import { type OpenDocument, openDocument } from './get-document.ts';

type OnKind = Context<{ round: number; kind: DocumentKind }, unknown, unknown>;

/** GET /rounds/:round/documents/:kind.docx */
export async function writeDocx(context: OnKind): Promise<FileAnswer> {
  const open = await openReady(context);
  const content = Buffer.from(
    await writeReport(composeReport(context.params.kind, open.words, open.drafted.tables)),
  );
  return { fileName: fileName(open, context, 'docx'), contentType: word, content };
}

/** GET /rounds/:round/documents/:kind.xlsx */
export async function writeXlsx(context: OnKind): Promise<FileAnswer> {
  const open = await openReady(context);
  const tables = Object.values(open.drafted.tables);
  const subtitle = `${open.round.title}，截至${dayWord(context.today)}`;
  const content = Buffer.from(await writeGrids(tables.map((table) => toGrid(table, subtitle))));
  return { fileName: fileName(open, context, 'xlsx'), contentType: excel, content };
}

/** Throws conflict with what must be done first. */
async function openReady(context: OnKind): Promise<OpenDocument> {
  const open = await openDocument(context);
  if (open.row.waitsFor !== null)
    throw problems.conflict(`《${open.row.title}》还不能生成：${open.row.waitsFor}。`);
  context.note({
    object: `round/${open.round.id}/${context.params.kind}`,
    ...ofRound(open.round),
    details: { kind: context.params.kind, version: open.version },
  });
  return open;
}

const fileName = ({ round, row }: OpenDocument, { today }: OnKind, end: string): string =>
  `${round.holder}-${row.title}-${today}.${end}`;

function toGrid({ title, columns, rows }: DocTable, subtitle: string): GridDraft {
  return {
    name: title.slice(0, 28),
    title,
    subtitle,
    frozenColumns: 1,
    columns: columns.map((column) => ({
      title: column.title,
      width: Math.max(7, Math.round(column.share * 4)),
      text: column.number !== true,
    })),
    rows: rows.map((row) =>
      row.map((cell, at) => ({ value: columns[at]?.number ? toNumber(cell) : cell || null })),
    ),
  };
}

/** 1,234.50 → 1234.5; what is no number stays text. */
function toNumber(cell: string): string | number | null {
  if (cell === '') return null;
  const value = Number(cell.replaceAll(',', ''));
  return Number.isFinite(value) ? value : cell;
}
