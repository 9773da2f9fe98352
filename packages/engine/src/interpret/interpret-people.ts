import type { HoursCheck } from '../grammar/check.ts';
import type { People } from '../grammar/people.ts';
import { holdsBounds } from '../judge/hold.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import { amountOf, type HeldBound, holdBounds, type Values } from '../parameters/values.ts';
import { newest } from './interpret-figures.ts';
import { type Found, findPeople, registersFor } from './people.ts';
import { askOf, LADDER, lesser, openUnless, told, unknown } from './telling.ts';
import { lookThrough, type Stretch } from './windows.ts';
import { type World, wasKept } from './world.ts';

export function interpretHours(check: HoursCheck, world: World, values: Values): Measured {
  if (!wasKept(world, registersFor(check.who), world.asOf, world.asOf)) return unknown('register');
  const bounds = holdBounds(check.bounds, values);
  const people = findPeople(check.who, world, values).filter(
    (f) => f.sure && f.row && world.members.has(f.row.organization) && !f.row.exempt_hours,
  );
  const reach = [{ word: 'atLeast', value: amountOf(check.reach, values) }] as const;
  const ask = askOf({ kind: 'every', period: 'year' }, reach, world, values);
  const readings = lookThrough(ask, (stretch) => {
    const due = people.filter((f) => f.since <= stretch.from);
    if (due.length === 0) return null;
    const reached = due.filter(
      (f) => holdsBounds({ count: hoursOf(f, check, world, stretch) }, bounds) === 'yes',
    );
    const kept = wasKept(world, ['trainings'], stretch.from, lesser(stretch.until, world.asOf));
    return { count: reached.length, of: due.length, ...openUnless(kept) };
  });
  return told(readings, 'register');
}

/** Tenths of hours add up exactly. */
function hoursOf(found: Found, check: HoursCheck, world: World, stretch: Stretch): number {
  const { grade, concentrated, activities } = check.only;
  const tenths = world.rows.attendances
    .filter((e) => e.person === found.person && e.happened_on <= world.asOf && stretch.has(e.happened_on))
    .filter(
      (e) => grade === undefined || (e.grade !== null && LADDER.indexOf(e.grade) >= LADDER.indexOf(grade)),
    )
    .filter((e) => concentrated === undefined || e.concentrated === concentrated)
    .filter((e) => activities === undefined || activities.includes(e.kind))
    .reduce((sum, e) => sum + Math.round((e.hours ?? 0) * 10), 0);
  return tenths / 10;
}

export const split = (found: readonly Found[]): { sure: number; maybe: number } => ({
  sure: found.filter((f) => f.sure).length,
  maybe: found.filter((f) => !f.sure).length,
});

export function interpretHeadcount(
  who: People,
  bounds: readonly HeldBound[],
  orFigure: string | undefined,
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  const count = (admitted: Stretch | null): Pick<Reading, 'count' | 'maybe'> => {
    const { sure, maybe } = split(findPeople(who, world, values, admitted));
    return { count: sure, ...(maybe > 0 ? { maybe } : {}) };
  };
  if (who.set === 'new-member') {
    const ask = askOf(who.window ?? { kind: 'every', period: 'year' }, bounds, world, values);
    const readings = lookThrough(ask, (s) => ({
      ...count(s),
      ...openUnless(wasKept(world, ['roster'], s.from, lesser(s.until, asOf))),
    }));
    return told(readings, 'register');
  }
  if (wasKept(world, registersFor(who), asOf, asOf))
    return told([{ from: asOf, until: asOf, ...count(null) }], 'register');
  const row = orFigure === undefined ? undefined : newest(orFigure, world)[0];
  if (!row || orFigure === undefined) return unknown('register');
  const subject = { kind: 'figure', key: orFigure } as const;
  return told([{ from: row.day, until: row.day, subject, count: row.value }], 'register');
}
