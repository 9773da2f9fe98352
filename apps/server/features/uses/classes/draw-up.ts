import type { ClassProposal } from '@hujian/contract';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import type { RoundRecord } from '../../rounds/rounds.ts';
import { listUnits } from '../facts.ts';
import { bandsOf, findResult } from '../read-result.ts';
import { readShortfalls } from '../read-shortfalls.ts';
import { getOwnRound, ofRound } from '../use-round.ts';
import { listProposals } from './list-proposals.ts';
import { type Proposed, propose } from './propose.ts';
import { readSigns } from './read-signs.ts';
import { weighSigns } from './weigh-signs.ts';

/** POST /rounds/:round/class-proposals: drawn up from the records and the result; what is decided stays as it is. */
export async function drawUpProposals(
  context: Context<{ round: number }, unknown, unknown>,
): Promise<{ rows: ClassProposal[] }> {
  const { trx, actor, params, today, note } = context;
  const round = await getOwnRound(trx, actor, params.round, '分类建议的拟定');
  if (round.state === 'draft' || round.state === 'cancelled')
    throw problems.conflict('活动还没有开展，不能提出分类建议。请在观摩评议之后再提。');
  const found = await findProposals(trx, round, today);
  const kept = await keepProposals(trx, round, found);
  note({ object: `round/${round.id}`, ...ofRound(round), details: { proposed: found.length, kept } });
  return listProposals(context);
}

type Found = Proposed & { organization: number; path: string };

async function findProposals(trx: Trx, round: RoundRecord, today: string): Promise<Found[]> {
  const result = await findResult(trx, round);
  const units = await listUnits(trx, round, { today, result });
  const signs = await readSigns(trx, round, units, today);
  const standings = await readShortfalls(trx, round, units);
  const bands = result?.ranked ? bandsOf(result.outcome) : [];
  const basic = round.reach !== 'townships';
  return units.flatMap((unit) => {
    const sign = signs.get(unit.id);
    if (!sign) return [];
    const band = unit.result?.band ?? null;
    const lastBand = bands.length > 1 && band === bands.at(-1) ? band : null;
    const indicators = basic
      ? weighSigns({
          organization: unit.id,
          signs: sign,
          standing: standings.get(unit.id),
          today,
          lastBand,
          rural: round.reach === 'villages',
        })
      : [];
    const about = {
      organization: unit.id,
      class: unit.class,
      band,
      bands,
      indicators,
      weak: sign.weak,
      basic,
    };
    return propose(about).map((one) => ({ ...one, organization: unit.id, path: unit.path }));
  });
}

/** Open ones are drawn up anew, those that no longer stand go; decided ones are never touched. */
async function keepProposals(trx: Trx, round: RoundRecord, found: readonly Found[]): Promise<number> {
  const existing = await trx
    .selectFrom('class_proposal')
    .select(['id', 'organization', 'proposed', 'state'])
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .execute();
  const keyOf = (one: { organization: number; proposed: string }) => `${one.organization}/${one.proposed}`;
  const decided = new Set(existing.filter(({ state }) => state !== 'open').map(keyOf));
  await trx
    .deleteFrom('class_proposal')
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .where('state', '=', 'open')
    .execute();
  const fresh = found.filter((one) => !decided.has(keyOf(one)));
  if (fresh.length > 0)
    await trx
      .insertInto('class_proposal')
      .values(
        fresh.map(({ organization, path, was, proposed, indicators }) => ({
          county: round.county,
          organization,
          path,
          round: round.id,
          was,
          proposed,
          indicators: JSON.stringify(indicators),
        })),
      )
      .execute();
  return fresh.length;
}
