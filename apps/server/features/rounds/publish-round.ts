import type { publishRoundBody, RoundFull } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { findDraw } from './find-draw.ts';
import { readPanelists } from './list-panelists.ts';
import { presentFull } from './present-round.ts';
import { readSeats, selectVisits } from './read-visits.ts';
import { judges, mustRecuse } from './recusal.ts';
import {
  getManaged,
  noteOf,
  type RoundRecord,
  refuse,
  requireDraft,
  tellChange,
  writeRound,
} from './rounds.ts';

/** POST /rounds/:round/publish: from now on weights and edition are fast, and the phones find their visits. */
export async function publishRound(
  context: Context<{ round: number }, unknown, z.output<typeof publishRoundBody>>,
): Promise<RoundFull> {
  const { trx, params, body, actor, note } = context;
  const round = await getManaged(trx, actor, { round: params.round, version: body.version });
  requireDraft(round, '发布方案');
  await requireWhole(trx, round);
  const gaps = await listGaps(trx, round);
  if (gaps.length > 0 && !body.reason)
    throw refuse('reason', `方案还有缺口：${gaps.join('；')}。请补齐，或写明原因后发布。`);
  const reason = body.reason ?? '';
  if (gaps.length > 0)
    await tellChange(trx, round, { what: `发布时的缺口：${gaps.join('；')}`, reason, by: actor.account });
  await writeRound(trx, round, {
    state: 'published',
    document_number: body.documentNumber ?? round.document_number,
  });
  note(noteOf(round, { weights: round.weights, edition: round.edition, gaps, reason }));
  return presentFull(trx, round.id, actor);
}

/** A plan without somebody to visit, somebody to go, and visits is none. */
async function requireWhole(trx: Trx, round: RoundRecord): Promise<void> {
  const drawn = await findDraw(trx, round);
  if (round.setting.choice === 'draw' && !drawn?.result)
    throw problems.conflict('观摩对象由抽签决定，还没有公布抽签结果；请先抽签，再发布。');
  const { rows } = await sql<{ chosen: number; visits: number }>`
    select (select count(*)::int from round_unit where county = ${round.county} and round = ${round.id} and chosen)
        as chosen,
      (select count(*)::int from visit where county = ${round.county} and round = ${round.id}
        and state <> 'cancelled') as visits`.execute(trx);
  const lacking = [
    ...((rows[0]?.chosen ?? 0) === 0 ? ['还没有选定观摩对象'] : []),
    ...((await readPanelists(trx, round)).some(({ part }) => judges(part)) ? [] : ['还没有确定观摩人员']),
    ...((rows[0]?.visits ?? 0) === 0 ? ['还没有编排观摩'] : []),
  ];
  if (lacking.length > 0) throw problems.conflict(`方案还不能发布：${lacking.join('，')}。`);
}

/** What a person must answer for: who is missed, who is judged by fewer than three. Throws where recusal is broken. */
async function listGaps(trx: Trx, round: RoundRecord): Promise<string[]> {
  const visits = await selectVisits(trx, round).where('v.state', '!=', 'cancelled').execute();
  const seats = await readSeats(
    trx,
    round,
    visits.map(({ id }) => id),
  );
  const paths = new Map(visits.map(({ id, path }) => [id, path]));
  const barred = seats.filter(({ visit, home }) => mustRecuse(home, paths.get(visit) ?? ''));
  if (barred.length > 0)
    throw problems.conflict(
      `${[...new Set(barred.map(({ name }) => name))].join('、')}排在了应当回避的观摩里，请换人后再发布。`,
    );
  const count = Map.groupBy(
    seats.filter(({ part }) => judges(part)),
    ({ visit }) => visit,
  );
  const short = visits.filter(({ id }) => (count.get(id)?.length ?? 0) < 3).map(({ name }) => name);
  const missed = await listMissed(trx, round);
  return [
    ...(missed.length > 0 ? [`${tell(missed)}选定了却没有排观摩`] : []),
    ...(short.length > 0 ? [`${tell(short)}的评议人不足3名`] : []),
  ];
}

/** Chosen units without a visit, by name; with `held` only visits that took place count. */
export async function listMissed(
  trx: Trx,
  round: RoundRecord,
  { held }: { held: boolean } = { held: false },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select o.name from round_unit u
    join organization o on o.county = u.county and o.id = u.organization
    where u.county = ${round.county} and u.round = ${round.id} and u.chosen and not exists (
      select from visit v where v.county = u.county and v.round = u.round and v.organization = u.organization
        and (v.state = 'held' or (not ${held} and v.state = 'planned')))
    order by o.code`.execute(trx);
  return rows.map(({ name }) => name);
}

export const tell = (names: readonly string[]): string =>
  names.length > 8 ? `${names.slice(0, 8).join('、')}等${names.length}个单位` : names.join('、');
