import type { slipsMade } from '@hujian/contract';
import type * as z from 'zod';
import { asSystemWithin } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { auditOf, getBallot } from './ballots.ts';
import { hashToken, makeToken } from './slip-token.ts';

/** POST /ballots/:ballot/slips : printed once. Asking again makes all unused slips void; used ones stay used. */
export async function makeSlips({
  trx,
  params,
  today,
  note,
}: Context<{ ballot: number }, unknown, unknown>): Promise<z.input<typeof slipsMade>> {
  const row = await getBallot(trx, params.ballot);
  if (row.state === 'closed' || row.closes_on < today)
    throw problems.conflict('这次测评已经结束，不能再印测评票。');
  const tokens = await asSystemWithin(trx, 'slips belong to the program only', async () => {
    // One at a time: two who ask at once must not leave twice the slips.
    await trx
      .selectFrom('ballot_sum')
      .select('ballot')
      .where('county', '=', row.county)
      .where('ballot', '=', row.id)
      .forUpdate()
      .execute();
    await trx
      .deleteFrom('ballot_slip')
      .where('county', '=', row.county)
      .where('ballot', '=', row.id)
      .where('used', '=', false)
      .execute();
    const { used } = await trx
      .selectFrom('ballot_slip')
      .select((of) => of.fn.countAll<number>().as('used'))
      .where('county', '=', row.county)
      .where('ballot', '=', row.id)
      .executeTakeFirstOrThrow();
    const made = Array.from({ length: Math.max(0, row.slips - Number(used)) }, makeToken);
    if (made.length === 0) throw problems.conflict('测评票已经全部用完，没有可以重印的票。');
    const values = made.map((token) => ({
      county: row.county,
      ballot: row.id,
      token_hash: hashToken(token),
    }));
    await trx.insertInto('ballot_slip').values(values).execute();
    return made;
  });
  note(auditOf(row));
  return { slips: tokens };
}
