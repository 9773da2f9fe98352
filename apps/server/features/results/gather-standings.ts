import type { ResultPacket } from '@hujian/contract';
import type { Standing } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { shareNotKnown } from '../standings/band.ts';
import { getEdition } from '../standings/editions.ts';
import { evaluate } from '../standings/evaluate.ts';
import { readClock } from '../standings/locks.ts';

type StandingPart = ResultPacket['units'][number]['standing'];

export interface GatheredStandings {
  revision: string;
  knownAt: string;
  /** By the unit's id. */
  byUnit: Map<number, StandingPart>;
}

/**
 * What the records say of each unit on a day, all of them computed together: its own standing, or, of a place that is not
 * judged itself (a township), the sum of those below it. A veto of one below does not block the place.
 */
export async function gatherStandings(
  trx: Trx,
  round: RoundRecord,
  units: readonly { id: number; path: string }[],
  asOf: string,
): Promise<GatheredStandings | null> {
  if (round.standing_edition === null) return null;
  const edition = await getEdition(trx, round.standing_edition);
  const knownAt = await readClock(trx);
  const judged: Standing[] = [];
  for await (const some of evaluate(trx, { edition, asOf, knownAt, scopePath: round.path }))
    judged.push(...some.map(({ standing }) => standing));
  // Fixed order of the sums, whatever order the database answers in.
  judged.sort((a, b) => a.organization - b.organization);
  const byUnit = new Map(units.map((unit) => [unit.id, standingOf(unit, judged)]));
  return { revision: String(edition.revision), knownAt: knownAt.toISOString(), byUnit };
}

function standingOf({ id, path }: { id: number; path: string }, judged: readonly Standing[]): StandingPart {
  const own = judged.find(({ organization }) => organization === id);
  if (own) return present([own], [...own.blocked]);
  const below = judged.filter((standing) => standing.path.startsWith(path));
  return below.length > 0 ? present(below, []) : null;
}

function present(of: readonly Standing[], blocked: string[]): StandingPart {
  const sum = (value: (standing: Standing) => number) => of.reduce((total, one) => total + value(one), 0);
  const reached = {
    points: sum(({ points }) => points),
    possible: sum(({ possible }) => possible),
    fullMarks: sum(({ fullMarks }) => fullMarks),
  };
  return {
    points: reached.points,
    possible: reached.possible,
    notKnownShare: shareNotKnown(reached),
    blocked,
  };
}
