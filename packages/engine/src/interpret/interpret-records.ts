import type { EventCheck } from '../grammar/check.ts';
import type { Measured, Reading } from '../measure/measured.ts';
import { holdBounds, type Values } from '../parameters/values.ts';
import { askOf, lesser, openUnless, told } from './telling.ts';
import { lookThrough } from './windows.ts';
import { type World, wasKept } from './world.ts';

export function interpretDocuments(
  documents: readonly string[],
  of: 'year' | 'now',
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  const held = world.rows.documents.filter((d) => world.members.has(d.organization) && d.held_from <= asOf);
  const readings = documents.flatMap((code): readonly Reading[] => {
    const subject = { kind: 'document', key: code } as const;
    const mine = held.filter((d) => d.document === code);
    if (of === 'now') {
      const valid = mine.filter((d) => d.held_until === null || d.held_until > asOf);
      const kept = wasKept(world, ['documents'], asOf, asOf);
      return [{ from: asOf, until: asOf, subject, count: valid.length, ...openUnless(kept) }];
    }
    const ask = askOf({ kind: 'every', period: 'year' }, [{ word: 'atLeast', value: 1 }], world, values);
    const found = lookThrough({ ...ask, subject }, (s) => ({
      count: mine.filter((d) => s.has(d.held_from)).length,
      ...openUnless(wasKept(world, ['documents'], s.from, lesser(s.until, asOf))),
    }));
    return found ?? [];
  });
  return told(readings, 'register');
}

export function interpretEvents(
  check: Pick<EventCheck, 'events' | 'window' | 'bounds'>,
  world: World,
  values: Values,
): Measured {
  const { asOf } = world;
  const mine = world.rows.events.filter(
    (e) => world.line.has(e.organization) && check.events.includes(e.event) && e.happened_on <= asOf,
  );
  const ask = askOf(check.window, holdBounds(check.bounds, values), world, values);
  const readings = lookThrough(ask, (s) => {
    const inIt =
      check.window.kind === 'now'
        ? mine.filter((e) => e.ended_on === null || e.ended_on > asOf)
        : mine.filter((e) => s.has(e.happened_on));
    return { count: inIt.length, ...openUnless(wasKept(world, ['events'], s.from, lesser(s.until, asOf))) };
  });
  return told(readings, 'register');
}
