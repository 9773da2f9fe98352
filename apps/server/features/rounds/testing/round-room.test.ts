import { expect, test } from 'vitest';
import { withServer } from '../../../../../tests/support/server.ts';
import { buildRoundRoom, today } from './round-room.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });

test('the room seats nobody at home, three at each visit, and fills every sheet in', {
  timeout: 120_000,
}, async () => {
  const room = await buildRoundRoom(server, {
    score: (visit, panelist) => 60 + visit + panelist,
    revealed: true,
  });
  expect(room.visits).toHaveLength(6);
  for (const { village, seats } of room.visits) {
    expect(seats).toHaveLength(3);
    expect(seats.map(({ home }) => home?.id)).not.toContain(village.id);
  }
  const entries = await server.services.door.asSystem('a test counts entries', (trx) =>
    trx.selectFrom('visit_entry').select('id').where('round', '=', room.round).execute(),
  );
  expect(entries).toHaveLength(6 * 3 * (room.items.length + 1));
});
