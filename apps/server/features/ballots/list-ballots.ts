import type { BallotRow, ballotsQuery, Page } from '@hujian/contract';
import type * as z from 'zod';
import { decodeCursor, encodeCursor } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { presentBallots, selectBallots } from './ballots.ts';

/** The ballots about a place and those below it, latest first. */
export async function listBallots(
  context: Context<unknown, z.output<typeof ballotsQuery>, unknown>,
): Promise<Page<BallotRow>> {
  const { trx, actor, query } = context;
  const place = await getPlace(trx, query.organization, actor);
  const after = decodeCursor(query.after, 1);
  const { round } = query;
  const rows = await selectBallots(trx)
    .where('b.path', '>=', place.path)
    .where('b.path', '<', `${place.path}~`)
    .$if(round !== undefined, (select) => select.where('b.round', '=', round ?? 0))
    .$if(after !== undefined, (select) => select.where('b.id', '<', Number(after?.[0])))
    .orderBy('b.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: await presentBallots(context, shown),
    next: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
  };
}
