interface Placed {
  organization: number;
  path: string;
}

/**
 * What speaks for a place: its own standing, or, of a place that is not judged itself (a township), those of all below it,
 * in the order of their paths. Asked of many places it goes through the standings once.
 */
export function ownOrBelow<Standing extends Placed>(
  standings: readonly Standing[],
): (place: { id: number; path: string }) => readonly Standing[] {
  const own = new Map(standings.map((one) => [one.organization, one]));
  const sorted = standings.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return ({ id, path }) => {
    const found = own.get(id);
    if (found) return [found];
    const from = findFrom(sorted, path);
    let until = from;
    while (sorted[until]?.path.startsWith(path)) until += 1;
    return sorted.slice(from, until);
  };
}

interface Reached {
  points: number;
  possible: number;
  fullMarks: number;
}

/** Together; undefined where nothing is known. */
export function sumReached(of: readonly Reached[]): Reached | undefined {
  if (of.length === 0) return undefined;
  const sum = (value: (one: Reached) => number) => of.reduce((total, one) => total + value(one), 0);
  return {
    points: sum(({ points }) => points),
    possible: sum(({ possible }) => possible),
    fullMarks: sum(({ fullMarks }) => fullMarks),
  };
}

/** The first place in the list whose path is not before this one. */
function findFrom(sorted: readonly Placed[], path: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
