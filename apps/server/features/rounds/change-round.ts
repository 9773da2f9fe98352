import type { RoundFull, roundChangeBody } from '@hujian/contract';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getEdition } from '../standings/editions.ts';
import { getRoundEdition, requireCount, requireDays, requireWeights } from './check-round.ts';
import { chooseUnits } from './choose-units.ts';
import { findDraw } from './find-draw.ts';
import { freezeItems } from './freeze-items.ts';
import { presentFull } from './present-round.ts';
import {
  getManaged,
  getRound,
  noteOf,
  type RoundRecord,
  refuse,
  requireRunning,
  tellChange,
  writeRound,
} from './rounds.ts';

type Body = z.output<typeof roundChangeBody>;

/** POST /rounds/:round/change: a draft freely; a published plan with a reason, and never its weights and edition. */
export async function changeRound(context: Context<{ round: number }, unknown, Body>): Promise<RoundFull> {
  const { trx, params, body, actor, note } = context;
  const round = await getManaged(trx, actor, { round: params.round, version: body.version });
  requireRunning(round, '修改');
  const changed = Object.keys(body).filter((key) => key !== 'version' && key !== 'reason');
  if (changed.length === 0) throw refuse('version', '没有写要改什么。');
  if (round.state === 'published') await requireChangeable(trx, round, { body, changed, by: actor.account });
  else await requireUndrawn(trx, round, body);
  requireWhole(round, body);
  await writeRound(trx, round, await columnsOf(trx, round, body));
  if (round.state === 'draft' && !(await findDraw(trx, round)))
    await chooseUnits(trx, await getRound(trx, round.id));
  note(noteOf(round, { version: round.version + 1, changed, reason: body.reason }));
  return presentFull(trx, round.id, actor);
}

const words: Partial<Record<keyof Body, string>> = {
  title: '名称',
  theme: '主题',
  periodUntil: '周期',
  items: '评议条目',
  parts: '方案内容',
};

async function requireChangeable(
  trx: Trx,
  round: RoundRecord,
  { body, changed, by }: { body: Body; changed: string[]; by: string },
): Promise<void> {
  if (body.weights !== undefined || body.edition !== undefined || body.standingEdition !== undefined)
    throw problems.conflict('方案已经发布，权重和标准版本不能再改；要改只能取消本轮，另开一轮。');
  const told = changed.map((key) => words[key as keyof Body]);
  if (told.includes(undefined))
    throw problems.conflict(
      '方案发布后只能改名称、主题、结束日期、评议条目和方案内容；观摩的日期和人员请在观摩安排里逐项调整。',
    );
  if (!body.reason) throw refuse('reason', '方案已经发布，改动要写明原因。');
  await tellChange(trx, round, { what: `修改${told.join('、')}`, reason: body.reason, by });
}

/** The list of a draw is public: what it was made from stays. */
async function requireUndrawn(trx: Trx, round: RoundRecord, body: Body): Promise<void> {
  const { setting } = body;
  if (!setting || !(await findDraw(trx, round))) return;
  if (
    setting.choice !== 'draw' ||
    setting.count !== round.setting.count ||
    setting.every !== round.setting.every
  )
    throw problems.conflict('抽签承诺已经公布，选择方式、数量和几轮一遍不能再改。');
}

function requireWhole(round: RoundRecord, body: Body): void {
  const setting = body.setting ?? round.setting;
  requireDays({
    periodFrom: body.periodFrom ?? round.period_from,
    periodUntil: body.periodUntil ?? round.period_until,
    setting,
  });
  requireCount(setting);
  const standingEdition = body.standingEdition === undefined ? round.standing_edition : body.standingEdition;
  requireWeights({ weights: body.weights ?? round.weights, standingEdition });
}

async function columnsOf(trx: Trx, round: RoundRecord, body: Body) {
  const json = (value: unknown) => JSON.stringify(value);
  if (body.standingEdition) await getRoundEdition(trx, round, body.standingEdition);
  return {
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(body.theme === undefined ? {} : { theme: body.theme }),
    ...(body.sort === undefined ? {} : { sort: body.sort }),
    ...(body.cadence === undefined ? {} : { cadence: body.cadence }),
    ...(body.periodFrom === undefined ? {} : { period_from: body.periodFrom }),
    ...(body.periodUntil === undefined ? {} : { period_until: body.periodUntil }),
    ...(body.standingEdition === undefined ? {} : { standing_edition: body.standingEdition }),
    ...(body.parts === undefined ? {} : { parts: json(body.parts) }),
    ...(body.weights === undefined ? {} : { weights: json(body.weights) }),
    ...(body.setting === undefined
      ? {}
      : { setting: json({ ...body.setting, days: body.setting.days.toSorted() }) }),
    ...(await itemsOf(trx, round, body)),
  };
}

/** Of a draft the newest revision is taken, of a published round the one that its weights were published with. */
async function itemsOf(
  trx: Trx,
  round: RoundRecord,
  { edition, items }: Body,
): Promise<{ edition?: string; revision?: string; items?: string }> {
  if (edition === undefined && items === undefined) return {};
  const loaded =
    round.state === 'published'
      ? await getEdition(trx, round.edition, Number(round.revision))
      : await getRoundEdition(trx, round, edition ?? round.edition);
  return {
    edition: loaded.id,
    revision: String(loaded.revision),
    items: JSON.stringify(freezeItems(loaded.edition, items ?? [])),
  };
}
