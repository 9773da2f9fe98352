import type { Trx } from '../../database/door.ts';
import { getEdition } from './editions.ts';
import { evaluate, type Judged } from './evaluate.ts';
import type { EvaluationRow } from './find-evaluation.ts';
import { hashPacket } from './packet.ts';
import { standingsAtOnce, writeStandings } from './write-standings.ts';

/**
 * Computes the standings of a saved evaluation, hashes what was written and says 'done': all in the caller's
 * transaction. `progress` is told how many organizations are written.
 */
export async function fillEvaluation(
  trx: Trx,
  row: EvaluationRow,
  progress: (done: number) => Promise<void>,
): Promise<EvaluationRow> {
  const edition = await getEdition(trx, row.edition, row.revision);
  const asked = { edition, asOf: row.as_of, knownAt: row.known_at, scopePath: row.path };
  let waiting: Judged[] = [];
  let done = 0;
  const flush = async () => {
    await writeStandings(trx, waiting, row.id);
    done += waiting.length;
    waiting = [];
    await progress(done);
  };
  for await (const some of evaluate(trx, asked)) {
    waiting.push(...some);
    if (waiting.length >= standingsAtOnce) await flush();
  }
  await flush();
  const sha256 = await hashPacket(trx, row);
  return trx
    .updateTable('evaluation')
    .set({ state: 'done', done, total: done, sha256, message: null })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
