import type { Measure } from '../grammar/check.ts';
import { MISSING_UNITS, type Moves } from '../grammar/moves.ts';
import { Fields, isMap } from './fields.ts';
import { sayInstead } from './suggest.ts';

const WAYS = ['all-or-nothing', 'each', 'proportion', 'bonus', 'veto'] as const;

/** How the points move; `points` may also stand at the check itself. */
export function readMoves(fields: Fields, measure: Measure): Moves {
  const ownPoints = fields.has('points') ? fields.number('points') : undefined;
  const raw = fields.raw('moves');
  const written = typeof raw === 'string' ? { way: raw } : raw;
  if (written === undefined) return withPoints(defaultMoves(measure), ownPoints);
  if (!isMap(written) || !WAYS.some((w) => w === written.way)) {
    const way = isMap(written) ? written.way : written;
    fields.fail(
      'moves',
      `${sayInstead('moves 的 way', way, WAYS)}，如 { way: each, off: 0.5, unit: occurrence }`,
    );
    return { way: 'all-or-nothing' };
  }
  const inner = new Fields(written, fields.at('moves'), fields.report);
  const way = inner.choice('way', WAYS);
  const points = inner.has('points') ? inner.number('points') : ownPoints;
  const moves = readWay(way, inner);
  if (points !== undefined && (way === 'bonus' || way === 'veto')) {
    inner.fail('points', `${way} 不占条目分值，请去掉 points`);
  }
  inner.close();
  return withPoints(moves, points);
}

function readWay(way: (typeof WAYS)[number], inner: Fields): Moves {
  switch (way) {
    case 'all-or-nothing':
    case 'proportion':
      return { way };
    case 'each':
      return {
        way,
        off: positive(inner, 'off'),
        unit: inner.choice('unit', MISSING_UNITS),
        step: inner.has('step') ? positive(inner, 'step') : 1,
      };
    case 'bonus':
      return {
        way,
        each: positive(inner, 'each'),
        unit: inner.choice('unit', MISSING_UNITS, 'occurrence'),
        cap: positive(inner, 'cap'),
      };
    case 'veto':
      return { way, effect: inner.choice('effect', ['item', 'naming'] as const) };
  }
}

function positive(fields: Fields, key: string): number {
  const value = fields.number(key);
  if (value <= 0) fields.fail(key, `${key} 写的是 ${value}，应当大于 0`);
  return value;
}

function defaultMoves(measure: Measure): Moves {
  if (measure === 'event') return { way: 'veto', effect: 'item' };
  return { way: measure === 'on-site' ? 'proportion' : 'all-or-nothing' };
}

function withPoints(moves: Moves, points: number | undefined): Moves {
  if (points === undefined || moves.way === 'bonus' || moves.way === 'veto') return moves;
  return { ...moves, points };
}
