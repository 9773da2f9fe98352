import { expect, test } from 'vitest';
import { measureRisk, standingOf } from './measure-risk.ts';

const standings = [
  { organization: 5, path: '1.2.4.5.', points: 60, possible: 80, fullMarks: 100 },
  { organization: 6, path: '1.2.4.6.', points: 20, possible: 20, fullMarks: 100 },
  { organization: 9, path: '1.2.8.9.', points: 100, possible: 100, fullMarks: 100 },
];

test('the risk of a township is that of its villages together, not "never judged" for each alike', () => {
  const township = standingOf({ id: 4, path: '1.2.4.' }, standings);
  expect(township).toEqual({ points: 80, possible: 100, fullMarks: 200 });
  const neighbour = standingOf({ id: 8, path: '1.2.8.' }, standings);
  const riskOf = (standing: typeof township) => measureRisk({ standing, class: null, waited: 0 }).risk;
  expect([riskOf(township), riskOf(neighbour)]).toEqual([0.45, 0]);
  expect(standingOf({ id: 5, path: '1.2.4.5.' }, standings)).toEqual({
    points: 60,
    possible: 80,
    fullMarks: 100,
  });
  expect(standingOf({ id: 7, path: '1.2.7.' }, standings)).toBeUndefined();
});
