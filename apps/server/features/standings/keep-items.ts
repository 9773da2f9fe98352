import type { CheckStanding, ItemStanding, Standing } from '@hujian/engine';

/**
 * What is kept of a standing's items. Of a check that is met the ended periods say nothing more (its trace counts
 * them again from the records); what runs on the as-of day, and whatever falls short, is kept as it was measured.
 */
export function keepItems({ items, asOf }: Standing): ItemStanding[] {
  return items.map((item) => ({ ...item, checks: item.checks.map((check) => keepCheck(check, asOf)) }));
}

function keepCheck(check: CheckStanding, asOf: string): CheckStanding {
  if (check.verdict !== 'met') return check;
  const readings = check.measured.readings.filter(({ until }) => until === undefined || until >= asOf);
  return { ...check, measured: { ...check.measured, readings } };
}
