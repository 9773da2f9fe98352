import { AlignmentType, LineRuleType, Paragraph } from 'docx';
import { blank, bodyLine } from './blocks.ts';
import { linePitch } from './page-layout.ts';
import type { ReportAnnex, ReportDraft } from './report-draft.ts';
import { fonts, run } from './typography.ts';

/** 附件说明, one blank line below the text: a single annex has no number. */
export function annexList(annexes: readonly ReportAnnex[]): Paragraph[] {
  if (annexes.length === 0) return [];
  const names = annexes.map(({ title }) => title.replaceAll('\n', ''));
  if (names.length === 1) return [blank(true), bodyLine(`附件：${names[0]}`, '', true)];
  return [
    blank(true),
    ...names.map((name, i) => bodyLine(`${i === 0 ? '附件：' : '　　　'}${i + 1}.${name}`, '', true)),
  ];
}

/** 出席, 请假, 列席 of minutes: a line that runs on begins below the first name. */
export function attendanceLines(attendance: NonNullable<ReportDraft['attendance']>): Paragraph[] {
  if (attendance.length === 0) return [];
  return [blank(), ...attendance.map(attendanceLine)];
}

function attendanceLine({ word, people }: { word: string; people: string }): Paragraph {
  const left = 640 + 320 * ([...word].length + 1);
  return new Paragraph({
    spacing: { line: linePitch, lineRule: LineRuleType.EXACT },
    indent: { left, hanging: left - 640 },
    children: [run([`${word}：`], { font: fonts.first }), run([people])],
  });
}

/** Without a seal: the signer two characters from the right, the day starts two characters further right. */
export function signatureLines({ by, on }: NonNullable<ReportDraft['signature']>): Paragraph[] {
  const date = dayWords(on);
  const right = 640;
  const dateRight = Math.max(0, right + width(by) - width(date) - 640);
  const line = (text: string, indent: number, last: boolean): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: indent },
      keepLines: true,
      keepNext: !last,
      spacing: { line: linePitch, lineRule: LineRuleType.EXACT },
      children: [run([text])],
    });
  const pair =
    width(by) >= width(date) + 640
      ? [line(by, right, false), line(date, dateRight, true)]
      : [line(by, Math.max(right, width(date) - width(by) + 640), false), line(date, right, true)];
  return [blank(true), blank(true), ...pair];
}

/** 2026-03-05 → 2026年3月5日 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 160 : 320), 0);
