import type { StandingBrief } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type { StandingTable } from '../../database/tables.ts';
import { bandOf, shareNotKnown } from './band.ts';

export const briefColumns = [
  'edition',
  'as_of',
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
] as const satisfies readonly (keyof StandingTable)[];

export type BriefRow = Pick<Selectable<StandingTable>, (typeof briefColumns)[number]>;

/** A stored standing in a few numbers. */
export function presentBrief(row: BriefRow, editionTitle: string): StandingBrief {
  const reached = { points: row.points, possible: row.possible, fullMarks: row.full_marks };
  return {
    edition: row.edition,
    editionTitle,
    asOf: row.as_of,
    ...reached,
    bonus: row.bonus,
    met: row.met,
    unmet: row.unmet,
    notApplicable: row.not_applicable,
    notKnown: row.not_known,
    warnings: row.warnings,
    blocked: row.blocked,
    notKnownShare: shareNotKnown(reached),
    band: bandOf(reached),
  };
}
