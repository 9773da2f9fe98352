import { randomBytes } from 'node:crypto';
import type { commitDrawBody, DrawShown, tellDrawBody } from '@hujian/contract';
import { commitTo, draw } from '@hujian/panel';
import { sql } from 'kysely';
import type * as z from 'zod';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { type DrawRecord, findDraw, inputOf } from './find-draw.ts';
import { presentDraw } from './present-draw.ts';
import {
  getManaged,
  getRound,
  noteOf,
  type RoundRecord,
  refuse,
  requireDraft,
  writeRound,
} from './rounds.ts';
import { selectRoundUnits } from './select-round-units.ts';

type Of<Body> = Context<{ round: number }, unknown, Body>;

/** GET /rounds/:round/draw */
export async function getDraw({ trx, params }: Of<unknown>): Promise<DrawShown | null> {
  const round = await getRound(trx, params.round);
  const found = await findDraw(trx, round);
  return found
    ? asSystemWithin(trx, 'a draw is published for everybody to check', () => presentDraw(trx, found))
    : null;
}

/** GET /public/draws/:slug, for everybody. */
export async function getPublicDraw({
  trx,
  params,
}: Context<{ slug: string }, unknown, unknown>): Promise<DrawShown> {
  const found = await trx
    .selectFrom('round_draw')
    .selectAll()
    .where('slug', '=', params.slug)
    .executeTakeFirst();
  if (!found) throw problems.notFound('这次抽签');
  return presentDraw(trx, found);
}

/** POST /rounds/:round/draw/commit: the list with its weights and the seed's SHA-256 are public from now on. */
export async function commitDraw(context: Of<z.output<typeof commitDrawBody>>): Promise<DrawShown> {
  const { trx, params, body, actor, services, note } = context;
  const round = await getManaged(trx, actor, { round: params.round, version: body.version });
  requireDraft(round, '抽签');
  if (round.setting.choice !== 'draw')
    throw problems.conflict('这个轮次不是用抽签选观摩对象；请先把选择方式改为抽签。');
  if (await findDraw(trx, round))
    throw problems.conflict('这个轮次已经公布过抽签承诺，不能重来；否则可以挑选结果。');
  const { units, names } = await freezeUnits(trx, round);
  if (body.count > units.length)
    throw refuse('count', `可观摩的单位只有${units.length}个，不能抽${body.count}个。`);
  const seed = randomBytes(32).toString('hex');
  const slug = randomBytes(16).toString('base64url');
  const commitment = commitTo(seed);
  await trx
    .insertInto('round_draw')
    .values({
      county: round.county,
      organization: round.organization,
      path: round.path,
      round: round.id,
      commitment,
      seed: services.sealed.seal(seed),
      beacon_rule: body.beaconRule,
      count: body.count,
      every: body.every,
      input: JSON.stringify({ units, names }),
      result: null,
      slug,
      committed_by: actor.account,
    })
    .execute();
  const setting = { ...round.setting, count: body.count, every: body.every };
  await writeRound(trx, round, { setting: JSON.stringify(setting) });
  note(noteOf(round, { commitment, slug, count: body.count, every: body.every, units: units.length }));
  return presentDraw(trx, await requireDraw(trx, round));
}

async function freezeUnits(trx: Trx, round: RoundRecord) {
  const rows = await selectRoundUnits(trx, round).select(['u.risk', 'u.waited']).orderBy('o.code').execute();
  return {
    units: rows.map(({ code, risk, waited }) => ({ id: code, risk, waited })),
    names: Object.fromEntries(rows.map(({ code, name }) => [code, name])),
  };
}

async function requireDraw(trx: Trx, round: RoundRecord): Promise<DrawRecord> {
  const found = await findDraw(trx, round);
  if (!found) throw problems.conflict('还没有公布抽签承诺，请先公布承诺，再抽签。');
  return found;
}

/** POST /rounds/:round/draw/tell: the seed is told, the draw is computed from it, and those drawn are chosen. */
export async function tellDraw(context: Of<z.output<typeof tellDrawBody>>): Promise<DrawShown> {
  const { trx, params, body, actor, services, note } = context;
  const round = await getManaged(trx, actor, { round: params.round });
  requireDraft(round, '抽签');
  const found = await requireDraw(trx, round);
  if (!found.seed || found.result) throw problems.conflict('抽签结果已经公布，不能再抽一次。');
  if (found.beacon_rule !== '' && body.beacon === '')
    throw refuse('beacon', `承诺里约定加入公开数字（${found.beacon_rule}），请填写这个数字。`);
  if (found.beacon_rule === '' && body.beacon !== '')
    throw refuse('beacon', '承诺里没有约定加入公开数字，现在不能再加。');
  const told = { ...found, told_seed: services.sealed.open(found.seed), beacon: body.beacon || null };
  const result = draw(inputOf(told));
  await trx
    .updateTable('round_draw')
    .set({
      seed: null,
      told_seed: told.told_seed,
      beacon: told.beacon,
      result: JSON.stringify(result),
      drawn_at: sql<Date>`clock_timestamp()`,
    })
    .where('county', '=', round.county)
    .where('id', '=', found.id)
    .execute();
  await chooseDrawn(trx, round, result.drawn);
  await writeRound(trx, round);
  note(noteOf(round, { slug: found.slug, seed: told.told_seed, beacon: told.beacon, drawn: result.drawn }));
  return presentDraw(trx, await requireDraw(trx, round));
}

async function chooseDrawn(trx: Trx, round: RoundRecord, drawn: readonly string[]): Promise<void> {
  await sql`
    update round_unit u set chosen = o.code = any (${[...drawn]}::text[]), how = 'draw', reason = null
    from organization o
    where u.county = ${round.county} and u.round = ${round.id} and o.county = u.county and o.id = u.organization
  `.execute(trx);
}
