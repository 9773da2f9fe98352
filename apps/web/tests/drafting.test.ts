import { describe } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { openProgram } from '../../../tests/support/open-program.ts';
import { draftingScenes } from './drafting-scenes.ts';

const program = openProgram(withDatabase({ stocked: true }));

describe('from a written standard to a published edition', () => draftingScenes(program));
