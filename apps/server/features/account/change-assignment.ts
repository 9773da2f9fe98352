import type { Assignment, assignmentBody, Role } from '@hujian/contract';
import type * as z from 'zod';
import { isRole, roles } from '../../access/roles.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { endSessions } from './create-account.ts';
import { lockAccount } from './list-accounts.ts';
import { getAssignment } from './list-assignments.ts';

type Body = z.output<typeof assignmentBody>;

/** Grants a role. The three administrators are three people, and none of them works on business data. */
export async function createAssignment(context: Context<unknown, unknown, Body>): Promise<Assignment> {
  const { trx, body, actor, note } = context;
  if (body.account === actor.account)
    throw problems.conflict('不能给自己授予角色，请由另一位安全管理员办理。');
  await lockAccount(trx, body.account);
  await requireSeparation(trx, body.account, body.role);
  const place = await getPlace(trx, body);
  const held = await trx
    .selectFrom('assignment')
    .select('id')
    .where('account', '=', body.account)
    .where('role', '=', body.role)
    .where('organization', place.organization === null ? 'is' : '=', place.organization)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (held) throw problems.conflict('这个账号已经有这个角色，不必重复授予。');
  const made = await trx
    .insertInto('assignment')
    .values({ ...place, account: body.account, role: body.role, made_by: actor.account, ended_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  note({
    object: `account/${body.account}`,
    organization: place.organization ?? undefined,
    details: { role: body.role, assignment: made.id },
  });
  return getAssignment(trx, made.id, actor);
}

/** Takes a role back; the person's sessions end, so it holds from this moment. */
export async function endAssignment(context: Context<{ id: number }, unknown, unknown>): Promise<Assignment> {
  const { trx, params, actor, services, note } = context;
  const found = await getAssignment(trx, params.id, actor);
  if (found.endedAt) throw problems.conflict('这个角色已经收回。');
  if (found.account.id === actor.account)
    throw problems.conflict('不能收回自己的角色，请由另一位安全管理员办理。');
  await requireAnother(trx, found.role, params.id);
  await trx.updateTable('assignment').set({ ended_at: services.now() }).where('id', '=', params.id).execute();
  await endSessions(trx, found.account.id);
  note({
    object: `account/${found.account.id}`,
    organization: found.organization?.id,
    details: { role: found.role, assignment: params.id },
  });
  return getAssignment(trx, params.id, actor);
}

async function requireSeparation(trx: Trx, account: string, role: Role): Promise<void> {
  const held = await trx
    .selectFrom('assignment')
    .select('role')
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .execute();
  const isAdministrator = (name: string): boolean => isRole(name) && roles[name].administrator === true;
  const others = held.filter((one) => one.role !== role);
  const clash = roles[role].administrator ? others[0] : others.find((one) => isAdministrator(one.role));
  if (!clash || !isRole(clash.role)) return;
  throw problems.conflict(
    `这个账号已是${roles[clash.role].title}。三员分立：管理员账号只担任一种管理员，不兼业务角色；请另建账号。`,
  );
}

async function getPlace(
  trx: Trx,
  body: Body,
): Promise<{ county: number; organization: number | null; path: string }> {
  const rule = roles[body.role];
  if (rule.administrator) {
    if (body.organization)
      throw problems.badInput([{ path: 'organization', message: '管理员不属于任何组织，请不要选择组织。' }]);
    return { county: 0, organization: null, path: '' };
  }
  if (!body.organization)
    throw problems.badInput([{ path: 'organization', message: `请选择${rule.title}负责的组织。` }]);
  const found = await trx
    .selectFrom('organization')
    .select(['county', 'id', 'path', 'level'])
    .where('id', '=', body.organization)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (!found) throw problems.notFound('这个组织');
  if (rule.levels && !rule.levels.includes(found.level))
    throw problems.badInput([
      { path: 'organization', message: `${rule.title}不能授予在这一级组织上，请另选组织或角色。` },
    ]);
  return { county: found.county, organization: found.id, path: found.path };
}

/** The program must keep somebody who can make accounts, grant roles and read the trail. */
async function requireAnother(trx: Trx, role: Role, but: number): Promise<void> {
  if (!roles[role].administrator) return;
  const another = await trx
    .selectFrom('assignment as s')
    .innerJoin('account as a', 'a.id', 's.account')
    .select('s.id')
    .where('s.role', '=', role)
    .where('s.ended_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .where('s.id', '<>', but)
    .executeTakeFirst();
  if (!another) throw problems.conflict(`这是最后一位${roles[role].title}，请先授予另一位再收回。`);
}
