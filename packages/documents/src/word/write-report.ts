import { Document, type ISectionOptions, Packer, type Paragraph, type Table } from 'docx';
import { blank, flushLine, titleLines, writeBlock } from './blocks.ts';
import { annexList, attendanceLines, signatureLines } from './closing.ts';
import { colophonBlocks } from './colophon.ts';
import { withFontSubstitutes } from './font-table.ts';
import { pageFooters, pageProperties, typeArea } from './page-layout.ts';
import { redHead } from './red-head.ts';
import type { ReportAnnex, ReportDraft } from './report-draft.ts';
import { fonts, sizes } from './typography.ts';

/** A Word file in the layout of GB/T 9704—2012. */
export async function writeReport(draft: ReportDraft): Promise<Uint8Array> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    title: draft.title.replaceAll('\n', ''),
    styles: {
      default: {
        document: {
          run: { size: sizes.three, font: { ascii: fonts.body, hAnsi: fonts.body, eastAsia: fonts.body } },
        },
      },
    },
    sections: withColophon(draft, [
      section(false, mainText(draft)),
      ...(draft.annexes ?? []).map((annex, i, all) =>
        section(annex.wide ?? false, annexText(annex, i, all.length)),
      ),
    ]),
  });
  return withFontSubstitutes(new Uint8Array(await Packer.toArrayBuffer(document)));
}

interface Section {
  wide: boolean;
  children: (Paragraph | Table)[];
}

const section = (wide: boolean, children: (Paragraph | Table)[]): Section => ({ wide, children });

/** 版记 ends the last page; after a page across it has one of its own, since it stands upright. */
function withColophon({ colophon }: ReportDraft, sections: Section[]): ISectionOptions[] {
  if (colophon) {
    const last = sections.at(-1);
    if (last && !last.wide) last.children.push(...colophonBlocks(colophon));
    else sections.push(section(false, colophonBlocks(colophon)));
  }
  return sections.map(({ wide, children }) => ({
    properties: pageProperties(wide),
    footers: pageFooters,
    children,
  }));
}

function mainText(draft: ReportDraft): (Paragraph | Table)[] {
  return [
    ...(draft.head ? redHead(draft.head) : []),
    ...titleLines(draft.title),
    blank(),
    ...(draft.addressee ? [flushLine(`${draft.addressee}：`)] : []),
    ...draft.blocks.flatMap((block, i, all) => writeBlock(block, typeArea.width, i === all.length - 1)),
    ...annexList(draft.annexes ?? []),
    ...attendanceLines(draft.attendance ?? []),
    ...(draft.signature ? signatureLines(draft.signature) : []),
  ];
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
