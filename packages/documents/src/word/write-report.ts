import {
  AlignmentType,
  BorderStyle,
  Document,
  type ISectionOptions,
  LineRuleType,
  Packer,
  Paragraph,
  type Table,
} from 'docx';
import { blank, bodyLine, flushLine, titleLines, writeBlock } from './blocks.ts';
import { withFontSubstitutes } from './font-table.ts';
import { pageFooters, pageProperties, typeArea } from './page-layout.ts';
import type { ReportAnnex, ReportDraft } from './report-draft.ts';
import { fonts, run, sizes } from './typography.ts';

const redInk = 'FF0000';

/** A Word file in the layout of GB/T 9704—2012. */
export async function writeReport(draft: ReportDraft): Promise<Uint8Array> {
  const annexes = draft.annexes ?? [];
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { size: sizes.three, font: { ascii: fonts.body, hAnsi: fonts.body, eastAsia: fonts.body } },
        },
      },
    },
    sections: [
      section(false, mainText(draft)),
      ...annexes.map((annex, i) => section(annex.wide ?? false, annexText(annex, i, annexes.length))),
    ],
  });
  return withFontSubstitutes(new Uint8Array(await Packer.toArrayBuffer(document)));
}

const section = (wide: boolean, children: (Paragraph | Table)[]): ISectionOptions => ({
  properties: pageProperties(wide),
  footers: pageFooters,
  children,
});

function mainText(draft: ReportDraft): (Paragraph | Table)[] {
  return [
    ...(draft.head ? redHead(draft.head) : []),
    ...titleLines(draft.title),
    blank(),
    ...(draft.addressee ? [flushLine(`${draft.addressee}：`)] : []),
    ...draft.blocks.flatMap((block) => writeBlock(block, typeArea.width)),
    ...annexList(draft.annexes ?? []),
    ...(draft.signature ? signatureLines(draft.signature) : []),
  ];
}

function redHead({ mark, number }: NonNullable<ReportDraft['head']>): Paragraph[] {
  const markLine = new Paragraph({
    alignment: AlignmentType.DISTRIBUTE,
    spacing: { before: 1400, after: 0 },
    children: [run([mark], { font: fonts.title, size: markSize(mark), color: redInk })],
  });
  const numberLine = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 600, after: 227 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: redInk, space: 11 } },
    children: [run([number ?? ''])],
  });
  return [markLine, numberLine, blank(), blank()];
}

/** As large as one line holds, at most 42 pt; in half points. */
const markSize = (mark: string): number => 2 * Math.min(42, Math.floor(440 / Math.max(1, mark.length)));

/** 附件说明, one blank line below the text: a single annex has no number. */
function annexList(annexes: readonly ReportAnnex[]): Paragraph[] {
  if (annexes.length === 0) return [];
  const names = annexes.map(({ title }) => title.replaceAll('\n', ''));
  if (names.length === 1) return [blank(), bodyLine(`附件：${names[0]}`)];
  return [blank(), ...names.map((name, i) => bodyLine(`${i === 0 ? '附件：' : '　　　'}${i + 1}.${name}`))];
}

/** Without a seal: the signer two characters from the right, the day starts two characters further right. */
function signatureLines({ by, on }: NonNullable<ReportDraft['signature']>): Paragraph[] {
  const [year, month, day] = on.split('-').map(Number);
  const date = `${year}年${month}月${day}日`;
  const width = (text: string): number =>
    [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 160 : 320), 0);
  const right = 640;
  const dateRight = Math.max(0, right + width(by) - width(date) - 640);
  const line = (text: string, indent: number): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: indent },
      keepLines: true,
      spacing: { line: 579, lineRule: LineRuleType.EXACT },
      children: [run([text])],
    });
  if (width(by) >= width(date) + 640) return [blank(), blank(), line(by, right), line(date, dateRight)];
  return [blank(), blank(), line(by, Math.max(right, width(date) - width(by) + 640)), line(date, right)];
}

function annexText(annex: ReportAnnex, i: number, of: number): (Paragraph | Table)[] {
  return [
    flushLine(of === 1 ? '附件' : `附件${i + 1}`, fonts.first),
    blank(),
    ...titleLines(annex.title),
    blank(),
    ...annex.blocks.flatMap((block) => writeBlock(block, annex.wide ? typeArea.wideWidth : typeArea.width)),
  ];
}
