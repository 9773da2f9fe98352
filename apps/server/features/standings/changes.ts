import type { Verdict } from '@hujian/contract';
import type { Trx } from '../../database/door.ts';
import { type Cells, type Letter, makeCells, verdictOf } from './cells.ts';
import type { Judged } from './evaluate.ts';

/** An item whose verdict or points moved when a standing was computed anew. */
export interface ItemChange {
  item: string;
  before: { verdict: Verdict; points: number } | null;
  after: { verdict: Verdict; points: number };
}

/** The current standings before they are replaced, by organization: only the cells. */
export async function readCellsBefore(
  trx: Trx,
  edition: string,
  scopePath: string,
  units: readonly number[] | undefined,
): Promise<Map<number, Cells & { revision: number }>> {
  const rows = await trx
    .selectFrom('standing')
    .select(['organization', 'revision', 'verdicts', 'reached', 'reachable'])
    .where('evaluation', '=', 0)
    .where('edition', '=', edition)
    .where('path', '>=', scopePath)
    .where('path', '<', `${scopePath}~`)
    .$if(units !== undefined, (query) => query.where('organization', 'in', [...(units ?? [])]))
    .execute();
  return new Map(rows.map(({ organization, ...cells }) => [organization, cells]));
}

/** What moved; everything when there was no standing of the same edition's revision before. */
export function compareCells(
  before: (Cells & { revision: number }) | undefined,
  { standing }: Judged,
): ItemChange[] {
  const after = makeCells(standing);
  const comparable = before?.revision === standing.revision ? before : undefined;
  return standing.items.flatMap(({ item, verdict, points }, index): ItemChange[] => {
    const letter = comparable?.verdicts[index] as Letter | undefined;
    const same =
      letter === after.verdicts[index] &&
      comparable?.reached[index] === after.reached[index] &&
      comparable?.reachable[index] === after.reachable[index];
    if (same) return [];
    const was =
      letter && comparable ? { verdict: verdictOf[letter], points: comparable.reached[index] ?? 0 } : null;
    return [{ item, before: was, after: { verdict, points } }];
  });
}
