import { isLower } from '../grammar/bound.ts';
import { holdsBound, holdsBounds } from '../judge/hold.ts';
import type { HeldBound } from '../parameters/values.ts';
import type { Period } from '../window/periods.ts';
import type { Reading, Subject } from './measured.ts';

export interface Asked {
  readonly slots: readonly Period[];
  /** Whether the slots are the periods of a calendar year, of which only some are due. */
  readonly calendar: boolean;
  readonly asOf: string;
  /** First day of the organization, or of the subject in it. */
  readonly founded: string;
  readonly bounds: readonly HeldBound[];
  readonly subject?: Subject;
}

/** What was counted in a slot; null when there is nothing to judge in it (a share of nothing). */
export type Count = (
  slot: number,
  period: Period,
) => Pick<Reading, 'count' | 'of' | 'maybe' | 'maybeOf' | 'open'> | null;

/**
 * The readings that are judged. Of a calendar window: the periods that have ended, the running one when it is
 * decided already, else the last one of the year before.
 */
export function readPeriods(asked: Asked, count: Count): readonly Reading[] {
  const readings = asked.slots.map((period, slot) => readOne(asked, period, slot, count));
  if (!asked.calendar) return readings.flatMap((r) => (r ? [r] : []));
  const due = asked.slots.map((period, slot) => {
    const reading = readings[slot];
    const before = slot === asked.slots.length - 1 && period.until < (asked.slots[0]?.from ?? '');
    if (before) return null;
    if (!reading) return null;
    return period.until <= asked.asOf || isDecided(reading, asked.bounds) ? reading : null;
  });
  const found = due.flatMap((r) => (r ? [r] : []));
  if (found.length > 0) return found;
  const last = asked.slots[asked.slots.length - 1];
  const fallback = readings[readings.length - 1];
  return last && fallback && last.until < (asked.slots[0]?.from ?? '') ? [fallback] : [];
}

function readOne(asked: Asked, period: Period, slot: number, count: Count): Reading | null {
  if (period.until < asked.founded) return null;
  const founding = period.from < asked.founded;
  if (founding && asked.bounds.every((b) => isLower(b.word))) return null;
  const counted = count(slot, period);
  if (!counted) return null;
  return {
    from: period.from,
    until: period.until,
    ...(asked.subject ? { subject: asked.subject } : {}),
    ...counted,
    ...(founding ? { founding: true as const } : {}),
  };
}

/** The running period counts when it satisfies already, or when it is past mending. */
function isDecided(reading: Reading, bounds: readonly HeldBound[]): boolean {
  if (holdsBounds(reading, bounds) === 'yes') return true;
  return bounds.some((b) => !isLower(b.word) && holdsBound(reading, b) === 'no');
}
