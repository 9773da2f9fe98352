import { expect, test } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { distance, lengthOf, shortestWay } from './distance.ts';

const places = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({ lat: 34 + random(), lon: 113 + random() }));
};

function everyOrder<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => everyOrder(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

test('a degree of latitude is 111 km, one of longitude less by the cosine', () => {
  expect(distance({ lat: 34, lon: 113 }, { lat: 35, lon: 113 })).toBeCloseTo(111.2, 1);
  expect(distance({ lat: 60, lon: 113 }, { lat: 60, lon: 114 })).toBeCloseTo(55.6, 1);
});

test('up to eight places no order of all is shorter', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const list = places(6, seed);
    const best = Math.min(...everyOrder(list).map(lengthOf));
    const way = shortestWay(list);
    expect(new Set(way)).toEqual(new Set(list));
    expect(lengthOf(way)).toBeCloseTo(best, 9);
  }
});

test('many places: all in the way, and it is far shorter than their order by chance', () => {
  const list = places(20, 3);
  const way = shortestWay(list);
  expect(new Set(way)).toEqual(new Set(list));
  expect(lengthOf(way)).toBeLessThan(lengthOf(list) / 2);
});
