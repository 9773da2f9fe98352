import type { WarningReason, warningReasonBody, warningReasonPlace } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace, type Place } from '../organizations/get-place.ts';
import { getEdition } from '../standings/editions.ts';
import { presentReason, reasonColumns } from './present-reason.ts';

type Body = z.output<typeof warningReasonBody>;
type Asked = Context<z.output<typeof warningReasonPlace>, unknown, Body>;

/** POST /standings/:organization/reasons : holds to the end of the year; a new one takes the place of the old. */
export async function createReason({ trx, params, body, actor, today, note }: Asked): Promise<WarningReason> {
  const place = await getPlace(trx, params.organization, actor);
  const standard = await requireWarning(trx, body);
  await withdrawOld(trx, place, standard, body);
  const row = await trx
    .insertInto('warning_reason')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      standard,
      item: body.item,
      check_id: body.check,
      reason: body.reason,
      holds_until: `${today.slice(0, 4)}-12-31`,
      given_by: actor.name,
      entered_by: actor.account,
      withdrawn_at: null,
    })
    .returning(reasonColumns)
    .executeTakeFirstOrThrow();
  note({
    object: `reason/${row.id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { standard, item: body.item, check: body.check },
  });
  return presentReason(row);
}

/** Only a check of strictness `normally` warns, so only it can be answered. */
async function requireWarning(trx: Trx, body: Body): Promise<string> {
  const { edition, standard } = await getEdition(trx, body.edition);
  const item = edition.chapters.flatMap((chapter) => chapter.items).find((i) => i.code === body.item);
  const check = item?.checks.find((c) => c.id === body.check);
  if (!check) throw problems.notFound(`条目“${body.item}”的检查“${body.check}”`);
  if (check.strictness !== 'normally') {
    throw problems.unprocessable(
      '这一项是硬性要求，不能用说明原因代替。只有“一般、原则上”的要求未做到时，才可以说明原因。',
    );
  }
  return standard;
}

async function withdrawOld(trx: Trx, place: Place, standard: string, body: Body): Promise<void> {
  await trx
    .updateTable('warning_reason')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('standard', '=', standard)
    .where('item', '=', body.item)
    .where('check_id', '=', body.check)
    .where('withdrawn_at', 'is', null)
    .execute();
}
