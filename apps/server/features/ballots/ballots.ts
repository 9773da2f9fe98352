import type { BallotRow } from '@hujian/contract';
import { fewestSlips } from '@hujian/panel';
import type { Actor } from '../../access/actor.ts';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Services } from '../../http/services.ts';

export const selectBallots = (trx: Trx) =>
  trx
    .selectFrom('ballot as b')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'b.county').onRef('o.id', '=', 'b.organization'),
    )
    .selectAll('b')
    .select(['o.name', 'o.unit']);
export type BallotRecord = Awaited<ReturnType<ReturnType<typeof selectBallots>['execute']>>[number];

/** A ballot inside the actor's subtree; throws not-found. */
export async function getBallot(trx: Trx, id: number): Promise<BallotRecord> {
  const row = await selectBallots(trx).where('b.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这次测评');
  return row;
}

export interface Sums {
  satisfied: number;
  basically: number;
  dissatisfied: number;
}
export const countSlips = ({ satisfied, basically, dissatisfied }: Sums): number =>
  satisfied + basically + dissatisfied;

/** The sums of ballots by their ids; whoever calls this must not show them before the ballot is closed. */
export async function readSums(trx: Trx, ballots: readonly BallotRecord[]): Promise<Map<number, Sums>> {
  if (ballots.length === 0) return new Map();
  const rows = await asSystemWithin(trx, 'sums are told from ten slips on, and only of closed ballots', () =>
    trx
      .selectFrom('ballot_sum')
      .select(['ballot', 'satisfied', 'basically', 'dissatisfied'])
      .where('county', 'in', [...new Set(ballots.map(({ county }) => county))])
      .where(
        'ballot',
        'in',
        ballots.map(({ id }) => id),
      )
      .execute(),
  );
  return new Map(rows.map(({ ballot, ...sums }) => [ballot, sums]));
}

/** Polls are held by the officers of a place above the unit, not by the unit about itself. */
const mayHold = (actor: Actor): boolean => actor.can.has('round.manage');

export async function presentBallots(
  { trx, actor, services }: { trx: Trx; actor: Actor; services: Services },
  rows: readonly BallotRecord[],
): Promise<BallotRow[]> {
  const sums = await readSums(trx, rows);
  const words: Readonly<Record<string, { title: string }>> = services.vocabulary.vocabulary.polls;
  return rows.map((row) => {
    const own = sums.get(row.id);
    const enough = own !== undefined && countSlips(own) >= fewestSlips;
    return {
      id: row.id,
      organization: { id: row.organization, name: row.name },
      round: row.round,
      about: row.about,
      aboutTitle: words[row.about]?.title ?? row.about,
      title: row.title,
      opensOn: row.opens_on,
      closesOn: row.closes_on,
      slips: row.slips,
      state: row.state,
      enough,
      sums: row.state === 'closed' && enough ? own : null,
      can: mayHold(actor) && row.state === 'open' ? ['ballot.slips', 'ballot.close'] : [],
    };
  });
}

export async function presentBallot(
  showing: Parameters<typeof presentBallots>[0],
  row: BallotRecord,
): Promise<BallotRow> {
  const [shown] = await presentBallots(showing, [row]);
  if (!shown) throw problems.notFound('这次测评');
  return shown;
}

export const auditOf = (row: BallotRecord, details: Record<string, unknown> = {}) => ({
  object: `ballot/${row.id}`,
  county: row.county,
  organization: row.organization,
  path: row.path,
  details,
});
