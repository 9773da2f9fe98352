import { listPathsAbove, type Trx } from '../../database/door.ts';

/** Which edition an organization is judged by: its own adoption or the nearest one above it. */
export interface Adopted {
  /** The organization that adopted; all below it follow unless they are covered by a nearer one. */
  path: string;
  edition: string;
}

/**
 * The adoptions that reach into a subtree on a day, nearest first: those of the organizations above it and those
 * inside it. Two standards may be adopted side by side; of one standard the nearest adoption counts, then the newest.
 */
export async function listAdopted(trx: Trx, scopePath: string, day: string): Promise<Adopted[]> {
  const rows = await trx
    .selectFrom('adoption')
    .select(['path', 'edition', 'valid_from'])
    .where('withdrawn_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', day)]))
    .where((where) =>
      where.or([
        where('path', 'in', [...listPathsAbove(scopePath), scopePath]),
        where.and([where('path', '>=', scopePath), where('path', '<', `${scopePath}~`)]),
      ]),
    )
    .orderBy('valid_from', 'desc')
    .execute();
  return rows
    .toSorted((a, b) => b.path.length - a.path.length || (a.valid_from < b.valid_from ? 1 : -1))
    .map(({ path, edition }) => ({ path, edition }));
}

/** The editions that judge one organization, one for each standard. */
export function pickEditions(adopted: readonly Adopted[], path: string): string[] {
  const chosen = new Map<string, string>();
  for (const { path: from, edition } of adopted) {
    const standard = edition.slice(0, edition.lastIndexOf('/'));
    if (path.startsWith(from) && !chosen.has(standard)) chosen.set(standard, edition);
  }
  return [...chosen.values()].sort();
}

/** All editions that judge anybody in the subtree. */
export function listEditions(adopted: readonly Adopted[]): string[] {
  return [...new Set(adopted.map(({ edition }) => edition))].sort();
}
