import { afterEach, describe, expect } from 'vitest';
import { withServer } from '../../../tests/support/server.ts';
import { countedScenes } from './whole-round-counted.ts';
import { eveningScenes } from './whole-round-evening.ts';
import { planScenes } from './whole-round-plan.ts';
import { publishScenes } from './whole-round-publish.ts';
import { openRoundStage } from './whole-round-stage.ts';
import { openStory } from './whole-round-story.ts';
import { valleyScenes } from './whole-round-valley.ts';

const server = withServer();
const stage = openRoundStage(server);
const story = openStory();

afterEach(() => {
  expect(stage.complaints.splice(0)).toEqual([]);
});

describe('a round from its plan to its published result, with the network cut and the server killed', () => {
  planScenes(stage, story);
  valleyScenes(server, stage, story);
  eveningScenes(stage, story);
  publishScenes(stage, story);
  countedScenes(server, story);
});
