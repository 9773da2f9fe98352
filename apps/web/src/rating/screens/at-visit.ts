import type { Clash } from '../sheet/find-clashes.ts';
import type { PackRound, PackVisit } from '../sheet/merge-pack.ts';
import type { Sheet } from '../sheet/read-sheet.ts';

/** What the parts of a visit's page work with. */
export interface AtVisit {
  visit: PackVisit;
  round: PackRound;
  sheet: Sheet;
  clashes: Clash[];
  /** Nothing more is taken: the session is closed, or the visit left the plan. */
  shut: boolean;
}
