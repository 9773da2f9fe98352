export interface Position {
  readonly lat: number;
  readonly lon: number;
}

const perDegree = 111.2;

/** Kilometres as the crow flies; good enough within a county. */
export function distance(one: Position, other: Position): number {
  const middle = ((one.lat + other.lat) / 2) * (Math.PI / 180);
  return perDegree * Math.hypot(one.lat - other.lat, (one.lon - other.lon) * Math.cos(middle));
}

/** Length of an open way through all places, in km. */
export function lengthOf(way: readonly Position[]): number {
  return way.reduce((sum, place, at) => {
    const before = way[at - 1];
    return before ? sum + distance(before, place) : sum;
  }, 0);
}

/** The shortest open way for up to eight places; beyond, the best of nearest-neighbour ways, untangled. */
export function shortestWay<Place extends Position>(places: readonly Place[]): Place[] {
  if (places.length < 3) return [...places];
  if (places.length <= 8) return exactWay(places);
  const ways = places.map((start) => untangle(nearestWay(start, places)));
  return ways.reduce((best, way) => (lengthOf(way) < lengthOf(best) - 1e-9 ? way : best));
}

/** Held–Karp: the shortest way through each set of places that ends at each of them. */
function exactWay<Place extends Position>(places: readonly Place[]): Place[] {
  const count = places.length;
  const cost = places.map((one) => places.map((other) => distance(one, other)));
  const full = (1 << count) - 1;
  const best = new Float64Array((full + 1) * count).fill(Number.POSITIVE_INFINITY);
  const from = new Int8Array((full + 1) * count).fill(-1);
  for (let at = 0; at < count; at += 1) best[(1 << at) * count + at] = 0;
  for (let set = 1; set <= full; set += 1) {
    for (let end = 0; end < count; end += 1) {
      const length = best[set * count + end] ?? 0;
      if (!Number.isFinite(length)) continue;
      for (let next = 0; next < count; next += 1) {
        if (set & (1 << next)) continue;
        const key = (set | (1 << next)) * count + next;
        const longer = length + (cost[end]?.[next] ?? 0);
        if (longer < (best[key] ?? 0) - 1e-12) {
          best[key] = longer;
          from[key] = end;
        }
      }
    }
  }
  return traceBack(places, best, from);
}

function traceBack<Place>(places: readonly Place[], best: Float64Array, from: Int8Array): Place[] {
  const count = places.length;
  let set = (1 << count) - 1;
  let end = 0;
  for (let at = 1; at < count; at += 1) {
    if ((best[set * count + at] ?? 0) < (best[set * count + end] ?? 0)) end = at;
  }
  const way: Place[] = [];
  while (end >= 0) {
    const place = places[end];
    if (place) way.unshift(place);
    const before = from[set * count + end] ?? -1;
    set &= ~(1 << end);
    end = before;
  }
  return way;
}

function nearestWay<Place extends Position>(start: Place, places: readonly Place[]): Place[] {
  const way = [start];
  const left = new Set(places);
  left.delete(start);
  for (let here = start; left.size > 0; ) {
    const near: Place = here;
    const next = [...left].reduce((best, one) => (distance(near, one) < distance(near, best) ? one : best));
    way.push(next);
    left.delete(next);
    here = next;
  }
  return way;
}

/** Turns stretches around while that makes the way shorter. */
function untangle<Place extends Position>(way: Place[]): Place[] {
  let current = way;
  for (let better = true; better; ) {
    better = false;
    for (let from = 0; from < current.length - 1; from += 1) {
      for (let to = from + 1; to < current.length; to += 1) {
        const turned = [
          ...current.slice(0, from),
          ...current.slice(from, to + 1).reverse(),
          ...current.slice(to + 1),
        ];
        if (lengthOf(turned) < lengthOf(current) - 1e-9) {
          current = turned;
          better = true;
        }
      }
    }
  }
  return current;
}
