import { beforeAll, describe } from 'vitest';
import { withServer } from '../../../tests/support/server.ts';
import type { RoundRoom } from '../../server/features/rounds/testing/round-room.ts';
import { buildResultRoom } from '../../server/features/uses/testing/result-room.ts';
import { withBrowser } from './browse.ts';
import { usesScenes } from './uses-scenes.ts';

const server = withServer();
const browsing = withBrowser(server);
let room: RoundRoom | undefined;

beforeAll(async () => {
  room = await buildResultRoom(server);
}, 120_000);

describe('what a result is put to', () =>
  usesScenes(server, browsing, () => {
    if (room === undefined) throw new Error('the room is built in beforeAll');
    return room;
  }));
