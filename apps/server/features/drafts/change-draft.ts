import type { Draft, DraftRow, draftDecisionsBody, dropBody } from '@hujian/contract';
import { applyChanges, DecisionProblem, type Work } from '@hujian/drafting';
import { sql } from 'kysely';
import type * as z from 'zod';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getDraft, presentDraft, presentRows, requireOpen, saveWork, selectDrafts } from './drafts.ts';

type Of<Body> = Context<{ id: number }, unknown, Body>;

/** POST /drafts/:id/decisions: some decisions, all taken together or none. */
export async function decideDraft(context: Of<z.output<typeof draftDecisionsBody>>): Promise<Draft> {
  const { trx, params, body, note } = context;
  const row = await getDraft(trx, params.id);
  requireOpen(row, body.version);
  const work = decide(row.work, context);
  await saveWork(trx, row, work);
  note({
    object: `draft/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details: { version: row.version + 1, changes: body.changes.length, ...countKinds(body.changes) },
  });
  return presentDraft(trx, await getDraft(trx, row.id), context);
}

function decide(work: Work, { body, services, today }: Of<z.output<typeof draftDecisionsBody>>): Work {
  try {
    return applyChanges(work, body.changes, { vocabulary: services.vocabulary.vocabulary, day: today });
  } catch (thrown) {
    if (thrown instanceof DecisionProblem) throw problems.unprocessable(thrown.message, thrown.issues);
    throw thrown;
  }
}

function countKinds(changes: readonly { do: string }[]): { kinds: Record<string, number> } {
  const kinds: Record<string, number> = {};
  for (const { do: kind } of changes) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { kinds };
}

/** POST /drafts/:id/drop: given up; the file's bytes go with the last of its drafts. */
export async function dropDraft(context: Of<z.output<typeof dropBody>>): Promise<DraftRow> {
  const { trx, params, body, actor, note } = context;
  const row = await getDraft(trx, params.id);
  requireOpen(row, body.version);
  await trx
    .updateTable('draft')
    .set({ state: 'dropped', version: row.version + 1, changed_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('state', '=', 'open')
    .execute();
  await trx
    .updateTable('draft_file')
    .set({ content: null })
    .where('county', '=', row.county)
    .where('id', '=', row.file)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('draft')
            .select('draft.id')
            .where('draft.county', '=', row.county)
            .where('draft.file', '=', row.file)
            .where('draft.state', '!=', 'dropped'),
        ),
      ),
    )
    .execute();
  note({
    object: `draft/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details: { title: row.title, sha256: row.sha256 },
  });
  const [dropped] = await presentRows(
    trx,
    await selectDrafts(trx).where('d.id', '=', row.id).execute(),
    actor,
  );
  if (!dropped) throw problems.notFound('这份草案');
  return dropped;
}
