import type { Check } from '../grammar/check.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import { amountOf, type HeldBound, type Values } from '../parameters/values.ts';
import { listHappened } from './interpret-activities.ts';
import { newest } from './interpret-figures.ts';
import { split } from './interpret-people.ts';
import { findPeople, registersFor } from './people.ts';
import { askOf, lesser, notApplying, openUnless, told, unknown } from './telling.ts';
import { lookThrough, type Stretch } from './windows.ts';
import { type World, wasKept } from './world.ts';

type ShareCheckOf = Extract<Check, { measure: 'share' }>['of'];

export function interpretShare(
  of: ShareCheckOf,
  bounds: readonly HeldBound[],
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  if (of.kind === 'figures') {
    const [part, whole] = [of.part, of.whole].map(
      (f) => newest(f, world, of.validMonths === undefined ? undefined : amountOf(of.validMonths, values))[0],
    );
    if (!part || !whole) return unknown('no-row');
    if (whole.value === 0) return notApplying('empty');
    const day = lesser(part.day, whole.day);
    return told([{ from: day, until: day, count: part.value, of: whole.value }], 'no-row');
  }
  if (of.kind === 'activities') {
    const [part, whole] = [listHappened(of.part, world, values), listHappened(of.whole, world, values)];
    const registers = [...of.part.registers, ...of.whole.registers];
    const readings = lookThrough(askOf(of.window, bounds, world, values), (s) => {
      const all = whole.filter((h) => s.has(h.day)).length;
      const kept = wasKept(world, registers, s.from, lesser(s.until, asOf));
      return all === 0 && kept
        ? null
        : { count: part.filter((h) => s.has(h.day)).length, of: all, ...openUnless(kept) };
    });
    return told(readings, 'register', 'empty');
  }
  const ratio = (admitted: Stretch | null): Pick<Reading, 'count' | 'of' | 'maybe' | 'maybeOf'> => {
    const part = split(findPeople(of.who, world, values, admitted));
    const whole = split(findPeople(of.among, world, values, admitted));
    return {
      count: part.sure,
      of: whole.sure,
      ...(part.maybe > 0 ? { maybe: part.maybe } : {}),
      ...(whole.maybe > 0 ? { maybeOf: whole.maybe } : {}),
    };
  };
  const isEmpty = (r: Pick<Reading, 'of' | 'maybeOf'>): boolean => (r.of ?? 0) + (r.maybeOf ?? 0) === 0;
  if (of.among.set === 'new-member') {
    const ask = askOf(of.among.window ?? { kind: 'every', period: 'year' }, bounds, world, values);
    const readings = lookThrough(ask, (s) => {
      const kept = wasKept(world, ['roster'], s.from, lesser(s.until, asOf));
      const seen = ratio(s);
      return isEmpty(seen) && kept ? null : { ...seen, ...openUnless(kept) };
    });
    return told(readings, 'register');
  }
  if (!wasKept(world, [...registersFor(of.who), ...registersFor(of.among)], asOf, asOf))
    return unknown('register');
  const seen = ratio(null);
  return isEmpty(seen) ? notApplying('empty') : told([{ from: asOf, until: asOf, ...seen }], 'register');
}
