// `npm test`: prepares what the tests need, runs them and the checks of the house, and ends with the sum of both.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { prepareChromium } from './chromium.mjs';
import { prepareDependencies } from './dependencies.mjs';
import { findNode24, spawnForwarding } from './node24.mjs';
import { inRoot, root, say } from './root.mjs';

const sum = { passed: 0, failed: 0 };
// However it ends – also when something is missing, breaks or is cut off – the sum is the last line.
process.on('exit', (code) => {
  if (sum.failed === 0 && (code !== 0 || sum.passed === 0)) sum.failed = 1;
  process.exitCode = sum.failed === 0 ? 0 : code || 1;
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
});

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
const run = (program, args, options = {}) =>
  spawnForwarding(node, [program, ...args], { cwd: root, env, ...options });

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'hujian-results-'));
try {
  // Tests wait as often as they work: the checks run beside them, and say what they found at the end.
  const checking = only.length === 0 ? runChecks() : [];
  await runTests();
  for (const tell of await checking) tell();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One after the other; gives what is to be said of each. */
async function runChecks() {
  const told = [];
  for (const { name, program, args } of checks) {
    const file = join(folder, `${told.length}.txt`);
    const output = openSync(file, 'w');
    const good = (await run(program, args, { stdio: ['ignore', output, output] })) === 0;
    closeSync(output);
    sum[good ? 'passed' : 'failed'] += 1;
    const said = readFileSync(file, 'utf8').trim();
    told.push(() => say(`检查：${name}${good ? '，通过' : `，没有通过：\n${said}`}`));
  }
  return told;
}

/** Arguments, if any, go to Vitest: a path or `--project unit`; the checks are then left out. */
async function runTests() {
  say('测试：数据库是真的 PostgreSQL，界面测试用真的浏览器。');
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(bin('vitest', 'vitest.mjs'), ['run', ...reporters, ...only]);
  addResults(file, code);
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
