import { type Fund, toFen, toYuan } from '@hujian/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../access/actor.ts';
import { findAccountNames } from '../../../access/find-account-names.ts';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';

const selectFunds = (trx: Trx) =>
  trx
    .selectFrom('award_fund as f')
    .innerJoin('round as r', (join) => join.onRef('r.county', '=', 'f.county').onRef('r.id', '=', 'f.round'))
    .selectAll('f')
    .select('r.title as round_title');
export type FundRecord = Awaited<ReturnType<ReturnType<typeof selectFunds>['execute']>>[number];

/** A fund of the actor's own organization or one below; throws not-found. `lock`: until the transaction ends. */
export async function getFund(trx: Trx, id: number, lock = false): Promise<FundRecord> {
  if (lock) await sql`select 1 from award_fund where id = ${id} for update`.execute(trx);
  const row = await selectFunds(trx).where('f.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这笔奖补资金');
  return row;
}

export const listFunds = (trx: Trx, round: { county: number; id: number }): Promise<FundRecord[]> =>
  selectFunds(trx)
    .where('f.county', '=', round.county)
    .where('f.round', '=', round.id)
    .orderBy('f.id')
    .execute();

export const makes = (actor: Actor, fund: Pick<FundRecord, 'organization'>): boolean =>
  actor.can.has('round.manage') && actor.scope?.id === fund.organization;

/** At the holder's level or above, and nobody who had a hand in it. */
export const mayApprove = (actor: Actor, fund: Pick<FundRecord, 'path' | 'makers'>): boolean =>
  actor.can.has('result.approve') &&
  actor.scope !== null &&
  fund.path.startsWith(actor.scope.path) &&
  !fund.makers.includes(actor.account);

function listCan(actor: Actor, fund: FundRecord): string[] {
  const open = fund.state === 'draft' || fund.state === 'returned';
  const decide = fund.state === 'submitted' && mayApprove(actor, fund);
  return [
    ...(makes(actor, fund) && open ? ['fund.change', 'fund.submit'] : []),
    ...(decide ? ['fund.approve', 'fund.return'] : []),
    ...(makes(actor, fund) && fund.state === 'approved' ? ['fund.pay'] : []),
  ];
}

const readLines = (trx: Trx, funds: readonly FundRecord[]) =>
  trx
    .selectFrom('award_line as l')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'l.county').onRef('o.id', '=', 'l.organization'),
    )
    .selectAll('l')
    .select('o.name')
    .where('l.fund', 'in', [0, ...funds.map(({ id }) => id)])
    .orderBy('l.band')
    .orderBy(sql`o.code collate "C"`)
    .orderBy('l.id')
    .execute();

const readPayments = (trx: Trx, lines: readonly { id: number }[]) =>
  trx
    .selectFrom('award_payment')
    .selectAll()
    .where('line', 'in', [0, ...lines.map(({ id }) => id)])
    .orderBy('paid_on')
    .orderBy('id')
    .execute();

/** Funds with their lines and ledgers, in three statements however many there are. */
export async function presentFunds(trx: Trx, actor: Actor, funds: readonly FundRecord[]): Promise<Fund[]> {
  const lines = await readLines(trx, funds);
  const payments = await readPayments(trx, lines);
  const whoIs = await findAccountNames(trx, [
    ...funds.flatMap((fund) => [fund.entered_by, fund.decided_by ?? '']),
    ...payments.map((payment) => payment.entered_by),
  ]);
  return funds.map((fund) => {
    const own = lines.filter((line) => line.fund === fund.id);
    const given = own.reduce((sum, { amount }) => sum + toFen(amount), 0n);
    return {
      id: fund.id,
      round: { id: fund.round, title: fund.round_title },
      title: fund.title,
      total: fund.total,
      rule: fund.rule,
      basis: fund.basis,
      state: fund.state,
      note: fund.note,
      lines: own.map((line) =>
        presentLine(
          line,
          payments.filter((payment) => payment.line === line.id),
          whoIs,
        ),
      ),
      left: toYuan(toFen(fund.total) - given),
      by: whoIs(fund.entered_by),
      at: fund.entered_at.toISOString(),
      decidedBy: fund.decided_by ? whoIs(fund.decided_by) : null,
      decidedAt: fund.decided_at?.toISOString() ?? null,
      can: listCan(actor, fund),
    };
  });
}

type Line = Awaited<ReturnType<typeof readLines>>[number];
type Payment = Awaited<ReturnType<typeof readPayments>>[number];

function presentLine(
  line: Line,
  payments: readonly Payment[],
  whoIs: (account: string) => string,
): Fund['lines'][number] {
  const paid = payments
    .filter((payment) => payment.withdrawn_at === null)
    .reduce((sum, { amount }) => sum + toFen(amount), 0n);
  return {
    id: line.id,
    organization: { id: line.organization, name: line.name },
    band: line.band,
    computed: line.computed,
    amount: line.amount,
    reason: line.reason,
    paid: toYuan(paid),
    payments: payments.map((payment) => ({
      id: payment.id,
      paidOn: payment.paid_on,
      amount: payment.amount,
      voucher: payment.voucher,
      note: payment.withdrawn_why
        ? `${payment.note ? `${payment.note}；` : ''}撤回原因：${payment.withdrawn_why}`
        : payment.note,
      by: whoIs(payment.entered_by),
      withdrawn: payment.withdrawn_at !== null,
    })),
  };
}

export async function presentFund(trx: Trx, actor: Actor, id: number): Promise<Fund> {
  const [shown] = await presentFunds(trx, actor, [await getFund(trx, id)]);
  if (!shown) throw problems.notFound('这笔奖补资金');
  return shown;
}

export const ofFund = (fund: FundRecord) => ({
  object: `fund/${fund.id}`,
  county: fund.county,
  organization: fund.organization,
  path: fund.path,
});
