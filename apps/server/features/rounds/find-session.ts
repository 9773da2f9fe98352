import type { Trx } from '../../database/door.ts';
import type { RoundRecord } from './rounds.ts';

const agenda = [
  '通报当天观摩情况',
  '各组汇报看到的做法和问题',
  '逐处点评，核对评议表是否交齐',
  '议定问题的责任单位和期限',
];

/** The open evening meeting of a day of a round; made when there is none. Gives its id. */
export async function findSession(trx: Trx, round: RoundRecord, day: string): Promise<number> {
  const found = await trx
    .selectFrom('round_session')
    .select('id')
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .where('held_on', '=', day)
    .where('state', '=', 'open')
    .orderBy('id')
    .executeTakeFirst();
  if (found) return found.id;
  const [, month, date] = day.split('-').map(Number);
  const { id } = await trx
    .insertInto('round_session')
    .values({
      county: round.county,
      organization: round.organization,
      path: round.path,
      round: round.id,
      title: `${month}月${date}日评议会`,
      held_on: day,
      agenda: JSON.stringify(agenda),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The evening meetings of a round by their days; one whose visits were all cancelled is waited for no more. */
export const listMeetings = (trx: Trx, round: Pick<RoundRecord, 'county' | 'id'>) =>
  trx
    .selectFrom('round_session as s')
    .select(['s.title', 's.state'])
    .where('s.county', '=', round.county)
    .where('s.round', '=', round.id)
    .where((where) =>
      where.exists(
        where
          .selectFrom('visit as v')
          .select('v.id')
          .whereRef('v.county', '=', 's.county')
          .whereRef('v.session', '=', 's.id')
          .where('v.state', '!=', 'cancelled'),
      ),
    )
    .orderBy('s.held_on')
    .orderBy('s.id')
    .execute();
