import { createHash } from 'node:crypto';
import type { ImportFile } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import type { ImportFileTable } from '../../database/tables.ts';
import { problems } from '../../http/problem.ts';
import { getScope, type Scoped } from '../standings/find-scope.ts';
import type { ImportSummary } from './summary.ts';
import { findTemplate } from './templates.ts';

export const shownColumns = [
  'i.county',
  'i.id',
  'i.organization',
  'i.path',
  'i.template',
  'i.file_name',
  'i.sha256',
  'i.size',
  'i.state',
  'i.done',
  'i.total',
  'i.summary',
  'i.message',
  'i.entered_by',
  'i.entered_at',
  'i.finished_at',
] as const;

export type ImportRow = Omit<Selectable<ImportFileTable>, 'content' | 'marked'> & {
  organization_name: string | null;
};

export interface NewImport {
  organization: Scoped;
  template: string;
  fileName: string;
  bytes: Uint8Array;
  state: 'checking' | 'taking';
}

/** Keeps the file as it came; its SHA-256 is what the audit trail names. */
export async function createImport(trx: Trx, actor: Actor, given: NewImport): Promise<ImportRow> {
  const { organization, bytes } = given;
  const row = await trx
    .insertInto('import_file')
    .values({
      county: organization.county,
      organization: organization.id,
      path: organization.path,
      template: given.template,
      file_name: given.fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      state: given.state,
      total: null,
      message: null,
      marked: null,
      finished_at: null,
      entered_by: actor.account,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow();
  return getImport(trx, row.id);
}

/** The organization on whose behalf a file is brought in: the actor's own, or one below it. */
export async function chooseOrganization(trx: Trx, actor: Actor, id: number | undefined): Promise<Scoped> {
  const chosen = id ?? actor.scope?.id;
  if (chosen === undefined) throw problems.notFound('组织');
  return getScope(trx, chosen, actor.scope?.path);
}

/** One import of the actor's subtree; throws not-found. */
export async function getImport(trx: Trx, id: number): Promise<ImportRow> {
  const row = await trx
    .selectFrom('import_file as i')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'i.county').onRef('o.id', '=', 'i.organization'),
    )
    .select([...shownColumns, 'o.name as organization_name'])
    .where('i.id', '=', id)
    .executeTakeFirst();
  if (!row) throw problems.notFound('这次导入');
  return row;
}

/** One import as the screen shows it. */
export async function presentOne(trx: Trx, row: ImportRow, actor: Actor): Promise<ImportFile> {
  return presentImport(row, actor, await findAccountNames(trx, [row.entered_by]));
}

export function presentImport(row: ImportRow, actor: Actor, whoIs: (account: string) => string): ImportFile {
  const summary = row.summary as Partial<ImportSummary>;
  const template = findTemplate(row.template);
  return {
    id: row.id,
    organization: { id: row.organization, name: row.organization_name ?? '' },
    template: row.template,
    templateTitle: template?.title ?? '',
    fileName: row.file_name,
    sha256: row.sha256,
    size: row.size,
    state: row.state,
    done: row.done,
    total: row.total,
    summary: { sheets: summary.sheets ?? [], sample: summary.sample ?? [], errors: summary.errors ?? [] },
    message: row.message,
    enteredBy: whoIs(row.entered_by),
    enteredAt: row.entered_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    can: listCan(row, actor),
  };
}

/** What the actor may do with it now. */
export function listCan(row: ImportRow, actor: Actor): string[] {
  const may =
    findTemplate(row.template)?.permissions.every((permission) => actor.can.has(permission)) ?? false;
  if (!may) return [];
  return row.state === 'ready' ? ['take', 'drop'] : row.state === 'checking' ? ['drop'] : [];
}
