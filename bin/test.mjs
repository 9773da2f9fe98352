// `npm test`: prepares what the tests need, runs them and the checks of the house, and ends with the sum of both.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { prepareChromium } from './chromium.mjs';
import { prepareDependencies } from './dependencies.mjs';
import { findNode24, spawnForwarding } from './node24.mjs';
import { inRoot, root, say } from './root.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);
const checks = [
  { name: '格式与写法（biome）', program: bin('@biomejs', 'biome', 'bin', 'biome'), args: ['check', '.'] },
  { name: '类型（tsc）', program: bin('typescript', 'bin', 'tsc'), args: ['--noEmit', '-p', '.'] },
];

prepareDependencies();
const node = findNode24();
const chromium = prepareChromium();
const env = {
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
};
const run = (program, args) => spawnForwarding(node, [program, ...args], { cwd: root, env });

const only = process.argv.slice(2);
const sum = { passed: 0, failed: 0 };
if (only.length === 0) for (const check of checks) await runCheck(check);
await runTests();
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

async function runCheck({ name, program, args }) {
  say(`检查：${name}`);
  const good = (await run(program, args)) === 0;
  sum[good ? 'passed' : 'failed'] += 1;
  say(good ? '  通过' : '  没有通过，见上');
}

/** Arguments, if any, go to Vitest: a path or `--project unit`; the checks are then left out. */
async function runTests() {
  say('测试：数据库是真的 PostgreSQL，界面测试用真的浏览器。');
  const folder = mkdtempSync(join(tmpdir(), 'hujian-results-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(bin('vitest', 'vitest.mjs'), ['run', ...reporters, ...only]);
  addResults(file, code);
  rmSync(folder, { recursive: true, force: true });
}

/** A file that could not be loaded has no tests to count: it counts as one failure, and so does a run cut short. */
function addResults(file, code) {
  const failedBefore = sum.failed;
  if (existsSync(file)) {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    const silent = results.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    );
    sum.passed += results.numPassedTests;
    sum.failed += results.numFailedTests + silent.length;
  }
  if (code !== 0 && sum.failed === failedBefore) sum.failed += 1;
}
