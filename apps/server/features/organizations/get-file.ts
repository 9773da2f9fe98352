import type { OrganizationFile } from '@hujian/contract';
import type { Actor } from '../../access/actor.ts';
import { type Permission, roles } from '../../access/roles.ts';
import type { Trx } from '../../database/door.ts';
import { listPathsAbove } from '../../database/door.ts';
import type { Context } from '../../http/route.ts';
import { listEditionTitles } from '../standings/editions.ts';
import { keepPreferred } from '../standings/keep-preferred.ts';
import { briefColumns, presentBrief } from '../standings/present-brief.ts';
import {
  countDocuments,
  countPeople,
  listEvents,
  listFigures,
  listRecent,
  listRegisters,
  listTeam,
} from './file-parts.ts';
import { getPlace, type Place } from './get-place.ts';
import { presentOrganizations } from './present-organization.ts';

/** The one-page file of an organization: some fifteen statements, none for each row. */
export async function getFile(context: Context<{ id: number }, unknown, unknown>): Promise<OrganizationFile> {
  const { trx, params, actor, today } = context;
  const place = await getPlace(trx, params.id, actor);
  const [organization] = await presentOrganizations(trx, [place]);
  if (!organization) throw new Error('presented nothing');
  const people = actor.can.has('record.read');
  return {
    organization,
    ancestors: await listAncestors(trx, place),
    spans: await listSpans(trx, place),
    lineage: await listLineage(trx, place),
    team: people ? await listTeam(context, place) : [],
    counts: await countPeople(trx, place, today),
    figures: await listFigures(context, place),
    registers: await listRegisters(context, place),
    standing: await findStanding(trx, place),
    recentActivities: people ? await listRecent(context, place) : [],
    documents: await countDocuments(trx, place, today),
    events: people ? await listEvents(context, place) : [],
    can: listCan(actor, place),
  };
}

/** What may be done on this organization; what closed is not changed any more. */
function listCan(actor: Actor, place: Place): string[] {
  const acts = place.closed_on ? closedActs : roles['county-officer'].can;
  return acts.filter((permission) => actor.can.has(permission));
}

const closedActs: readonly Permission[] = ['record.read', 'standing.read', 'export'];

async function listAncestors(trx: Trx, place: Place): Promise<OrganizationFile['ancestors']> {
  const paths = listPathsAbove(place.path);
  if (paths.length === 0) return [];
  return trx
    .selectFrom('organization')
    .select(['id', 'name', 'level'])
    .where('path', 'in', paths)
    .orderBy('path')
    .execute();
}

async function listSpans(trx: Trx, place: Place): Promise<OrganizationFile['spans']> {
  const spans = await trx
    .selectFrom('organization_span')
    .select(['name', 'form', 'kind', 'level', 'parent', 'valid_from', 'valid_until'])
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .orderBy('valid_from')
    .execute();
  return spans.map(({ valid_from: validFrom, valid_until: validUntil, ...span }) => ({
    ...span,
    validFrom,
    validUntil,
  }));
}

/** Where it came from and what came of it. */
async function listLineage(trx: Trx, place: Place): Promise<OrganizationFile['lineage']> {
  const rows = await trx
    .selectFrom('lineage as l')
    .innerJoin('organization as o', (join) =>
      join
        .onRef('o.county', '=', 'l.county')
        .on((on) =>
          on.or([
            on.and([on('l.organization', '=', place.id), on('o.id', '=', on.ref('l.predecessor'))]),
            on.and([on('l.predecessor', '=', place.id), on('o.id', '=', on.ref('l.organization'))]),
          ]),
        ),
    )
    .select(['l.way', 'l.happened_on', 'l.organization', 'o.id', 'o.name'])
    .where('l.county', '=', place.county)
    .where((where) =>
      where.or([where('l.organization', '=', place.id), where('l.predecessor', '=', place.id)]),
    )
    .orderBy('l.happened_on')
    .execute();
  return rows.map((row) => ({
    way: row.way,
    on: row.happened_on,
    side: row.organization === place.id ? ('predecessor' as const) : ('successor' as const),
    organization: { id: row.id, name: row.name },
  }));
}

async function findStanding(trx: Trx, place: Place): Promise<OrganizationFile['standing']> {
  const judged = place.unit ?? place.id;
  const rows = await trx
    .selectFrom('standing')
    .select([...briefColumns, 'organization'])
    .where('county', '=', place.county)
    .where('organization', '=', judged)
    .where('evaluation', '=', 0)
    .execute();
  const row = (await keepPreferred(trx, rows)).get(judged);
  if (!row) return null;
  return presentBrief(row, (await listEditionTitles(trx)).get(row.edition) ?? row.edition);
}
