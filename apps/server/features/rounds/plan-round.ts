import type { planBody, RoundFull } from '@hujian/contract';
import { planInput } from '@hujian/panel';
import type * as z from 'zod';
import { parseInput } from '../../http/parse-input.ts';
import type { Context } from '../../http/route.ts';
import { planInThread } from './planning/plan-in-thread.ts';
import { readPlanInput } from './planning/read-plan-input.ts';
import { describePlan, writePlan } from './planning/write-plan.ts';
import { presentFull } from './present-round.ts';
import { getManaged, noteOf, requireDraft, writeRound } from './rounds.ts';

/** POST /rounds/:round/plan: who visits whom and when, made anew outside the database; a draft's only. */
export async function planRound({
  services,
  actor,
  params,
  body,
}: Context<{ round: number }, unknown, z.output<typeof planBody>>): Promise<RoundFull> {
  const asked = { round: params.round, version: body.version };
  const planning = await services.door.asActor(actor, 'read', async (trx) => {
    const round = await getManaged(trx, actor, asked);
    requireDraft(round, '重新编排；个别调整请在观摩安排里逐项进行');
    return readPlanInput(trx, round);
  });
  parseInput(planInput, planning.input, 'body');
  const plan = await planInThread({ input: planning.input, names: planning.names });
  return services.door.asActor(actor, 'write', async (trx, note) => {
    const round = await getManaged(trx, actor, asked);
    requireDraft(round, '重新编排');
    await writePlan(trx, round, { plan, planning });
    const planned = describePlan(plan, planning, services.now());
    await writeRound(trx, round, { planned: JSON.stringify(planned) });
    const { reasons, missing } = planned;
    note({
      act: 'round.plan',
      ...noteOf(round, { visits: plan.visits.length, missing: missing.length, reasons: reasons.length }),
    });
    return presentFull(trx, round.id, actor);
  });
}
