import type { BallotRow } from '@hujian/contract';
import { fewestSlips } from '@hujian/panel';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { insertRecord } from '../records/insert-record.ts';
import { refreshStanding } from '../standings/refresh-standing.ts';
import { auditOf, type BallotRecord, countSlips, getBallot, presentBallot, readSums } from './ballots.ts';

type Closing = Context<{ ballot: number }, unknown, unknown>;

/** POST /ballots/:ballot/close : from ten slips on the sums become a record of the unit, and its standing follows. */
export async function closeBallot(context: Closing): Promise<BallotRow> {
  const { trx, params, note } = context;
  const row = await getBallot(trx, params.ballot);
  await lockSums(trx, row);
  const { numUpdatedRows } = await trx
    .updateTable('ballot')
    .set({ state: 'closed' })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problems.conflict('这次测评已经结束。');
  await dropUnused(trx, row);
  const poll = await writePoll(context, row);
  note(auditOf(row, { record: poll }));
  return presentBallot(context, await getBallot(trx, row.id));
}

/** Whoever is voting comes first; whoever comes after finds the ballot closed. */
const lockSums = (trx: Trx, row: BallotRecord) =>
  asSystemWithin(trx, 'a ballot is closed behind the last vote', () =>
    trx
      .selectFrom('ballot_sum')
      .select('ballot')
      .where('county', '=', row.county)
      .where('ballot', '=', row.id)
      .forUpdate()
      .execute(),
  );

const dropUnused = (trx: Trx, row: BallotRecord) =>
  asSystemWithin(trx, 'unused slips of a closed ballot are void', () =>
    trx
      .deleteFrom('ballot_slip')
      .where('county', '=', row.county)
      .where('ballot', '=', row.id)
      .where('used', '=', false)
      .execute(),
  );

async function writePoll(context: Closing, row: BallotRecord): Promise<number | null> {
  const { trx, actor, today } = context;
  const sums = (await readSums(trx, [row])).get(row.id);
  if (!sums || countSlips(sums) < fewestSlips) return null;
  const place = await getPlace(trx, row.organization, actor);
  const [heldOn = today] = [row.closes_on, today].toSorted();
  const body = { about: row.about, heldOn, slips: countSlips(sums), ...sums };
  const { id } = await insertRecord(context, 'polls', place, body, `ballot/${row.id}`);
  await trx
    .updateTable('ballot')
    .set({ poll: id })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute();
  await refreshStanding(trx, { county: place.county, unit: place.unit ?? place.id }, today);
  return id;
}
