import type { Check, Window } from '@hujian/engine';

/** What a check counts, whatever its bound, window and title: two checks with one key count the same thing. */
export function subjectOf(check: Check): string {
  switch (check.measure) {
    case 'activities': {
      const { activities, only, each, distinct } = check;
      return key(check, [[...activities].sort(), only, each, distinct]);
    }
    case 'hours':
      return key(check, [check.who, check.only]);
    case 'headcount':
      return key(check, [check.who]);
    case 'share':
      return key(check, [check.of]);
    case 'figure':
      return key(check, [check.anyOf.map(({ bounds: _, ...rest }) => rest)]);
    case 'document':
      return key(check, [[...check.documents].sort(), check.of]);
    case 'on-site':
      return key(check, [check.look.replace(/[\s，。、；]/g, '')]);
    case 'poll':
      return key(check, [check.about, check.answer, check.withBasically]);
    case 'event':
      return key(check, [[...check.events].sort()]);
  }
}

const key = (check: Check, parts: unknown[]): string => JSON.stringify([check.measure, ...parts, check.when]);

const PERIODS_A_YEAR = { month: 12, quarter: 4, 'half-year': 2, year: 1 } as const;

/** How many such windows a year has; null for terms and windows that roll. */
export const periodsAYear = (window: Window): number | null =>
  window.kind === 'every' ? PERIODS_A_YEAR[window.period] : null;

export function windowOf(check: Check): Window | null {
  if (check.measure === 'activities' || check.measure === 'event') return check.window;
  return null;
}
