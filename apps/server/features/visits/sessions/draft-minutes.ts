import { dayWord } from '../../reports/words.ts';
import type { SessionRecord } from './get-session.ts';
import type { SeatOfVisit } from './read-sheets.ts';
import { fewestSheets, meanOf, spreadOf } from './spread.ts';
import { type Sheet, sheetKey } from './tally-sheets.ts';

/** So much text fits into the minutes; what is longer stands in the ledger of entries. */
const longest = 7000;
const linesAtMost = 40;

/** A first version of the minutes out of the sheets, for a person to finish. Nobody is named. */
export function draftMinutes(
  session: SessionRecord,
  seats: readonly SeatOfVisit[],
  sheets: ReadonlyMap<string, Sheet>,
  reason: string | undefined,
): string {
  const visits = [...Map.groupBy(seats, ({ visit }) => visit).values()].map((own) => ({
    name: own[0]?.name ?? '',
    of: own.length,
    sheets: own
      .flatMap((seat) => sheets.get(sheetKey(seat.visit, seat.panelist)) ?? [])
      .filter((sheet) => sheet.in),
  }));
  const handed = visits.reduce((sum, visit) => sum + visit.sheets.length, 0);
  const text = [
    `${session.title}（${session.round_title}，主题：${session.theme}）`,
    `时间：${dayWord(session.held_on)}${session.place ? `　地点：${session.place}` : ''}`,
    `应交评议表${seats.length}份，收到${handed}份${reason ? `；未交齐的原因：${reason}` : ''}。`,
    '一、议程',
    ...session.agenda.map((line, at) => `${at + 1}．${line}`),
    '二、评议情况',
    ...visits.map(({ name, of, sheets: own }) => `${name}：收到${own.length}/${of}份，${sayLevel(own)}`),
    '三、看到的好做法',
    ...list(
      visits.flatMap(({ name, sheets: own }) =>
        own.flatMap(({ practices }) => practices.map((one) => `${name}：${one.title}`)),
      ),
    ),
    '四、指出的问题',
    ...list(
      visits.flatMap(({ name, sheets: own }) =>
        own.flatMap(({ findings }) => findings.map((one) => `${name}：${one.text.replaceAll('\n', ' ')}`)),
      ),
    ),
    '五、议定事项',
    '（由记录人补充：每个问题的责任单位、整改期限。）',
  ];
  return text.join('\n').slice(0, longest);
}

function sayLevel(sheets: readonly Sheet[]): string {
  if (sheets.length < fewestSheets) return `不足${fewestSheets}份，不作汇总。`;
  const means = sheets.flatMap(({ scores }) => (scores.size > 0 ? meanOf([...scores.values()]) : []));
  const { median } = spreadOf(means);
  const [findings, practices] = (['findings', 'practices'] as const).map((what) =>
    sheets.reduce((sum, sheet) => sum + sheet[what].length, 0),
  );
  return `评分中位数${median ?? '—'}分，指出问题${findings}条，好做法${practices}条。`;
}

const list = (lines: readonly string[]): string[] =>
  lines.length === 0 ? ['（没有记录）'] : lines.slice(0, linesAtMost).map((line, at) => `${at + 1}．${line}`);
