import type { Draft, DraftRow } from '@hujian/contract';
import { countWork, listRemarks, type Work } from '@hujian/drafting';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Services } from '../../http/services.ts';
import { describeProposals } from './describe-proposals.ts';
import { suggestHeader } from './suggest-header.ts';

/** Drafts with their files, without what is heavy in either. */
export const selectDrafts = (trx: Trx) =>
  trx
    .selectFrom('draft as d')
    .innerJoin('draft_file as f', (join) =>
      join.onRef('f.county', '=', 'd.county').onRef('f.id', '=', 'd.file'),
    )
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'd.county').onRef('o.id', '=', 'd.organization'),
    )
    .select(['d.county', 'd.id', 'd.organization', 'd.path', 'd.file', 'd.title', 'd.counts', 'd.version'])
    .select(['d.state', 'd.edition', 'd.entered_by', 'd.entered_at', 'd.changed_at', 'o.name'])
    .select(['f.file_name', 'f.format', 'f.sha256', 'f.size']);
export type ListedDraft = Awaited<ReturnType<ReturnType<typeof selectDrafts>['execute']>>[number];

/** One draft of the actor's subtree with its work; throws not-found. */
export async function getDraft(trx: Trx, id: number) {
  const row = await selectDrafts(trx).select(['d.work', 'f.notes']).where('d.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这份草案');
  return row;
}
export type DraftRecord = Awaited<ReturnType<typeof getDraft>>;

/** What a change, a publication or a dropping needs: the draft is open, and nobody was faster. */
export function requireOpen(row: DraftRecord, version: number): void {
  if (row.state === 'published') throw problems.conflict('这份草案已经发布，不能再改；要改请另读一份。');
  if (row.state === 'dropped') throw problems.conflict('这份草案已经放弃，不能再改。');
  if (row.version !== version)
    throw problems.conflict('这份草案刚被别人或您在另一个窗口改过，请刷新后在新的内容上再改。');
}

/** Writes a work as the next version, only if it still is the one that was read. */
export async function saveWork(
  trx: Trx,
  row: DraftRecord,
  work: Work,
  published: { edition: string } | null = null,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('draft')
    .set({
      title: work.title,
      work: writeJson(work),
      counts: writeJson(countWork(work)),
      version: row.version + 1,
      changed_at: sql<Date>`clock_timestamp()`,
      ...(published ? { state: 'published', edition: published.edition } : {}),
    })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problems.conflict('这份草案刚刚变了，请刷新后再试。');
}

/** JSON as jsonb takes it: a document may hold halves of characters and zeros, a database not. */
export const writeJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part,
  );

export function presentRow(row: ListedDraft, actor: Actor, whoIs: (account: string) => string): DraftRow {
  const { counts } = row;
  return {
    id: row.id,
    organization: { id: row.organization, name: row.name },
    title: row.title,
    kind: counts.kind,
    level: counts.level,
    fileName: row.file_name,
    format: row.format,
    sha256: row.sha256,
    size: row.size,
    state: row.state,
    version: row.version,
    chapters: counts.chapters,
    items: counts.items,
    proposals: counts.proposals,
    left: counts.left,
    edition: row.edition,
    enteredBy: whoIs(row.entered_by),
    enteredAt: row.entered_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    can: row.state === 'open' && actor.can.has('draft.manage') ? ['draft.manage'] : [],
  };
}

/** Some drafts as the list shows them. */
export async function presentRows(trx: Trx, rows: readonly ListedDraft[], actor: Actor): Promise<DraftRow[]> {
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  return rows.map((row) => presentRow(row, actor, whoIs));
}

interface Showing {
  actor: Actor;
  services: Pick<Services, 'vocabulary'>;
  today: string;
}

/** A draft with everything that the screen beside the source shows. */
export async function presentDraft(
  trx: Trx,
  row: DraftRecord,
  { actor, services, today }: Showing,
): Promise<Draft> {
  const whoIs = await findAccountNames(trx, [row.entered_by]);
  return {
    ...presentRow(row, actor, whoIs),
    work: row.work,
    notes: row.notes,
    header: await suggestHeader(trx, row, today),
    checks: describeProposals(row.work, services.vocabulary.vocabulary, today),
    remarks: listRemarks(row.work),
  };
}
