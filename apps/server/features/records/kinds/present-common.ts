import type { Selectable } from 'kysely';
import type { RecordColumns } from '../../../database/tables.ts';
import type { Names, Showing } from '../register-kind.ts';

/** What every record shows. */
export const presentCommon = (row: Selectable<RecordColumns>, { whoIs }: Pick<Showing, 'whoIs'>) => ({
  id: row.id,
  organization: row.organization,
  enteredBy: whoIs(row.entered_by),
  enteredAt: row.entered_at.toISOString(),
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  imported: row.batch !== null,
});

export const presentPerson = (id: number, names: Names) => ({
  id,
  name: names.get(id) ?? '（不在您的管理范围内）',
});
