import type { SlipShown, voteBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { type BallotRecord, selectBallots } from './ballots.ts';
import { hashToken } from './slip-token.ts';

interface Slip {
  ballot: BallotRecord;
  used: boolean;
}

/** GET /public/slips/:slip : what it is about, and whether it can still be used. */
export async function showSlip({
  trx,
  params,
  services,
  today,
}: Context<{ slip: string }, unknown, unknown>): Promise<SlipShown> {
  return present(await getSlip(trx, params.slip), services, today);
}

/** POST /public/slips/:slip : in one transaction the slip is used up and the sum grows; nothing joins the two. */
export async function castVote({
  trx,
  params,
  body,
  services,
  today,
}: Context<{ slip: string }, unknown, z.output<typeof voteBody>>): Promise<SlipShown> {
  const slip = await getSlip(trx, params.slip);
  const { ballot } = slip;
  // The sum first: closing a ballot takes the same row, so a vote is before it and counts, or after it and is refused.
  await trx
    .selectFrom('ballot_sum')
    .select('ballot')
    .where('county', '=', ballot.county)
    .where('ballot', '=', ballot.id)
    .forUpdate()
    .execute();
  const now = await getSlip(trx, params.slip);
  requireOpen(now, today);
  const { numUpdatedRows } = await trx
    .updateTable('ballot_slip')
    .set({ used: true })
    .where('county', '=', ballot.county)
    .where('token_hash', '=', hashToken(params.slip))
    .where('used', '=', false)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problems.conflict(usedUp);
  await trx
    .updateTable('ballot_sum')
    .set({ [body.vote]: sql<number>`${sql.ref(body.vote)} + 1` })
    .where('county', '=', ballot.county)
    .where('ballot', '=', ballot.id)
    .execute();
  return present({ ...now, used: true }, services, today);
}

const usedUp = '这张测评票已经用过，一张票只能投一次。';

async function getSlip(trx: Trx, token: string): Promise<Slip> {
  const slip = await trx
    .selectFrom('ballot_slip')
    .select(['county', 'ballot', 'used'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  const ballot = slip
    ? await selectBallots(trx)
        .where('b.county', '=', slip.county)
        .where('b.id', '=', slip.ballot)
        .executeTakeFirst()
    : undefined;
  if (!slip || !ballot) throw problems.notFound('这张测评票（重印以后，以前没有用过的票作废）');
  return { ballot, used: slip.used };
}

function stateOf({ ballot, used }: Slip, today: string): SlipShown['state'] {
  if (used) return 'used';
  if (ballot.state === 'closed' || today > ballot.closes_on) return 'closed';
  return today < ballot.opens_on ? 'early' : 'open';
}

function requireOpen(slip: Slip, today: string): void {
  const state = stateOf(slip, today);
  if (state === 'used') throw problems.conflict(usedUp);
  if (state === 'closed') throw problems.conflict('这次测评已经结束，不能再投票。');
  if (state === 'early') throw problems.conflict(`测评从${slip.ballot.opens_on}开始，请到时再来。`);
}

function present(slip: Slip, services: Services, today: string): SlipShown {
  const { ballot } = slip;
  const words: Readonly<Record<string, { title: string }>> = services.vocabulary.vocabulary.polls;
  return {
    title: ballot.title,
    organization: ballot.name,
    aboutTitle: words[ballot.about]?.title ?? ballot.about,
    state: stateOf(slip, today),
    opensOn: ballot.opens_on,
    closesOn: ballot.closes_on,
  };
}
