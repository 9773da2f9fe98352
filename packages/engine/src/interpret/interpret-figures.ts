import type { FigureTest } from '../grammar/check.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import { amountOf, type Values } from '../parameters/values.ts';
import { addMonths } from '../window/calendar.ts';
import { told, unknown } from './telling.ts';
import type { World } from './world.ts';

interface Valued {
  readonly day: string;
  readonly value: number;
}

/** The values of a figure, newest first; of one day the one entered last. */
export function newest(
  figure: string,
  world: World,
  validMonths?: number,
  organization = world.self.id,
): readonly Valued[] {
  const rows = world.rows.figures
    .filter((f) => f.organization === organization && f.figure === figure && f.counted_on <= world.asOf)
    .filter((f) => validMonths === undefined || addMonths(f.counted_on, validMonths) >= world.asOf)
    .sort((a, b) => (a.counted_on === b.counted_on ? b.id - a.id : a.counted_on < b.counted_on ? 1 : -1));
  return rows
    .filter((f, i) => rows[i - 1]?.counted_on !== f.counted_on)
    .map((f) => ({ day: f.counted_on, value: f.value }));
}

export function interpretFigures(tests: readonly FigureTest[], world: World, values: Values): Measured {
  const readings = tests.flatMap((test, i) => {
    const mine = readFigure(test, world, values);
    return tests.length > 1 ? mine.map((r) => ({ ...r, test: i })) : mine;
  });
  if (readings.length > 0 && readings.every((r) => r.count === undefined)) return unknown('no-row');
  return told(readings, 'no-row');
}

function readFigure(test: FigureTest, world: World, values: Values): Reading[] {
  const subject = { kind: 'figure', key: test.figure } as const;
  if (test.years !== undefined) {
    const end = world.asOf.endsWith('12-31')
      ? Number(world.asOf.slice(0, 4))
      : Number(world.asOf.slice(0, 4)) - 1;
    const years = Array.from({ length: test.years }, (_, i) => end - (test.years ?? 1) + 1 + i);
    return years
      .filter((y) => `${y}-12-31` >= world.self.founded_on)
      .map((y) => {
        const row = newest(test.figure, world).find((v) => v.day.startsWith(`${y}-`));
        return { from: `${y}-01-01`, until: `${y}-12-31`, ...(row ? { count: row.value } : {}), subject };
      });
  }
  const row = newest(
    test.figure,
    world,
    test.validMonths === undefined ? undefined : amountOf(test.validMonths, values),
  )[0];
  if (!row) return [{ subject }];
  const here = { from: row.day, until: row.day, subject };
  const { compare } = test;
  if (!compare) return [{ ...here, count: row.value }];
  const day = addMonths(row.day, -12 * compare.yearsAgo);
  const owners = compare.of === 'self' ? [world.self] : world.above.slice(1);
  for (const owner of owners) {
    const other = newest(compare.figure, world, undefined, owner.id).find(
      (v) => compare.yearsAgo === 0 || v.day <= day,
    );
    if (other) return [{ ...here, count: row.value, against: other.value }];
  }
  return [here];
}
