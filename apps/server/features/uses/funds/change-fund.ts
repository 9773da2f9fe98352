import { type Fund, type fundLinesBody, type fundStepBody, toFen } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { type FundRecord, getFund, makes, mayApprove, ofFund, presentFund } from './get-fund.ts';

type OnFund<Body> = Context<{ fund: number }, unknown, Body>;

/** GET /funds/:fund */
export const getOneFund = ({ trx, actor, params }: OnFund<unknown>): Promise<Fund> =>
  presentFund(trx, actor, params.fund);

/** POST /funds/:fund/lines: amounts changed by hand, each with its reason; together never more than the sum. */
export async function changeLines({
  trx,
  actor,
  params,
  body,
  note,
}: OnFund<z.output<typeof fundLinesBody>>): Promise<Fund> {
  const fund = await getFund(trx, params.fund, true);
  if (!makes(actor, fund)) throw problems.forbidden('奖补资金的调整（只由举办本轮活动的组织办理）');
  requireOpen(fund);
  const lines = await trx.selectFrom('award_line').selectAll().where('fund', '=', fund.id).execute();
  const known = new Map(lines.map((line) => [line.id, line]));
  const issues = body.lines.flatMap(({ line, amount }, at) => [
    ...(known.has(line) ? [] : [{ path: `lines.${at}.line`, message: '这一行不属于这笔资金。' }]),
    ...(isFen(amount) ? [] : [{ path: `lines.${at}.amount`, message: '金额最多两位小数。' }]),
  ]);
  if (issues.length > 0) throw problems.badInput(issues);
  const fresh = new Map(body.lines.map((change) => [change.line, change]));
  const sum = lines.reduce((all, { id, amount }) => all + toFen(fresh.get(id)?.amount ?? amount), 0n);
  if (sum > toFen(fund.total))
    throw problems.unprocessable(
      `各单位金额合计${Number(sum) / 100}元，超过资金总额${fund.total}元，请调减后再保存。`,
    );
  await sql`
    update award_line l set amount = c.amount, reason = c.reason
    from json_to_recordset(${JSON.stringify([...fresh.values()])}::json) as c (line bigint, amount numeric, reason text)
    where l.county = ${fund.county} and l.id = c.line
  `.execute(trx);
  await keepMaker(trx, fund, actor.account, {});
  note({
    ...ofFund(fund),
    details: {
      lines: [...fresh.values()].map(({ line, amount, reason }) => ({
        organization: known.get(line)?.organization,
        from: known.get(line)?.amount,
        to: amount,
        reason,
      })),
    },
  });
  return presentFund(trx, actor, fund.id);
}

export const isFen = (amount: number): boolean => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6;

function requireOpen(fund: FundRecord): void {
  if (fund.state === 'submitted') throw problems.conflict('这笔资金已经报审，须退回后才能再改。');
  if (fund.state === 'approved') throw problems.conflict('这笔资金已经批准，不能再改。');
}

const keepMaker = (
  trx: Trx,
  fund: FundRecord,
  account: string,
  set: { state?: 'submitted'; note?: string },
) =>
  trx
    .updateTable('award_fund')
    .set({ makers: [...new Set([...fund.makers, account])], ...set })
    .where('county', '=', fund.county)
    .where('id', '=', fund.id)
    .execute();

type Step = z.output<typeof fundStepBody>;

/** POST /funds/:fund/submit */
export async function submitFund({ trx, actor, params, body, note }: OnFund<Step>): Promise<Fund> {
  const fund = await getFund(trx, params.fund, true);
  if (!makes(actor, fund)) throw problems.forbidden('奖补资金的报审（只由举办本轮活动的组织办理）');
  requireOpen(fund);
  await keepMaker(trx, fund, actor.account, { state: 'submitted', note: body.note ?? '' });
  note({ ...ofFund(fund), details: { total: fund.total, note: body.note ?? '' } });
  return presentFund(trx, actor, fund.id);
}

/** POST /funds/:fund/approve and …/return: by another person, of the holder's level or above. */
export const decideFund =
  (to: 'approved' | 'returned') =>
  async ({ trx, actor, params, body, note }: OnFund<Step>): Promise<Fund> => {
    const fund = await getFund(trx, params.fund, true);
    if (fund.state !== 'submitted') throw problems.conflict('这笔资金没有在报审中，请刷新后再看。');
    if (fund.makers.includes(actor.account))
      throw problems.refused('您拟定、调整或报审过这笔资金，不能自己审批。请由另一位有审批权限的人办理。');
    if (!mayApprove(actor, fund)) throw problems.forbidden('这笔资金的审批');
    if (to === 'returned' && !body.note)
      throw problems.badInput([{ path: 'note', message: '退回时请写明原因。' }]);
    await trx
      .updateTable('award_fund')
      .set({
        state: to,
        note: body.note ?? '',
        decided_by: actor.account,
        decided_at: sql<Date>`clock_timestamp()`,
      })
      .where('county', '=', fund.county)
      .where('id', '=', fund.id)
      .execute();
    note({ ...ofFund(fund), details: { total: fund.total, note: body.note ?? '' } });
    return presentFund(trx, actor, fund.id);
  };
