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

type Columns = Pick<Selectable<VisitEntryTable>, (typeof entryColumns)[number]>;
/** Its moment is a text where the row came as JSON. */
export type KeptEntry = Omit<Columns, 'made_at'> & { made_at: Date | string };

/** An entry as the phone sent it. */
export function presentEntry({ made_at: madeAt, ...entry }: KeptEntry): VisitEntry {
  return { ...entry, madeAt: new Date(madeAt).toISOString() };
}
