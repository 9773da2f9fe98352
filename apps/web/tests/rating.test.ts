import { afterEach, beforeEach, describe, expect } from 'vitest';
import { withServer } from '../../../tests/support/server.ts';
import { personScenes } from './rating-person-scenes.ts';
import { openValley } from './rating-phone.ts';
import { phoneScenes } from './rating-phone-scenes.ts';
import { valleyScenes } from './rating-valley-scenes.ts';

const server = withServer();
const valley = openValley(server);

// Each scene has its own phones; on the server it begins with nothing put down.
beforeEach(() =>
  server.services.door.asSystem('a test begins with empty sheets', async (trx) => {
    for (const table of ['visit_entry', 'visit_file_part', 'visit_file'] as const)
      await trx.deleteFrom(table).execute();
  }),
);

afterEach(() => {
  expect(valley.complaints.splice(0)).toEqual([]);
});

describe('in the valley', () => valleyScenes(server, valley));
describe('the phone itself', () => phoneScenes(server, valley));
describe('who holds the phone', () => personScenes(server, valley));
