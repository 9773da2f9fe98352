import type { RoundSetting, UnitClass } from '@hujian/contract';
import type { Trx } from '../../database/door.ts';
import { ownOrBelow, sumReached } from '../standings/own-or-below.ts';
import { listClasses, selectUnits } from './find-units.ts';
import { listStandings, listWaits, measureRisk } from './measure-risk.ts';
import type { RoundRecord } from './rounds.ts';

/** One that may be visited, before it is known whether it will be. */
export interface Candidate {
  organization: number;
  county: number;
  path: string;
  code: string;
  class: UnitClass | null;
  risk: number;
  why: string;
  waited: number;
}

/**
 * Writes the list of a draft's units anew: who may be visited on its first day, with risk, and who is chosen by the
 * round's way of choosing. What a person decided with a reason stays as it was.
 */
export async function chooseUnits(trx: Trx, round: RoundRecord): Promise<void> {
  const candidates = await listCandidates(trx, round);
  const chosen = chooseBy(candidates, round.setting);
  const kept = await trx
    .selectFrom('round_unit')
    .select(['organization', 'chosen', 'how', 'reason'])
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .where('reason', 'is not', null)
    .execute();
  const decided = new Map(kept.map((row) => [row.organization, row]));
  await trx
    .deleteFrom('round_unit')
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .execute();
  const rows = candidates.map(({ code: _code, ...unit }) => {
    const own = decided.get(unit.organization);
    return {
      ...unit,
      round: round.id,
      chosen: own?.chosen ?? chosen.has(unit.organization),
      how: own?.how ?? round.setting.choice,
      reason: own?.reason ?? null,
    };
  });
  for (let at = 0; at < rows.length; at += 500)
    await trx
      .insertInto('round_unit')
      .values(rows.slice(at, at + 500))
      .execute();
}

async function listCandidates(trx: Trx, round: RoundRecord): Promise<Candidate[]> {
  const day = round.setting.days.toSorted()[0] ?? round.period_from;
  const units = await selectUnits(trx, { holder: round, reach: round.reach, day })
    .orderBy('o.code')
    .execute();
  const classes = await listClasses(trx, round.path, day);
  const speakFor = ownOrBelow(await listStandings(trx, round.path, round.standing_edition));
  const { rounds, waited } = await listWaits(trx, round);
  return units.map(({ county, id, path, code }) => {
    const ofClass = classes.get(id) ?? null;
    const waits = waited.get(id) ?? rounds;
    const risk = measureRisk({
      standing: sumReached(speakFor({ id, path })),
      class: ofClass,
      waited: waits,
    });
    return { county, organization: id, path, code, class: ofClass, waited: waits, ...risk };
  });
}

/** All; those with the highest risk, first of all whoever has waited too long; nobody yet, where a person or a draw chooses. */
function chooseBy(
  candidates: readonly Candidate[],
  { choice, count, every }: Pick<RoundSetting, 'choice' | 'count' | 'every'>,
): Set<number> {
  if (choice === 'direct' || choice === 'draw') return new Set();
  if (choice === 'all' || count === null) return new Set(candidates.map(({ organization }) => organization));
  const isDue = (one: Candidate): boolean => every !== null && one.waited >= every - 1;
  return new Set(
    candidates
      .toSorted(
        (a, b) =>
          Number(isDue(b)) - Number(isDue(a)) ||
          b.risk - a.risk ||
          b.waited - a.waited ||
          (a.code < b.code ? -1 : 1),
      )
      .slice(0, count)
      .map(({ organization }) => organization),
  );
}
