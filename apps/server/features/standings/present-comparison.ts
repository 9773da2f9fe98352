import type { ComparisonView } from '@hujian/contract';
import { itemsOf } from '@hujian/engine';
import { bandOf, bandRule, countBands, shareNotKnown } from './band.ts';
import { readCells } from './cells.ts';
import type { LoadedEdition } from './editions.ts';
import type { Scoped } from './find-scope.ts';
import type { Compared, ComparedPage } from './list-compared.ts';

type ComparisonRow = ComparisonView['rows'][number];

interface Shown {
  scope: Scoped;
  edition: LoadedEdition;
  by: 'village' | 'township';
  asOf: string;
  rows: ComparisonRow[];
  next: string | null;
}

export function presentComparison({ scope, edition, by, asOf, rows, next }: Shown): ComparisonView {
  return {
    scope: { id: scope.id, name: scope.name, level: scope.level },
    edition: { id: edition.id, title: edition.title, revision: edition.revision },
    by,
    asOf,
    items: edition.edition.chapters.flatMap(({ title, items }) =>
      items.map((item) => ({
        code: item.code,
        number: item.number,
        title: item.title,
        chapter: title,
        of: item.points,
      })),
    ),
    rows,
    bands: countBands(rows.map(({ band }) => band)),
    bandRule,
    next,
  };
}

/** One village: a cell for each item. */
export function presentVillage({ compared, ...place }: ComparedPage): ComparisonRow {
  const reached = totalsOf([compared]);
  return {
    organization: {
      id: place.id,
      name: place.name,
      level: place.level,
      parent: place.parent,
      parentName: place.parentName,
    },
    ...reached,
    bonus: compared.bonus,
    notKnownShare: shareNotKnown(reached),
    band: bandOf(reached),
    blocked: compared.blocked,
    cells: readCells(compared),
  };
}

/** One township: what its villages reached on average, and how many of them have which verdict. */
export function presentTownship(
  place: Pick<Scoped, 'id' | 'name' | 'level' | 'parent'> & { parentName: string | null },
  villages: readonly Compared[],
  edition: LoadedEdition,
): ComparisonRow {
  const sums = totalsOf(villages);
  const share = (sum: number) => Math.round((sum / Math.max(1, villages.length)) * 1000) / 1000;
  const reached = {
    points: share(sums.points),
    possible: share(sums.possible),
    fullMarks: share(sums.fullMarks),
  };
  return {
    organization: {
      id: place.id,
      name: place.name,
      level: place.level,
      parent: place.parent,
      parentName: place.parentName,
    },
    ...reached,
    bonus: share(villages.reduce((sum, { bonus }) => sum + bonus, 0)),
    notKnownShare: shareNotKnown(reached),
    band: bandOf(reached),
    blocked: [...new Set(villages.flatMap(({ blocked }) => blocked))].sort(),
    cells: itemsOf(edition.edition).map((_, index) => countCell(villages, index)),
  };
}

function countCell(villages: readonly Compared[], index: number): ComparisonRow['cells'][number] {
  const counts = { m: 0, u: 0, a: 0, k: 0 };
  let points = 0;
  let possible = 0;
  for (const { verdicts, reached, reachable } of villages) {
    const verdict = verdicts[index] as keyof typeof counts;
    counts[verdict] += 1;
    if (verdict !== 'm' && verdict !== 'u') continue;
    points += reached[index] ?? 0;
    possible += reachable[index] ?? 0;
  }
  return { ...counts, share: possible > 0 ? Math.round((points / possible) * 1000) / 1000 : null };
}

function totalsOf(rows: readonly Compared[]): { points: number; possible: number; fullMarks: number } {
  return {
    points: rows.reduce((sum, row) => sum + row.points, 0),
    possible: rows.reduce((sum, row) => sum + row.possible, 0),
    fullMarks: rows.reduce((sum, row) => sum + row.full_marks, 0),
  };
}
