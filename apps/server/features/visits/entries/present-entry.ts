import type { VisitEntry } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type { VisitEntryTable } from '../../../database/tables.ts';

export const entryColumns = [
  'id',
  'visit',
  'field',
  'item',
  'body',
  'clock',
  'device',
  'version',
  'made_at',
] as const satisfies readonly (keyof VisitEntryTable)[];

/** An entry as the phone sent it. */
export function presentEntry({
  made_at: madeAt,
  ...entry
}: Pick<Selectable<VisitEntryTable>, (typeof entryColumns)[number]>): VisitEntry {
  return { ...entry, madeAt: madeAt.toISOString() };
}
