import type { EvaluationView, Page } from '@hujian/contract';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { EvaluationRow } from './find-evaluation.ts';
import { presentEvaluation } from './present-evaluation.ts';

/** Saved evaluations in the actor's subtree, newest first. */
export async function listEvaluations(
  trx: Trx,
  actor: Actor,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<EvaluationView>> {
  const place = decodeCursor(after, 1);
  const rows = await query(trx)
    .$if(place !== undefined, (list) => list.where('e.id', '<', Number(place?.[0])))
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => present(row, actor),
  );
}

/** One of them; undefined when it is out of reach. */
export async function findEvaluationView(
  trx: Trx,
  actor: Actor,
  id: number,
): Promise<EvaluationView | undefined> {
  const row = await query(trx).where('e.id', '=', id).executeTakeFirst();
  return row && present(row, actor);
}

function query(trx: Trx) {
  return trx
    .selectFrom('evaluation as e')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'e.county').onRef('o.id', '=', 'e.organization'),
    )
    .innerJoin('edition as d', (join) =>
      join.onRef('d.id', '=', 'e.edition').onRef('d.revision', '=', 'e.revision'),
    )
    .selectAll('e')
    .select(['o.name as scope_name', 'd.title as edition_title', sql<string>`e.entered_by`.as('who')]);
}

type Listed = EvaluationRow & { scope_name: string; edition_title: string; who: string };

function present(row: Listed, actor: Actor): EvaluationView {
  const names = { scope: row.scope_name, editionTitle: row.edition_title, enteredBy: row.who };
  return presentEvaluation(row, names, actor);
}
