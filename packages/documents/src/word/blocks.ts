import { AlignmentType, LineRuleType, Paragraph, type Table } from 'docx';
import { breakTitle } from './break-title.ts';
import { linePitch } from './page-layout.ts';
import type { ReportBlock } from './report-draft.ts';
import { writeTable } from './table.ts';
import { fonts, run, sizes } from './typography.ts';

const exact = { line: linePitch, lineRule: LineRuleType.EXACT };
const twoCharacters = { firstLineChars: 200, firstLine: 632 };

const headingFont = { 1: fonts.first, 2: fonts.second, 3: fonts.body } as const;

export const blank = (keepNext = false): Paragraph =>
  new Paragraph({ spacing: exact, keepNext, children: [run([''])] });

export const bodyLine = (text: string, lead = '', keepNext = false): Paragraph =>
  new Paragraph({
    keepNext,
    spacing: exact,
    indent: twoCharacters,
    alignment: AlignmentType.BOTH,
    children: [...(lead ? [run([lead], { font: fonts.second })] : []), run([text])],
  });

export const flushLine = (text: string, font: string = fonts.body): Paragraph =>
  new Paragraph({ spacing: exact, children: [run([text], { font })] });

/** Title in 小标宋 二号, centred, broken by the sender's own line breaks, or between words into lines of like length. */
export function titleLines(title: string): Paragraph[] {
  return title
    .split('\n')
    .flatMap(breakTitle)
    .map(
      (line) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { line: 660, lineRule: LineRuleType.EXACT },
          children: [run([line], { font: fonts.title, size: sizes.two })],
        }),
    );
}

/** `keep`: it stays with what follows, so that a signature never stands alone on a page. */
export function writeBlock(block: ReportBlock, width: number, keep = false): (Paragraph | Table)[] {
  if (block.kind === 'paragraph') return [bodyLine(block.text, block.lead, keep)];
  if (block.kind === 'heading') {
    const line = new Paragraph({
      spacing: exact,
      indent: twoCharacters,
      keepNext: true,
      children: [run([block.text], { font: headingFont[block.level] })],
    });
    return [line];
  }
  return writeTable(block, width);
}
