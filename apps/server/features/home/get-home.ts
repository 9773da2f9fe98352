import type { Home } from '@hujian/contract';
import type { Scope } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import type { Context } from '../../http/route.ts';
import { getBurden } from '../burden/get-burden.ts';
import type { LoadedEdition } from '../standings/editions.ts';
import { unpackItems } from '../standings/packed-items.ts';
import { briefColumns, presentBrief } from '../standings/present-brief.ts';
import { rankEditions } from '../standings/rank-editions.ts';
import { listDue } from './list-due.ts';
import { listRecent } from './list-recent.ts';
import { listOwnShortfalls, listShortfallsBelow } from './list-shortfalls.ts';
import { listUnkept } from './list-unkept.ts';
import { sumBelow } from './sum-below.ts';

/** What is due from me and where we stand. Everything comes from the current standings; nothing is evaluated here. */
export async function getHome(context: Context<unknown, unknown, unknown>): Promise<Home> {
  const { trx, actor, services, today } = context;
  const { scope } = actor;
  if (!scope) return emptyHome(today);
  const [loaded, ...others] = await rankEditions(trx, scope.path, today);
  const own = loaded && (await findOwn(trx, scope, loaded));
  const shows = (permission: 'record.read' | 'standing.read') => actor.can.has(permission);
  const { vocabulary } = services.vocabulary;
  return {
    scope: { id: scope.id, name: scope.name, level: scope.level },
    edition: loaded ? { id: loaded.id, title: loaded.title } : null,
    standing: own?.brief ?? null,
    below: loaded && !own ? await sumBelow(trx, scope.path, loaded.id, others) : null,
    due:
      own && loaded
        ? [
            ...(await listUnkept(context, scope)),
            ...listDue(loaded.edition, own.items, scope.id, today, vocabulary),
          ]
        : [],
    shortfalls: !loaded
      ? []
      : own
        ? listOwnShortfalls(loaded.edition, own.items, scope)
        : await listShortfallsBelow(trx, scope.path, loaded.edition),
    recent: shows('record.read') ? await listRecent(context, scope) : [],
    burden: await getBurden(trx, scope.path, today.slice(0, 7)),
  };
}

async function findOwn(trx: Trx, scope: Scope, loaded: LoadedEdition) {
  const row = await trx
    .selectFrom('standing')
    .select([...briefColumns, 'items'])
    .where('county', '=', scope.county)
    .where('organization', '=', scope.id)
    .where('evaluation', '=', 0)
    .where('edition', '=', loaded.id)
    .executeTakeFirst();
  return row && { brief: presentBrief(row, loaded.title), items: unpackItems(row.items) };
}

const emptyHome = (today: string): Home => ({
  scope: null,
  edition: null,
  standing: null,
  below: null,
  due: [],
  shortfalls: [],
  recent: [],
  burden: { month: today.slice(0, 7), fields: 0, uploads: 0 },
});
