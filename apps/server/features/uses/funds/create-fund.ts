import { type Fund, type fundBody, toYuan } from '@hujian/contract';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import type { RoundRecord } from '../../rounds/rounds.ts';
import { listUnits, type UnitFacts } from '../facts.ts';
import { bandsOf, findResult, type RoundResult } from '../read-result.ts';
import { getOwnRound, getUseRound, ofRound } from '../use-round.ts';
import { divideFund } from './divide-fund.ts';
import { listFunds, presentFund, presentFunds } from './get-fund.ts';

type OnRound<Body> = Context<{ round: number }, unknown, Body>;

/** GET /rounds/:round/funds */
export async function listRoundFunds({ trx, actor, params }: OnRound<unknown>): Promise<{ rows: Fund[] }> {
  const round = await getUseRound(trx, actor, params.round);
  return { rows: await presentFunds(trx, actor, await listFunds(trx, round)) };
}

/** POST /rounds/:round/funds: divided by the bands of the published result. */
export async function createFund(context: OnRound<z.output<typeof fundBody>>): Promise<Fund> {
  const { trx, actor, params, body, today, note } = context;
  const round = await getOwnRound(trx, actor, params.round, '奖补资金的测算');
  const result = await requireBands(trx, round);
  requireShares(body.rule, bandsOf(result.outcome));
  const units = (await listUnits(trx, round, { today, result })).filter((unit) => unit.result?.band);
  const { id } = await trx
    .insertInto('award_fund')
    .values({
      ...ofRound(round),
      round: round.id,
      title: body.title,
      total: body.total,
      rule: JSON.stringify(body.rule),
      basis: JSON.stringify(body.basis),
      entered_by: actor.account,
      makers: [actor.account],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lines = await insertLines(trx, { round, fund: id, units }, body);
  note({
    object: `fund/${id}`,
    ...ofRound(round),
    details: { total: body.total, units: lines, result: result.sha256 },
  });
  return presentFund(trx, actor, id);
}

async function requireBands(trx: Trx, round: RoundRecord): Promise<RoundResult> {
  const result = await findResult(trx, round);
  if (result?.state !== 'published')
    throw problems.conflict('奖补资金按已公布的评议结果测算；本轮结果还没有公布，请先完成审定、公示和公布。');
  if (!result.ranked)
    throw problems.conflict('本轮没有排名依据，结果不分档，不能按档次测算奖补资金。请先登记排名依据。');
  return result;
}

function requireShares({ shares }: Fund['rule'], bands: readonly string[]): void {
  const issues = shares.flatMap(({ band }, at) => [
    ...(bands.includes(band) ? [] : [{ path: `rule.shares.${at}.band`, message: `本轮结果没有${band}档。` }]),
    ...(shares.findIndex((one) => one.band === band) === at
      ? []
      : [{ path: `rule.shares.${at}.band`, message: `${band}档写了两次。` }]),
  ]);
  if (shares.every(({ share }) => share === 0))
    issues.push({ path: 'rule.shares', message: '至少有一档的份额应大于0。' });
  if (issues.length > 0) throw problems.badInput(issues);
}

async function insertLines(
  trx: Trx,
  { round, fund, units }: { round: RoundRecord; fund: number; units: readonly UnitFacts[] },
  body: z.output<typeof fundBody>,
): Promise<number> {
  const { amounts } = divideFund(
    body.total,
    body.rule,
    units.map(({ id, result }) => ({ key: String(id), band: result?.band ?? null })),
  );
  const rows = units.flatMap(({ id, path, result }) => {
    const amount = amounts.get(String(id));
    if (amount === undefined) return [];
    const yuan = toYuan(amount);
    return [
      {
        county: round.county,
        organization: id,
        path,
        fund,
        band: result?.band ?? '',
        amount: yuan,
        computed: yuan,
      },
    ];
  });
  if (rows.length === 0) throw problems.unprocessable('按所填份额没有单位可得奖补，请核对各档份额。');
  await trx.insertInto('award_line').values(rows).execute();
  return rows.length;
}
