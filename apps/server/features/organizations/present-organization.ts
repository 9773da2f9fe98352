import type { OrganizationRow } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type { Trx } from '../../database/door.ts';
import type { OrganizationTable } from '../../database/tables.ts';
import { bandOf } from '../standings/band.ts';
import { keepPreferred } from '../standings/keep-preferred.ts';

type Row = Pick<
  Selectable<OrganizationTable>,
  | 'county'
  | 'id'
  | 'path'
  | 'parent'
  | 'code'
  | 'name'
  | 'form'
  | 'kind'
  | 'level'
  | 'founded_on'
  | 'closed_on'
>;

/** Rows with the number of their open children and their current standing: three statements for the whole page. */
export async function presentOrganizations(trx: Trx, rows: readonly Row[]): Promise<OrganizationRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const children = await countChildren(
    trx,
    ids,
    rows.map((row) => row.path),
  );
  const standings = await listCurrent(trx, ids);
  return rows.map((row) => ({
    id: row.id,
    county: row.county,
    code: row.code,
    name: row.name,
    form: row.form,
    kind: row.kind,
    level: row.level,
    parent: row.parent,
    childCount: children.get(row.id) ?? 0,
    foundedOn: row.founded_on,
    closedOn: row.closed_on,
    ...standings.get(row.id),
  }));
}

async function countChildren(trx: Trx, ids: number[], paths: string[]): Promise<Map<number, number>> {
  const from = paths.toSorted()[0] ?? '';
  const below = `${paths.toSorted().at(-1) ?? ''}~`;
  const rows = await trx
    .selectFrom('organization')
    .select(['parent', (count) => count.fn.countAll<number>().as('children')])
    .where('parent', 'in', ids)
    // Children lie within their parents' range of paths, which an index serves.
    .where('path', '>=', from)
    .where('path', '<', below)
    .where('closed_on', 'is', null)
    .groupBy('parent')
    .execute();
  return new Map(rows.map(({ parent, children }) => [parent ?? 0, children]));
}

/** The current standing of each by the adopted edition made for its kind. */
async function listCurrent(trx: Trx, ids: number[]) {
  const rows = await trx
    .selectFrom('standing')
    .select(['organization', 'edition', 'points', 'possible', 'full_marks'])
    .where('organization', 'in', ids)
    .where('evaluation', '=', 0)
    .execute();
  const kept = await keepPreferred(trx, rows);
  return new Map(
    [...kept.values()].map(({ organization, points, possible, full_marks: fullMarks }) => [
      organization,
      { points, possible, band: bandOf({ points, possible, fullMarks }) },
    ]),
  );
}
