import type {
  objectionAnswer,
  objectionAsk,
  objectionBody,
  objectionMade,
  PublicNotice,
} from '@hujian/contract';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { dayOf } from '../../http/services.ts';
import { stateOn } from './find-notice.ts';
import { hashCode, makeCode } from './objection-code.ts';
import { addStep, auditOf, countOpen, type ResultHead, selectHeads, writeResult } from './results.ts';

/** GET /public/notices/:slug : what must be shown, and of a withdrawn notice that it was withdrawn. */
export async function showNotice({
  trx,
  params,
  today,
}: Context<{ slug: string }, unknown, unknown>): Promise<PublicNotice> {
  const { notice, row } = await getNotice(trx, params.slug, today);
  const state = stateOn(notice, today);
  const shared = {
    title: notice.title,
    fromDay: notice.from_day,
    untilDay: notice.until_day,
    workingDays: notice.working_days,
    state,
    contact: notice.contact,
    published: row.state === 'published' && state !== 'withdrawn',
  };
  if (state === 'withdrawn')
    return { ...shared, ...notice.body, basis: null, weights: '', bands: [], practices: [], corrections: [] };
  return { ...shared, ...notice.body, corrections: await listCorrections(trx, row, notice.body) };
}

/** A notice with how far its result has come; what the result is made of is not read for a page that everybody opens. */
async function getNotice(trx: Trx, slug: string, today: string) {
  const notice = await trx
    .selectFrom('public_notice')
    .selectAll()
    .where('slug', '=', slug)
    .where('from_day', '<=', today)
    .executeTakeFirst();
  if (!notice) throw problems.notFound('这份公示');
  const row = await selectHeads(trx).where('s.id', '=', notice.result).executeTakeFirstOrThrow();
  return { notice, row };
}

const unitsOf = ({ bands }: Pick<PublicNotice, 'bands'>) => bands.flatMap(({ units }) => units);

async function listCorrections(
  trx: Trx,
  row: ResultHead,
  shown: Pick<PublicNotice, 'bands'>,
): Promise<PublicNotice['corrections']> {
  const names = new Map(unitsOf(shown).map(({ code, name }) => [code, name]));
  const rows = await trx
    .selectFrom('correction as c')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'c.county').onRef('o.id', '=', 'c.unit'),
    )
    .select(['c.before', 'c.after', 'c.reason', 'c.entered_at', 'o.code'])
    .where('c.county', '=', row.county)
    .where('c.result', '=', row.id)
    .orderBy('c.id')
    .execute();
  return rows.map(({ before, after, reason, entered_at, code }) => ({
    unit: code === null ? null : (names.get(code) ?? null),
    before,
    after,
    reason,
    on: dayOf(entered_at),
  }));
}

/** So many objections to one notice may wait for an answer; a flood beyond is refused. */
const mostOpen = 200;

/** POST /public/notices/:slug/objections : opens a case, which stops publication until it is answered. */
export async function object({
  trx,
  actor,
  params,
  body,
  today,
  services,
  note,
}: Context<{ slug: string }, unknown, z.output<typeof objectionBody>>): Promise<
  z.input<typeof objectionMade>
> {
  const { notice, row } = await getNotice(trx, params.slug, today);
  const state = stateOn(notice, today);
  if (state === 'withdrawn') throw problems.conflict('这份公示已经撤回，不再收异议。');
  if (state === 'ended' || !['noticed', 'objected'].includes(row.state))
    throw problems.conflict(
      `公示已于${notice.until_day}结束，不再收异议。如有问题，请按公示的联系方式反映。`,
    );
  await requireRoom(trx, row);
  const { code, hash } = makeCode();
  const unit = body.unit === null ? null : await findUnit(trx, notice, body.unit);
  const made = await trx
    .insertInto('objection')
    .values({
      county: row.county,
      organization: row.organization,
      path: row.path,
      notice: notice.id,
      result: row.id,
      unit,
      about: body.about,
      person: body.person,
      contact: body.contact ? services.sealed.seal(body.contact) : null,
      code_hash: hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (row.state === 'noticed') await writeResult(trx, row, 'objected');
  await addStep(trx, row, actor, { step: 'objection' });
  note({ ...auditOf(row), object: `objection/${made.id}` });
  return { code };
}

async function requireRoom(trx: Trx, row: ResultHead): Promise<void> {
  if ((await countOpen(trx, row)) >= mostOpen)
    throw problems.tooMany('等待答复的异议太多，暂时不能在网上提交，请按公示的联系方式反映。');
}

async function findUnit(
  trx: Trx,
  { county, body }: { county: number; body: Pick<PublicNotice, 'bands'> },
  code: string,
): Promise<number> {
  const place = unitsOf(body).some((unit) => unit.code === code)
    ? await trx
        .selectFrom('organization')
        .select('id')
        .where('county', '=', county)
        .where('code', '=', code)
        .executeTakeFirst()
    : undefined;
  if (!place) throw problems.badInput([{ path: 'unit', message: '公示里没有这个单位，请从列表中选择。' }]);
  return place.id;
}

/** POST /public/objections : the answer, to whoever has the code. */
export async function askObjection({
  trx,
  body,
}: Context<unknown, unknown, z.output<typeof objectionAsk>>): Promise<z.input<typeof objectionAnswer>> {
  const found = await trx
    .selectFrom('objection')
    .select(['state', 'answer', 'entered_at'])
    .where('code_hash', '=', hashCode(body.code))
    .executeTakeFirst();
  if (!found) throw problems.notFound('这个查询码对应的异议');
  return { state: found.state, answer: found.answer, at: found.entered_at.toISOString() };
}
