#!/usr/bin/env node
// The program's door: runs on Node 20 and later, brings what is missing, then hands over to the TypeScript on Node 24.
import { prepareDependencies } from './dependencies.mjs';
import { programFlags, runOnNode24 } from './node24.mjs';

prepareDependencies();
const args = process.argv.slice(2);
await runOnNode24('apps/server/cli/main.ts', args, args[0] === 'start' ? programFlags : []);
