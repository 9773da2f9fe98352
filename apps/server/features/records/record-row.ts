import type { Selectable } from 'kysely';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import type { RecordColumns } from '../../database/tables.ts';
import type { Services } from '../../http/services.ts';
import type { AnyKind } from './kinds/kinds.ts';
import type { Names, Showing } from './register-kind.ts';

/** A row of any record table: the common columns, and the register's own. */
export type RecordRow = Selectable<RecordColumns> & Readonly<Record<string, unknown>>;

/** The names of all persons that these rows point at, in one statement. */
async function findNames(trx: Trx, kind: AnyKind, rows: readonly RecordRow[]): Promise<Names> {
  const persons = [...new Set(rows.flatMap((row) => kind.persons?.(row as never) ?? []))];
  const ids = persons.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const found = await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** What presenting these rows needs: two statements, however many rows. */
export async function prepareShowing(
  { trx, services, today }: { trx: Trx; services: Services; today: string },
  kind: AnyKind,
  rows: readonly RecordRow[],
): Promise<Showing> {
  const names = await findNames(trx, kind, rows);
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  return { names, whoIs, services, today };
}
