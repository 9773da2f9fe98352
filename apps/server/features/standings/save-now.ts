import { type Door, lockCounty } from '../../database/door.ts';
import type { LoadedEdition } from './editions.ts';
import { fillEvaluation } from './fill-evaluation.ts';
import type { EvaluationRow } from './find-evaluation.ts';
import { readPast } from './locks.ts';

export interface SaveOrder {
  county: number;
  scope: number;
  scopePath: string;
  edition: LoadedEdition;
  asOf: string;
}

/** Saves an evaluation and waits for it, as the program itself: for the command line, which has no account. */
export async function saveNow(door: Door, order: SaveOrder, enteredBy: string): Promise<EvaluationRow> {
  const opened = await door.asSystem('open a saved evaluation', async (trx, note) => {
    await lockCounty(trx, order.county, 'alone');
    const row = await trx
      .insertInto('evaluation')
      .values({
        county: order.county,
        organization: order.scope,
        path: order.scopePath,
        edition: order.edition.id,
        revision: order.edition.revision,
        as_of: order.asOf,
        known_at: await readPast(trx),
        state: 'running',
        entered_by: enteredBy,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    note({
      act: 'evaluation.save',
      object: `evaluation/${row.id}`,
      county: row.county,
      organization: row.organization,
      path: row.path,
      details: { edition: row.edition, asOf: row.as_of, by: enteredBy },
    });
    return row;
  });
  return door.asSystem('fill a saved evaluation', (trx) =>
    fillEvaluation(trx, opened, async () => undefined),
  );
}
