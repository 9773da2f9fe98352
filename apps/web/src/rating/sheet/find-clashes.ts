import type { VisitEntry } from '@hujian/contract';
import { isNewer, type Said } from './said.ts';

export interface Clash {
  field: string;
  item: string;
  here: number | null;
  there: number | null;
  /** Which of both counts. */
  counts: 'here' | 'there';
}

const scoreOf = (entry: VisitEntry): number | null | undefined =>
  entry.body.kind === 'score' ? entry.body.score : undefined;

/** Items scored differently on two phones, as long as nobody has said here which it is after the other became known. */
export function findClashes(said: readonly Said[], device: string): Clash[] {
  const own = new Map<string, Said>();
  const other = new Map<string, Said>();
  for (const one of said) {
    if (one.entry.body.kind !== 'score' || one.state === 'refused') continue;
    const side = one.entry.device === device ? own : other;
    const before = side.get(one.entry.field);
    if (before === undefined || isNewer(one.entry, before.entry)) side.set(one.entry.field, one);
  }
  return [...own].flatMap(([field, here]) => {
    const there = other.get(field);
    if (there === undefined || there.seq < here.seq) return [];
    const values = { here: scoreOf(here.entry) ?? null, there: scoreOf(there.entry) ?? null };
    if (values.here === values.there) return [];
    const counts = isNewer(here.entry, there.entry) ? ('here' as const) : ('there' as const);
    return [{ field, item: here.entry.item ?? '', ...values, counts }];
  });
}
