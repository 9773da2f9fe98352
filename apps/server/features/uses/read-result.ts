import type { ResultOutcome, ResultPacket, ResultState } from '@hujian/contract';
import type { Trx } from '../../database/door.ts';
import { findLastNotice } from '../results/find-notice.ts';
import type { RoundRecord } from '../rounds/rounds.ts';

export interface RoundResult {
  id: number;
  state: ResultState;
  ranked: boolean;
  sha256: string;
  packet: ResultPacket;
  outcome: ResultOutcome;
  publishedAt: Date | null;
  notice: { title: string; from: string; until: string; workingDays: number; contact: string } | null;
}

/** What the round came to, with its last public notice; undefined before it is computed. */
export async function findResult(trx: Trx, round: RoundRecord): Promise<RoundResult | undefined> {
  const row = await trx
    .selectFrom('round_result')
    .select(['id', 'state', 'ranked', 'sha256', 'packet', 'outcome', 'published_at'])
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const notice = await findLastNotice(trx, { county: round.county, id: row.id });
  const { published_at: publishedAt, ...rest } = row;
  return {
    ...rest,
    publishedAt,
    notice: notice
      ? {
          title: notice.title,
          from: notice.from_day,
          until: notice.until_day,
          workingDays: notice.working_days,
          contact: notice.contact,
        }
      : null,
  };
}

/** Bands from the first to the last, as the outcome has them. */
export const bandsOf = ({ units }: ResultOutcome): string[] =>
  [...new Set(units.flatMap(({ band }) => band ?? []))].toSorted();
