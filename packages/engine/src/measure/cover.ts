import type { Register } from '../grammar/register.ts';
import { addDays, laterOf } from '../window/calendar.ts';
import type { OrganizationFacts } from './facts.ts';

/** Whether the registers were kept on every day of a period; days before the founding need none. */
export function isCovered(
  facts: Pick<OrganizationFacts, 'kept' | 'founded'>,
  registers: readonly Register[],
  from: string,
  until: string,
): boolean {
  const start = laterOf(from, facts.founded);
  return registers.every((register) => {
    const mine = (facts.kept ?? []).filter(([r]) => r === register);
    if (mine.some(([, since, end]) => since <= start && (end === null || end > until))) return true;
    const spans = mine.sort((a, b) => (a[1] < b[1] ? -1 : 1));
    let reached = addDays(start, -1);
    for (const [, keptFrom, keptUntil] of spans) {
      if (keptFrom > addDays(reached, 1)) break;
      const last = keptUntil === null ? until : addDays(keptUntil, -1);
      if (last > reached) reached = last;
    }
    return reached >= until;
  });
}
