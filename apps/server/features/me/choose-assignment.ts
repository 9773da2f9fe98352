import { toWebHeaders } from '../../access/web-request.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';

/** From now on this session works under another of the person's own assignments. */
export async function chooseAssignment(
  context: Context<unknown, unknown, { assignment: number }>,
): Promise<{ ok: true }> {
  const { actor, trx, body, services, request } = context;
  const own = await trx
    .selectFrom('assignment')
    .select('id')
    .where('id', '=', body.assignment)
    .where('account', '=', actor.account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!own) throw problems.notFound('这个身份');
  const found = await services.auth.api.getSession({ headers: toWebHeaders(request) });
  await trx
    .updateTable('account_session')
    .set({ assignment: own.id })
    .where('id', '=', found?.session.id ?? '')
    .execute();
  return { ok: true };
}
