import type { FigureCheck, FigureTest } from '../grammar/check.ts';
import { type Frame, yearsBefore } from '../plan/probes.ts';
import { testProbes } from '../plan/probes-of-check.ts';
import { makeDay, partsOf } from '../window/calendar.ts';
import { doesNotApply, isMeasured, isNotKnown } from './answers.ts';
import type { FactReader, FigureRow } from './fact-reader.ts';
import type { Measured, Reading } from './measured.ts';

/** The newest value of each alternative; a value that is not there is a reading without a count. */
export function measureFigure(check: Pick<FigureCheck, 'anyOf'>, frame: Frame, reader: FactReader): Measured {
  const readings = check.anyOf.flatMap((test, i) =>
    readTest(test, frame, reader).map((r) => (check.anyOf.length > 1 ? { ...r, test: i } : r)),
  );
  if (readings.length === 0) return doesNotApply('nothing-due');
  return readings.every((r) => r.count === undefined) ? isNotKnown('no-row') : isMeasured(readings, 'no-row');
}

function readTest(test: FigureTest, frame: Frame, reader: FactReader): readonly Reading[] {
  const subject = { kind: 'figure', key: test.figure } as const;
  const [own, other] = testProbes(test, frame).map((probe) => reader.figures(probe));
  if (test.years !== undefined)
    return readYears(test.years, own ?? [], frame, reader).map((r) => ({ ...r, subject }));
  const newest = own?.[0];
  if (!newest) return [{ subject }];
  const reading = { from: newest.day, until: newest.day, subject, count: newest.value };
  if (!test.compare) return [reading];
  const against = findCompared(other ?? [], newest, test.compare.yearsAgo);
  return against === undefined
    ? [{ from: newest.day, until: newest.day, subject }]
    : [{ ...reading, against }];
}

/** The value to compare with, as it stood so many years before the newest: of the nearest organization that has one. */
function findCompared(rows: readonly FigureRow[], newest: FigureRow, yearsAgo: number): number | undefined {
  const day = yearsBefore(newest.day, yearsAgo);
  const known = yearsAgo === 0 ? rows : rows.filter((row) => row.day <= day);
  const nearest = Math.min(...known.map((row) => row.depth));
  return known.find((row) => row.depth === nearest)?.value;
}

/** The newest value of each of the last years that have ended. */
function readYears(
  years: number,
  rows: readonly FigureRow[],
  frame: Frame,
  reader: FactReader,
): readonly Reading[] {
  const { year, month, day } = partsOf(frame.asOf);
  const last = month === 12 && day === 31 ? year : year - 1;
  return Array.from({ length: years }, (_, i) => last - years + 1 + i).flatMap((y) => {
    const [from, until] = [makeDay(y, 1, 1), makeDay(y, 12, 31)];
    if (until < reader.facts.founded) return [];
    const row = rows.find((r) => r.day >= from && r.day <= until);
    return [{ from, until, ...(row ? { count: row.value } : {}) }];
  });
}
