import { describe } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import { openProgram } from '../../../tests/support/open-program.ts';
import { branchScenes } from './branch-scenes.ts';
import { changeScenes } from './change-scenes.ts';
import { countyScenes } from './county-scenes.ts';
import { signInScenes } from './sign-in-scenes.ts';

// One made-up county and one server for all of them: telling a county takes longer than walking through it.
const program = openProgram(withDatabase({ stocked: true }));

describe('sign-in and shell', () => signInScenes(program));
describe('the day of a branch secretary', () => branchScenes(program));
describe('the day of a county officer', () => countyScenes(program));
describe('what a county officer changes now and then', () => changeScenes(program));
