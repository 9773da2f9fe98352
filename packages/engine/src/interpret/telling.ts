import type { Window } from '../grammar/window.ts';
import type { Measured, Reading, Why } from '../measure/measured.ts';
import type { HeldBound, Values } from '../parameters/values.ts';
import type { Ask } from './windows.ts';
import type { World } from './world.ts';

export const LADDER = ['branch', 'township', 'county', 'city', 'province'];

export const notApplying = (why: Why): Measured => ({ known: 'yes', applies: false, why, readings: [] });
export const unknown = (why: Why): Measured => ({ known: 'no', applies: true, why, readings: [] });

export function told(readings: readonly Reading[] | null, why: Why, nothing: Why = 'nothing-due'): Measured {
  if (readings === null) return unknown('no-term');
  if (readings.length === 0) return notApplying(nothing);
  const gaps = readings.some((r) => r.open === true || r.count === undefined);
  return gaps ? { known: 'partly', applies: true, why, readings } : { known: 'yes', applies: true, readings };
}

export function askOf(window: Window, bounds: readonly HeldBound[], world: World, values: Values): Ask {
  return { window, bounds, values, asOf: world.asOf, founded: world.self.founded_on, term: world.term };
}

export const openUnless = (kept: boolean): { open?: true } => (kept ? {} : { open: true });
export const lesser = (a: string, b: string): string => (a < b ? a : b);
