import { beforeAll, expect, test } from 'vitest';
import { buildAdoption } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { buildRoundRoom, type RoundRoom, today, visitDay } from '../rounds/testing/round-room.ts';
import { writeJointScores } from './write-joint-scores.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;

beforeAll(async () => {
  room = await buildRoundRoom(server, {
    villages: 4,
    neighbours: 1,
    score: (visit, panelist) => 80 + visit - (panelist === 0 ? 12 : 0),
    revealed: true,
  });
  await buildAdoption(server, room.county, 'visit-dimensions/2020');
}, 120_000);

const write = () =>
  server.services.door.asSystem('a test closes a round', (trx) =>
    writeJointScores(trx, { county: room.county.county, round: room.round }),
  );

test('each unit and item has one record, severity taken out, dated by the visit; written twice it is there once', async () => {
  expect(await write()).toBe(4 * room.items.length);
  expect(await write()).toBe(0);
  const rows = await server.services.door.asSystem('a test reads ratings', (trx) =>
    trx
      .selectFrom('rating')
      .select(['organization', 'look', 'score', 'panelists', 'rated_on', 'source'])
      .where('county', '=', room.county.county)
      .orderBy('organization')
      .execute(),
  );
  expect(rows).toHaveLength(4 * room.items.length);
  for (const row of rows)
    expect(row).toMatchObject({
      panelists: 3,
      source: `round/${room.round}`,
      rated_on: visitDay,
      look: expect.stringMatching(/^visit-dimensions\/VD-/),
    });
  const levels = room.villages.map(
    ({ id }) => rows.find(({ organization }) => organization === id)?.score ?? 0,
  );
  // One point from each to the next, whoever met the strict one.
  for (let at = 1; at < levels.length; at += 1)
    expect((levels[at] ?? 0) - (levels[at - 1] ?? 0)).toBeCloseTo(1, 0);
});

test('standings follow: what was not known before the round is known after it', async () => {
  await write();
  const rows = await server.services.door.asSystem('a test reads standings', (trx) =>
    trx
      .selectFrom('standing')
      .select(['organization', 'possible'])
      .where('county', '=', room.county.county)
      .where('evaluation', '=', 0)
      .execute(),
  );
  expect(rows.length).toBeGreaterThanOrEqual(4);
  for (const { possible } of rows) expect(possible).toBeGreaterThan(30);
});
