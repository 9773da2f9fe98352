import type { panelistsBody, RoundPanelist } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { type PanelistRecord, presentPanelists, readPanelists } from './list-panelists.ts';
import { findRaters } from './list-people.ts';
import {
  getManaged,
  noteOf,
  type RoundRecord,
  refuse,
  requireRunning,
  tellChange,
  writeRound,
} from './rounds.ts';

type Body = z.output<typeof panelistsBody>;
type Asked = Body['panelists'][number];

/** POST /rounds/:round/panelists: the whole list; who is not in it any more loses his seats, unless he put something down. */
export async function changePanelists(
  context: Context<{ round: number }, unknown, Body>,
): Promise<{ rows: RoundPanelist[] }> {
  const { trx, params, body, actor, note } = context;
  const round = await getManaged(trx, actor, { round: params.round, version: body.version });
  requireRunning(round, '改观摩人员');
  if (round.state === 'published' && !body.reason) throw refuse('reason', '方案已经发布，换人要写明原因。');
  const had = await readPanelists(trx, round);
  const asked = await complete(trx, round, { asked: body.panelists, had });
  const gone = had.filter(({ id }) => !asked.some((one) => one.id === id));
  await remove(trx, round, gone);
  await write(trx, round, asked);
  if (round.state === 'published')
    await tellChange(trx, round, {
      what: describe(asked, gone),
      reason: body.reason ?? '',
      by: actor.account,
    });
  await writeRound(trx, round);
  note(noteOf(round, { panelists: asked.length, withdrawn: gone.map(({ id }) => id), reason: body.reason }));
  return { rows: presentPanelists(await readPanelists(trx, round)) };
}

const describe = (asked: readonly Asked[], gone: readonly PanelistRecord[]): string => {
  const added = asked.filter(({ id }) => id === undefined).map(({ name }) => name);
  const parts = [
    ...(added.length > 0 ? [`增加观摩人员${added.join('、')}`] : []),
    ...(gone.length > 0 ? [`${gone.map(({ name }) => name).join('、')}不再参加`] : []),
  ];
  return parts.join('；') || '修改观摩人员';
};

/** Whoever is asked is known, may rate, and stands in the list once; a home that was left out comes from the account. */
async function complete(
  trx: Trx,
  round: RoundRecord,
  { asked, had }: { asked: readonly Asked[]; had: readonly PanelistRecord[] },
): Promise<Asked[]> {
  const old = new Map(had.map((row) => [row.id, row]));
  const unknown = asked.find(({ id }) => id !== undefined && !old.has(id));
  if (unknown) throw refuse('panelists', `${unknown.name}已经不在名单里，请刷新后重试。`);
  const accounts = asked.flatMap(({ account }) => (account === null ? [] : [account]));
  if (new Set(accounts).size < accounts.length) throw refuse('panelists', '同一个账号写了两次，请只留一个。');
  const raters = await findRaters(trx, round.path, accounts);
  const known = new Set(had.map(({ account }) => account));
  const stranger = asked.find(
    ({ account }) => account !== null && !raters.has(account) && !known.has(account),
  );
  if (stranger)
    throw refuse(
      'panelists',
      `${stranger.name}的账号在本活动范围内没有评议的权限，请先由安全管理员授予角色，或从名单里选人。`,
    );
  const whole = asked.map((one) => ({
    ...one,
    home: one.home ?? (one.account === null ? null : (raters.get(one.account)?.home ?? null)),
  }));
  await requireHomes(trx, round, whole);
  return whole;
}

async function requireHomes(trx: Trx, { county }: RoundRecord, asked: readonly Asked[]): Promise<void> {
  const homes = [...new Set(asked.flatMap(({ home }) => (home === null ? [] : [home])))];
  if (homes.length === 0) return;
  const rows = await asSystemWithin(trx, 'where a panelist comes from decides his recusal', () =>
    trx
      .selectFrom('organization')
      .select('id')
      .where('county', '=', county)
      .where('id', 'in', homes)
      .execute(),
  );
  if (rows.length < homes.length)
    throw refuse('panelists', '有的观摩人员的所在单位不存在，或不在本县，请重新选择。');
}

async function remove(trx: Trx, round: RoundRecord, gone: readonly PanelistRecord[]): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  const rated = await asSystemWithin(trx, 'who has put something down stays in the list', () =>
    trx
      .selectFrom('visit_entry')
      .select('panelist')
      .distinct()
      .where('county', '=', round.county)
      .where('round', '=', round.id)
      .where('panelist', 'in', ids)
      .execute(),
  );
  const busy = gone.filter(({ id }) => rated.some(({ panelist }) => panelist === id));
  if (busy.length > 0)
    throw problems.conflict(
      `${busy.map(({ name }) => name).join('、')}已经有评议记录，不能移出名单；可在观摩安排里换下还没有开始的观摩。`,
    );
  await trx
    .deleteFrom('visit_seat')
    .where('county', '=', round.county)
    .where('panelist', 'in', ids)
    .execute();
  if (round.state === 'draft')
    await trx
      .deleteFrom('round_panelist')
      .where('county', '=', round.county)
      .where('id', 'in', ids)
      .execute();
  else
    await trx
      .updateTable('round_panelist')
      .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
      .where('county', '=', round.county)
      .where('id', 'in', ids)
      .execute();
}

async function write(trx: Trx, round: RoundRecord, asked: readonly Asked[]): Promise<void> {
  const { county, organization, path } = round;
  const of = { county, organization, path, round: round.id };
  const fresh = asked.filter(({ id }) => id === undefined);
  if (fresh.length > 0)
    await trx
      .insertInto('round_panelist')
      .values(fresh.map(({ id: _id, ...one }) => ({ ...of, ...one })))
      .execute();
  const kept = asked.filter(({ id }) => id !== undefined);
  await sql`
    update round_panelist p set name = c.name, post = c.post, home = c.home, account = c.account, part = c.part,
      unavailable = c.unavailable
    from json_to_recordset(${JSON.stringify(kept)}::json)
      as c (id bigint, name text, post text, home bigint, account text, part text, unavailable date[])
    where p.county = ${county} and p.round = ${round.id} and p.id = c.id
  `.execute(trx);
  // The phone finds the seat by its account.
  await sql`
    update visit_seat s set account = p.account from round_panelist p
    where p.county = ${county} and p.round = ${round.id} and p.withdrawn_at is null
      and s.county = p.county and s.panelist = p.id and s.account is distinct from p.account
  `.execute(trx);
}
