import { type Fund, type paymentBody, toFen, type withdrawPaymentBody } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { isFen } from './change-fund.ts';
import { getFund, makes, ofFund, presentFund } from './get-fund.ts';

/** POST /funds/:fund/payments: one more line of the ledger, never more than the approved amount. */
export async function payFund({
  trx,
  actor,
  params,
  body,
  today,
  note,
}: Context<{ fund: number }, unknown, z.output<typeof paymentBody>>): Promise<Fund> {
  // The lock on the fund lets payments in one after the other: two at once cannot exceed the line together.
  const fund = await getFund(trx, params.fund, true);
  if (!makes(actor, fund)) throw problems.forbidden('拨付的登记（只由举办本轮活动的组织办理）');
  if (fund.state !== 'approved') throw problems.conflict('这笔资金还没有批准，不能登记拨付。');
  if (body.paidOn > today) throw problems.badInput([{ path: 'paidOn', message: '拨付日期不能晚于今天。' }]);
  if (!isFen(body.amount)) throw problems.badInput([{ path: 'amount', message: '金额最多两位小数。' }]);
  const line = await trx
    .selectFrom('award_line as l')
    .select(['l.id', 'l.county', 'l.organization', 'l.path', 'l.amount'])
    .select((select) =>
      select
        .selectFrom('award_payment as p')
        .select(sql<number>`coalesce(sum(p.amount), 0)`.as('paid'))
        .whereRef('p.county', '=', 'l.county')
        .whereRef('p.line', '=', 'l.id')
        .where('p.withdrawn_at', 'is', null)
        .as('paid'),
    )
    .where('l.fund', '=', fund.id)
    .where('l.id', '=', body.line)
    .executeTakeFirst();
  if (!line) throw problems.badInput([{ path: 'line', message: '这一行不属于这笔资金。' }]);
  const left = toFen(line.amount) - toFen(Number(line.paid ?? 0));
  if (toFen(body.amount) > left)
    throw problems.unprocessable(
      `拨付金额${body.amount}元超过这个单位还可拨付的${Number(left) / 100}元，请核对。`,
    );
  const { id } = await trx
    .insertInto('award_payment')
    .values({
      county: line.county,
      organization: line.organization,
      path: line.path,
      line: line.id,
      paid_on: body.paidOn,
      amount: body.amount,
      voucher: body.voucher,
      note: body.note,
      entered_by: actor.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  note({
    ...ofFund(fund),
    details: { payment: id, to: line.organization, amount: body.amount, voucher: body.voucher },
  });
  return presentFund(trx, actor, fund.id);
}

/** POST /payments/:payment/withdraw: the line of the ledger stays, struck out with its reason. */
export async function withdrawPayment({
  trx,
  actor,
  params,
  body,
  note,
}: Context<{ payment: number }, unknown, z.output<typeof withdrawPaymentBody>>): Promise<Fund> {
  const payment = await trx
    .selectFrom('award_payment as p')
    .innerJoin('award_line as l', (join) =>
      join.onRef('l.county', '=', 'p.county').onRef('l.id', '=', 'p.line'),
    )
    .select(['p.id', 'p.county', 'p.amount', 'p.withdrawn_at', 'l.fund', 'l.organization'])
    .where('p.id', '=', params.payment)
    .executeTakeFirst();
  if (!payment) throw problems.notFound('这笔拨付');
  const fund = await getFund(trx, payment.fund, true);
  if (!makes(actor, fund)) throw problems.forbidden('拨付的撤回（只由举办本轮活动的组织办理）');
  const { numUpdatedRows } = await trx
    .updateTable('award_payment')
    .set({
      withdrawn_at: sql<Date>`clock_timestamp()`,
      withdrawn_by: actor.account,
      withdrawn_why: body.reason,
    })
    .where('county', '=', payment.county)
    .where('id', '=', payment.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problems.conflict('这笔拨付已经撤回过了。');
  note({
    ...ofFund(fund),
    details: { payment: payment.id, to: payment.organization, amount: payment.amount, reason: body.reason },
  });
  return presentFund(trx, actor, fund.id);
}
