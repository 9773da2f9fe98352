import type { DocumentKind, DocumentWords } from '@hujian/contract';
import type { ReportAnnex, ReportBlock, ReportDraft, ReportTable } from '@hujian/documents';
import type { DocTable } from './drafted.ts';
import { kindRule } from './kinds.ts';

type Section = DocumentWords['sections'][number];
type Tables = Record<string, DocTable>;

/** Minutes say after the text who was there. */
const attendance = new Set(['出席', '列席', '请假', '缺席']);
/** With so many columns, or so much in them, a table is turned across the sheet. */
const wideFrom = { columns: 7, share: 24 };

/** Words and tables as an official document. A section that is all table becomes an annex. */
export function composeReport(kind: DocumentKind, words: DocumentWords, tables: Tables): ReportDraft {
  const { upward } = kindRule(kind);
  const there = words.sections.filter(({ heading }) => attendance.has(heading));
  const annexes = words.sections.filter((one) => isAnnex(one, tables));
  const body = words.sections.filter((one) => !there.includes(one) && !annexes.includes(one));
  const minutes = there.length > 0;
  return {
    ...(words.mark
      ? {
          head: {
            mark: words.mark,
            ...(words.number ? { number: words.number } : {}),
            ...(upward ? { signers: [words.signer || '　　　'] } : {}),
          },
          colophon: {
            ...(words.copies ? { copies: words.copies } : {}),
            issuer: words.signedBy || words.mark.replace(/(?:文件|会议纪要)$/, ''),
            on: words.signedOn,
          },
        }
      : {}),
    title: words.title,
    ...(words.addressee ? { addressee: words.addressee.replace(/[：:]$/, '') } : {}),
    blocks: body.flatMap((one) => composeSection(one, tables)),
    attendance: there.map(({ heading, text }) => ({ word: heading, people: text })),
    ...(minutes || !words.signedBy ? {} : { signature: { by: words.signedBy, on: words.signedOn } }),
    annexes: annexes.map((one) => composeAnnex(one, tables)),
  };
}

const isAnnex = ({ heading, text, table }: Section, tables: Tables): boolean =>
  text === '' &&
  heading !== '' &&
  !/^[一二三四五六七八九十]+、/.test(heading) &&
  table !== null &&
  table in tables;

function composeSection({ heading, text, table }: Section, tables: Tables): ReportBlock[] {
  const shown = table === null ? undefined : tables[table];
  const lines = text.split('\n').map((one) => one.trim());
  return [
    ...(heading ? [composeHeading(heading)] : []),
    ...lines.filter(Boolean).map(composeLine),
    ...(shown ? [composeTable(shown, false, shown.title)] : []),
  ];
}

const composeHeading = (text: string): ReportBlock => ({
  kind: 'heading',
  level: /^（[一二三四五六七八九十]+）/.test(text) ? 2 : /^\d+[.．]/.test(text) ? 3 : 1,
  text,
});

/** （一）标题。正文: the first sentence stands in the face of a heading of the second level. */
function composeLine(line: string): ReportBlock {
  const found = /^(（[一二三四五六七八九十]+）[^。；]{1,40}。?)(.*)$/s.exec(line);
  if (!found) return { kind: 'paragraph', text: line };
  const [, lead = '', rest = ''] = found;
  return rest === '' ? { kind: 'heading', level: 2, text: lead } : { kind: 'paragraph', lead, text: rest };
}

function composeTable({ columns, rows }: DocTable, small: boolean, caption?: string): ReportTable {
  return {
    kind: 'table',
    ...(caption ? { caption } : {}),
    columns: columns.map(({ title, share, align }) => ({ title, share, ...(align ? { align } : {}) })),
    rows: rows.length > 0 ? rows : [columns.map((_, at) => (at === 0 ? '无' : ''))],
    small,
  };
}

function composeAnnex({ heading, table }: Section, tables: Tables): ReportAnnex {
  const shown = tables[table ?? ''];
  if (!shown) throw new Error(`an annex has its table: ${heading}`);
  const share = shown.columns.reduce((sum, column) => sum + column.share, 0);
  const wide = shown.columns.length >= wideFrom.columns || share >= wideFrom.share;
  return { title: heading, wide, blocks: [composeTable(shown, true)] };
}
