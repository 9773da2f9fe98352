import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType } from 'docx';
import { blank } from './blocks.ts';
import { linePitch, typeArea } from './page-layout.ts';
import type { ReportHead } from './report-draft.ts';
import { fonts, run } from './typography.ts';

const redInk = 'FF0000';
const character = 320;
/** From the edge of the type area to the top of the mark: 35 mm. */
const aboveMark = Math.round((35 * 1440) / 25.4);
/** The red line lies 4 mm below the number; in points. */
const belowNumber = 11;

/** The mark, two lines below it the number (and who signs), the red line, and two lines down to the title. */
export function redHead(head: ReportHead): Paragraph[] {
  const size = markSize(head.mark);
  // The glyphs sit a little below the top of their line: what the line holds above them is taken off the distance.
  const height = Math.round(size * 10 * 1.2);
  const markLine = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: {
      before: aboveMark - Math.round((height - size * 10) / 2),
      line: height,
      lineRule: LineRuleType.EXACT,
    },
    children: [run([head.mark], { font: fonts.title, size, color: redInk })],
  });
  return [markLine, blank(), blank(), numberLine(head), blank(), blank()];
}

function numberLine({ number = '', signers = [] }: ReportHead): Paragraph {
  const shared = {
    spacing: { line: linePitch, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: redInk, space: belowNumber } },
  };
  if (signers.length === 0)
    return new Paragraph({ ...shared, alignment: AlignmentType.CENTER, children: [run([number])] });
  // Upward: the number one character in on the left, the signers one character in on the right.
  return new Paragraph({
    ...shared,
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - character }],
    children: [run([`　${number}\t签发人：`]), run([signers.join('　')], { font: fonts.second })],
  });
}

/** As large as one line holds, at most 42 pt; in half points. */
const markSize = (mark: string): number => 2 * Math.min(42, Math.floor(440 / Math.max(1, [...mark].length)));
