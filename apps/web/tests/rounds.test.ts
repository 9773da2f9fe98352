import { describe } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { openProgram } from '../../../tests/support/open-program.ts';
import { roundScenes } from './rounds-scenes.ts';

const database = withDatabase({ stocked: true });
const program = openProgram(database);

describe('a round from its first draft to its end', () => roundScenes(program, database));
