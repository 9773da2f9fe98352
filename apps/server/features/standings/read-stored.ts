import type { Standing } from '@hujian/engine';
import type { Selectable } from 'kysely';
import type { StandingTable } from '../../database/tables.ts';
import { unpackItems } from './packed-items.ts';

export const storedColumns = [
  'organization',
  'path',
  'edition',
  'revision',
  'as_of',
  'known_at',
  'points',
  'possible',
  'full_marks',
  'bonus',
  'met',
  'unmet',
  'not_applicable',
  'not_known',
  'warnings',
  'blocked',
  'items',
] as const satisfies readonly (keyof StandingTable)[];

/** A stored standing as it was judged. */
export function readStored(row: Pick<Selectable<StandingTable>, (typeof storedColumns)[number]>): Standing {
  return {
    organization: row.organization,
    path: row.path,
    edition: row.edition,
    revision: row.revision,
    asOf: row.as_of,
    knownAt: row.known_at.toISOString(),
    points: row.points,
    possible: row.possible,
    fullMarks: row.full_marks,
    bonus: row.bonus,
    met: row.met,
    unmet: row.unmet,
    notApplicable: row.not_applicable,
    notKnown: row.not_known,
    warnings: row.warnings,
    blocked: row.blocked,
    items: unpackItems(row.items),
  };
}
