import { Empty } from '../../../parts/states.tsx';
import { words } from '../words.ts';
import type { Filter } from '../work.ts';

/** Says that a filter shows nothing, and what to do next. */
export function FilterNone({ filter, count }: { filter: Filter; count: number }) {
  if (count > 0 || filter === 'all') return null;
  return <Empty title={words.filterNone[filter]}>{words.filterNoneLead[filter]}</Empty>;
}
