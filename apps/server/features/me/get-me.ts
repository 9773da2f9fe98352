import type { Me } from '@hujian/contract';
import { idleMinutes } from '../../access/auth.ts';
import { isRole, roles } from '../../access/roles.ts';
import type { Context } from '../../http/route.ts';

/** The signed-in person: account, assignments, what the active one may do. */
export async function getMe(context: Context<unknown, unknown, unknown>): Promise<Me> {
  const { actor, trx, services, today } = context;
  const held = await trx
    .selectFrom('assignment as s')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
    )
    .select(['s.id', 's.role', 'o.id as organization', 'o.name'])
    .where('s.account', '=', actor.account)
    .where('s.ended_at', 'is', null)
    .orderBy('s.id')
    .execute();
  const { scope } = actor;
  return {
    account: {
      id: actor.account,
      name: actor.name,
      userName: actor.userName,
      totpOn: actor.totpOn,
      totpRequired: actor.totpRequired,
    },
    assignments: held.flatMap((row) =>
      isRole(row.role)
        ? [
            {
              id: row.id,
              role: row.role,
              roleTitle: roles[row.role].title,
              organization: row.organization === null ? null : { id: row.organization, name: row.name ?? '' },
            },
          ]
        : [],
    ),
    active: actor.assignment,
    can: [...actor.can],
    scope: scope && { id: scope.id, name: scope.name, level: scope.level, county: scope.county },
    today,
    idleMinutes,
    program: { name: '互鉴', version: services.version, demo: services.demo },
  };
}
