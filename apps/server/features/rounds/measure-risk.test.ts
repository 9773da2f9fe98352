import { expect, test } from 'vitest';
import { ownOrBelow, sumReached } from '../standings/own-or-below.ts';
import { measureRisk } from './measure-risk.ts';

const speakFor = ownOrBelow([
  { organization: 5, path: '1.2.4.5.', points: 60, possible: 80, fullMarks: 100 },
  { organization: 6, path: '1.2.4.6.', points: 20, possible: 20, fullMarks: 100 },
  { organization: 9, path: '1.2.8.9.', points: 100, possible: 100, fullMarks: 100 },
]);
const standingOf = (id: number, path: string) => sumReached(speakFor({ id, path }));

test('the risk of a township is that of its villages together, not "never judged" for each alike', () => {
  const township = standingOf(4, '1.2.4.');
  expect(township).toEqual({ points: 80, possible: 100, fullMarks: 200 });
  const neighbour = standingOf(8, '1.2.8.');
  const riskOf = (standing: typeof township) => measureRisk({ standing, class: null, waited: 0 }).risk;
  expect([riskOf(township), riskOf(neighbour)]).toEqual([0.45, 0]);
  expect(standingOf(5, '1.2.4.5.')).toEqual({
    points: 60,
    possible: 80,
    fullMarks: 100,
  });
  expect(standingOf(7, '1.2.7.')).toBeUndefined();
});
