import type { ResultPacket } from '@hujian/contract';
import type { Standing } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { shareNotKnown } from '../standings/band.ts';
import { getEdition } from '../standings/editions.ts';
import { evaluate } from '../standings/evaluate.ts';
import { readClock } from '../standings/locks.ts';
import { ownOrBelow, sumReached } from '../standings/own-or-below.ts';

type StandingPart = ResultPacket['units'][number]['standing'];

interface GatheredStandings {
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
  const speakFor = ownOrBelow(judged);
  const byUnit = new Map(units.map((unit) => [unit.id, present(speakFor(unit), unit.id)]));
  return { revision: String(edition.revision), knownAt: knownAt.toISOString(), byUnit };
}

function present(of: readonly Standing[], unit: number): StandingPart {
  const reached = sumReached(of);
  if (!reached) return null;
  const own = of.find(({ organization }) => organization === unit);
  return {
    points: reached.points,
    possible: reached.possible,
    notKnownShare: shareNotKnown(reached),
    blocked: [...(own?.blocked ?? [])],
  };
}
