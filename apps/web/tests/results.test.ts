import { beforeAll, describe } from 'vitest';
import {
  buildRoundRoom,
  type RoundRoom,
  today,
} from '../../../apps/server/features/rounds/testing/round-room.ts';
import { withServer } from '../../../tests/support/server.ts';
import { withBrowser } from './browse.ts';
import { resultScenes } from './results-scenes.ts';

let day = today;
const server = withServer({ work: false, now: () => new Date(`${day}T04:00:00Z`) });
const browsing = withBrowser(server);
let room: RoundRoom;

beforeAll(async () => {
  // Two villages clearly ahead of the rest, panelists a little apart.
  room = await buildRoundRoom(server, {
    score: (visit, panelist) => (visit < 2 ? 92 : 70) - visit + (panelist % 3),
    revealed: true,
  });
}, 120_000);

describe('from the sheets of a round to its published result', () =>
  resultScenes({
    server,
    browsing,
    room: () => room,
    setDay: (next) => {
      day = next;
    },
  }));
