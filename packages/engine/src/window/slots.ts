import type { Window } from '../grammar/window.ts';
import { amountOf, type Values } from '../parameters/values.ts';
import { earliestCounting } from './calendar.ts';
import { listPeriods, type Period } from './periods.ts';

/** The stretches of time that a window asks about; those of a term begin with the organization's last re-election. */
export type Slots = readonly Period[] | 'term';

export function slotsOf(window: Window, asOf: string, values: Values): Slots {
  switch (window.kind) {
    case 'every':
      return listPeriods(window.period, asOf);
    case 'rolling': {
      const months = amountOf(window.length, values) * (window.unit === 'year' ? 12 : 1);
      return [{ from: earliestCounting(asOf, Math.round(months)), until: asOf }];
    }
    case 'term':
      return 'term';
    case 'now':
      return [{ from: asOf, until: asOf }];
  }
}
