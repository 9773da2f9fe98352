import { createHash } from 'node:crypto';
import { canonicalJson } from '../../audit/chain.ts';
import type { Trx } from '../../database/door.ts';
import { getEdition } from './editions.ts';
import type { EvaluationRow } from './find-evaluation.ts';
import { unpackItems } from './packed-items.ts';

/**
 * The frozen content of a saved evaluation as canonical JSON, piece by piece: keys sorted, organizations in the order
 * of their ids, and nothing in it that a later rename could change. Its SHA-256 is the evaluation's.
 */
export async function* writePacket(trx: Trx, row: EvaluationRow): AsyncGenerator<string> {
  const { edition } = await getEdition(trx, row.edition, row.revision);
  const head = canonicalJson({
    asOf: row.as_of,
    edition: row.edition,
    fullMarks: edition.fullMarks,
    knownAt: row.known_at.toISOString(),
    program: 'hujian',
    revision: row.revision,
    scope: row.organization,
  });
  yield `${head.slice(0, -1)},"standings":[`;
  let first = true;
  const rows = trx
    .selectFrom('standing')
    .select(['organization', 'points', 'possible', 'full_marks', 'bonus', 'met', 'unmet', 'not_applicable'])
    .select(['not_known', 'warnings', 'blocked', 'items'])
    .where('county', '=', row.county)
    .where('evaluation', '=', row.id)
    .orderBy('organization')
    .stream(50);
  for await (const standing of rows) {
    yield `${first ? '' : ','}${canonicalJson({ ...standing, items: unpackItems(standing.items) })}`;
    first = false;
  }
  yield ']}';
}

export async function hashPacket(trx: Trx, row: EvaluationRow): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of writePacket(trx, row)) hash.update(piece);
  return hash.digest('hex');
}

/** The file that leaves: the hash, the names of today for the reader, and the frozen content that the hash is of. */
export async function exportPacket(trx: Trx, row: EvaluationRow): Promise<Buffer> {
  const names = await trx
    .selectFrom('standing as s')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
    )
    .select(['o.id', 'o.code', 'o.name'])
    .where('s.county', '=', row.county)
    .where('s.evaluation', '=', row.id)
    .orderBy('o.id')
    .execute();
  const pieces = [
    Buffer.from(`{"sha256":${JSON.stringify(row.sha256)},"names":${JSON.stringify(names)},"packet":`),
  ];
  for await (const piece of writePacket(trx, row)) pieces.push(Buffer.from(piece));
  pieces.push(Buffer.from('}\n'));
  return Buffer.concat(pieces);
}
