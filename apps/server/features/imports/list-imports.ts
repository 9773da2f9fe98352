import type { ImportFile, importsQuery, Page } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import { presentImport, shownColumns } from './import-files.ts';

/** The imports of the actor's subtree, latest first. */
export async function listImports(
  trx: Trx,
  actor: Actor,
  query: z.output<typeof importsQuery>,
): Promise<Page<ImportFile>> {
  const after = decodeCursor(query.after, 1);
  const rows = await trx
    .selectFrom('import_file as i')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'i.county').onRef('o.id', '=', 'i.organization'),
    )
    .select([...shownColumns, 'o.name as organization_name'])
    .select(sql<object>`i.summary - 'sample' - 'errors'`.as('summary'))
    .$if(after !== undefined, (select) => select.where('i.id', '<', Number(after?.[0])))
    .orderBy('i.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => presentImport(row, actor, whoIs),
  );
}
