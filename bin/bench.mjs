// `npm run -s bench -- --json`: the benchmark on Node 24.
import { prepareDependencies } from './dependencies.mjs';
import { runOnNode24 } from './node24.mjs';

prepareDependencies();
await runOnNode24('bench/main.ts', process.argv.slice(2));
