import type { ClassProposal, decideProposalBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { getPlace } from '../../organizations/get-place.ts';
import { insertRecord } from '../../records/insert-record.ts';
import type { RoundRecord } from '../../rounds/rounds.ts';
import { refreshStanding } from '../../standings/refresh-standing.ts';
import { getUseRound } from '../use-round.ts';
import { mayDecide, type ProposalRow, presentProposals, selectProposals } from './list-proposals.ts';

type Deciding = Context<{ proposal: number }, unknown, z.output<typeof decideProposalBody>>;

/** POST /class-proposals/:proposal/decide: a person decides, with a reason; what is accepted is dated and recorded. */
export async function decideProposal(context: Deciding): Promise<ClassProposal> {
  const { trx, actor, params, body, note } = context;
  await sql`select 1 from class_proposal where id = ${params.proposal} for update`.execute(trx);
  const row = await selectProposals(trx).where('c.id', '=', params.proposal).executeTakeFirst();
  if (!row) throw problems.notFound('这条分类建议');
  const round = await getUseRound(trx, actor, row.round);
  if (!mayDecide(actor, round, row))
    throw problems.forbidden(
      row.proposed === 'weak-and-lax' ? '软弱涣散党组织的认定（由县级组织部门决定）' : '分类的决定',
    );
  if (row.state !== 'open') throw problems.conflict('这条建议已经决定过了，请刷新后再看。');
  if (body.accept) await carryOut(context, round, row);
  await trx
    .updateTable('class_proposal')
    .set({
      state: body.accept ? 'accepted' : 'declined',
      reason: body.reason,
      decided_by: actor.account,
      decided_at: sql<Date>`clock_timestamp()`,
    })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute();
  note({
    object: `class-proposal/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details: { proposed: row.proposed, accept: body.accept, reason: body.reason },
  });
  const fresh = await selectProposals(trx).where('c.id', '=', row.id).execute();
  const [shown] = await presentProposals(trx, actor, round, fresh);
  if (!shown) throw problems.notFound('这条分类建议');
  return shown;
}

async function carryOut(context: Deciding, round: RoundRecord, row: ProposalRow): Promise<void> {
  const { trx, actor, body, today, services } = context;
  const from = body.validFrom ?? today;
  if (row.proposed === 'weak-and-lax') {
    if (from > today) throw problems.badInput([{ path: 'validFrom', message: '认定日期不能晚于今天。' }]);
    const place = await getPlace(trx, row.organization, actor);
    const entered = {
      event: 'weak-and-lax',
      happenedOn: from,
      endedOn: null,
      told: body.reason,
      confirmedBy: actor.scope?.name ?? actor.name,
      confirmedOn: today,
    };
    const event = await insertRecord({ trx, actor, services, today }, 'events', place, entered);
    context.note({
      act: 'record.create',
      object: `events/${event.id}`,
      county: place.county,
      organization: place.id,
      path: place.path,
    });
    await refreshStanding(trx, { county: place.county, unit: place.unit ?? place.id }, today);
    return;
  }
  await trx
    .insertInto('unit_class')
    .values({
      county: row.county,
      organization: row.organization,
      path: row.path,
      class: row.proposed,
      valid_from: from,
      reason: body.reason,
      round: round.id,
      entered_by: actor.account,
    })
    .execute();
}
