import type { WarningReasons, warningReasonPlace, warningReasonsQuery } from '@hujian/contract';
import type * as z from 'zod';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { presentReason, reasonColumns } from './present-reason.ts';

type Asked = Context<z.output<typeof warningReasonPlace>, z.output<typeof warningReasonsQuery>, unknown>;

/** GET /standings/:organization/reasons : those in force today; at most one a check, so no page is needed. */
export async function listReasons({ trx, params, query, actor, today }: Asked): Promise<WarningReasons> {
  const place = await getPlace(trx, params.organization, actor);
  const rows = await trx
    .selectFrom('warning_reason')
    .select(reasonColumns)
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('withdrawn_at', 'is', null)
    .where('holds_until', '>=', today)
    .$if(query.standard !== undefined, (q) => q.where('standard', '=', query.standard ?? ''))
    .orderBy('item')
    .orderBy('check_id')
    .execute();
  return {
    rows: rows.map(presentReason),
    can: actor.can.has('record.write') ? ['record.write'] : [],
  };
}
