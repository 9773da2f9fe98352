import {
  BorderStyle,
  HorizontalPositionRelativeFrom,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { dayWords } from './closing.ts';
import { typeArea } from './page-layout.ts';
import type { ReportColophon } from './report-draft.ts';
import { run, sizes } from './typography.ts';

/** 0.35 mm first and last, 0.25 mm between; in eighths of a point. */
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const character = 280;
const lineHeight = 480;
const pixels = (twips: number): number => (twips * 96) / 1440;

/** 版记: whom copies go to, who printed it and when, its last line on the lower edge of the type area. */
export function colophonBlocks({ copies, issuer, on }: ReportColophon): Paragraph[] {
  const lines = (copies ? countLines(copies) : 0) + 1;
  const box = new ShapeRun({
    type: 'rectangle',
    // A text box is the one thing that Word and LibreOffice both put on the lower edge and keep text away from.
    transformation: { width: pixels(typeArea.width), height: pixels(lines * lineHeight + 120) },
    fill: 'none',
    line: 'none',
    textOptions: { verticalAlignment: 'bottom', margins: { top: 0, bottom: 1, left: 0, right: 0 } },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, offset: 0 },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.MARGIN,
        align: VerticalPositionAlign.BOTTOM,
      },
      wrap: { type: TextWrappingType.TOP_AND_BOTTOM },
    },
    altText: { name: '版记', description: copies ? `抄送：${copies}` : issuer },
    children: [
      rule(thick),
      ...(copies ? [copiesLine(copies), rule(thin)] : []),
      issuedLine(issuer, on),
      rule(thick),
    ],
  });
  // What the box hangs on: as low as a line can be.
  return [new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [box] })];
}

/** A line by itself, so that what it divides keeps its indents. */
const rule = (border: IBorderOptions): Paragraph =>
  new Paragraph({
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    border: { top: border },
    children: [run([''], { size: 2 })],
  });

const issuedLine = (issuer: string, on: string): Paragraph =>
  new Paragraph({
    spacing: { line: lineHeight, lineRule: LineRuleType.EXACT },
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - character }],
    children: [run([`　${issuer}\t${dayWords(on)}印发`], { size: sizes.four })],
  });

/** One character in on both sides; a line that runs on begins below the first word after the colon. */
const copiesLine = (copies: string): Paragraph =>
  new Paragraph({
    spacing: { line: lineHeight, lineRule: LineRuleType.EXACT },
    indent: { left: character * 4, hanging: character * 3, right: character },
    children: [run([`抄送：${ended(copies)}`], { size: sizes.four })],
  });

/** 26 characters stand between the indents after 抄送：. */
const countLines = (copies: string): number => Math.max(1, Math.ceil([...ended(copies)].length / 26));

const ended = (text: string): string => (/[。.]$/.test(text) ? text : `${text}。`);
