import type { DraftSource } from '@hujian/contract';
import type { Block } from '@hujian/reader';
import { decodeCursor, encodeCursor } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';

/** Paragraphs, or rows of tables, in one answer. */
const atOnce = 500;

/** The draft's file in reading order, a stretch at a time. */
export async function listSource({
  trx,
  params,
  query,
}: Context<{ id: number }, { after?: string | undefined }, unknown>): Promise<DraftSource> {
  const row = await trx
    .selectFrom('draft as d')
    .innerJoin('draft_file as f', (join) =>
      join.onRef('f.county', '=', 'd.county').onRef('f.id', '=', 'd.file'),
    )
    .select(['f.format', 'f.blocks'])
    .where('d.id', '=', params.id)
    .executeTakeFirst();
  if (!row) throw problems.notFound('这份草案');
  const [block, line] = decodeCursor(query.after, 2) ?? [0, 0];
  return { format: row.format, ...cut(row.blocks, Number(block), Number(line)) };
}

/** A table is cut between rows and goes on in the next stretch with the same columns. */
function cut(blocks: readonly Block[], from: number, firstRow: number): Omit<DraftSource, 'format'> {
  const shown: DraftSource['blocks'] = [];
  let room = atOnce;
  let row = firstRow;
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) break;
    if (room <= 0) return { blocks: shown, next: encodeCursor([index, row]) };
    if (block.type === 'paragraph') {
      shown.push(block);
      room -= 1;
      continue;
    }
    const rows = block.rows.slice(row, row + room);
    shown.push({ ...block, rows });
    room -= rows.length + 1;
    if (row + rows.length < block.rows.length)
      return { blocks: shown, next: encodeCursor([index, row + rows.length]) };
    row = 0;
  }
  return { blocks: shown, next: null };
}
