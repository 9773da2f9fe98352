import type { SessionRow, sessionChangeBody, sessionParams } from '@hujian/contract';
import type * as z from 'zod';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { getManagedSession, getSession, noteOfSession } from './get-session.ts';
import { presentSessions } from './list-sessions.ts';

type In = Context<z.output<typeof sessionParams>, unknown, z.output<typeof sessionChangeBody>>;

/** POST /sessions/:session: its title, place and agenda while it is open; the minutes as long as the round runs. */
export async function changeSession(context: In): Promise<SessionRow> {
  const { trx, actor, params, body, note } = context;
  const session = await getManagedSession(trx, actor, params.session);
  if (session.round_state === 'closed' || session.round_state === 'cancelled')
    throw problems.conflict('本轮活动已经结束，评议会的内容不能再改。');
  const { agenda, minutes, ...rest } = body;
  if (session.state === 'closed' && (agenda !== undefined || Object.keys(rest).length > 0))
    throw problems.conflict('评议会已经结束，只能再改会议记录，不能再改议程和地点。');
  const changes = {
    ...rest,
    ...(minutes === undefined ? {} : { minutes }),
    ...(agenda === undefined ? {} : { agenda: JSON.stringify(agenda) }),
  };
  if (Object.keys(changes).length > 0)
    await trx
      .updateTable('round_session')
      .set(changes)
      .where('county', '=', session.county)
      .where('id', '=', session.id)
      .execute();
  note(noteOfSession(session, { changed: Object.keys(changes) }));
  const [row] = await presentSessions(trx, actor, [await getSession(trx, session.id)]);
  if (!row) throw problems.notFound('这场评议会');
  return row;
}
