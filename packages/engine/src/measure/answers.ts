import type { Measured, Reading, Why } from './measured.ts';

/** Nothing to judge: the check does not apply. */
export const doesNotApply = (why: Why): Measured => ({ known: 'yes', applies: false, why, readings: [] });

/** It applies, but nothing is there to decide by. */
export const isNotKnown = (why: Why): Measured => ({ known: 'no', applies: true, why, readings: [] });

export function isMeasured(readings: readonly Reading[], why?: Why): Measured {
  const open = readings.some((r) => r.open || r.count === undefined);
  return { known: open ? 'partly' : 'yes', applies: true, ...(open && why ? { why } : {}), readings };
}
