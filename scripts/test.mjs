/** `npm test`: installs what is needed and runs every check. Ends with `N passed, N failed`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowser, ensureHeadlessShell } from './lib/browser.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { run, runKeeping, tool } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';
import { ensureFfmpeg } from './lib/toolchain.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'suar-test-'));
const tally = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told once more at the end: hundreds of lines follow the place where it was printed. */
const failures = [];

await ensurePackages();
// Types take as long as the other four together. Unit tests wait as often as they work, and for the programs alone.
await Promise.all([
  programs().then(() => suite('unit', ['unit'])),
  check('types', 'typescript/bin/tsc', ['--noEmit']),
  inTurn([
    ['lint', 'oxlint/bin/oxlint', ['--deny-warnings', 'electron', 'renderer', 'scripts', 'tests']],
    ['format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']],
    ['layers', null, ['scripts/check-layers.mjs']],
    ['unused', 'knip/bin/knip.js', ['--no-progress']],
    ['build', null, ['scripts/build.mjs']],
  ]),
]);
await suite('whole', ['frames', 'sound', 'whole', 'faults', 'shell']);

rmSync(scratch, { recursive: true, force: true });
for (const failure of failures) say(`FAILED: ${failure}`);
const skipped = tally.skipped ? `, ${tally.skipped} skipped` : '';
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed${skipped}\n`);
process.exitCode = tally.failed ? 1 : 0;

/** ffmpeg and a Chromium, installed where they are not there and can be. */
async function programs() {
  const { advice } = await ensureFfmpeg(say);
  if (advice) giveUp(advice);
  const browser = await ensureBrowser();
  if (!browser)
    giveUp('browser tests need Chromium: install chromium, Chrome or Edge, or run `npx playwright install chromium`');
  process.env.CHROMIUM_BIN = browser;
  process.env.HEADLESS_SHELL_BIN = (await ensureHeadlessShell()) ?? '';
}

async function inTurn(checks) {
  for (const each of checks) await check(...each);
}

/** One check that passes or fails as a whole. */
async function check(name, program, args) {
  const started = Date.now();
  const { code, output } = await runKeeping(process.execPath, program ? [tool(program), ...args] : args);
  tally[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) failures.push(name);
  process.stdout.write(output);
  say(`${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds(started)}`);
}

/** Projects of vitest; each of their tests counts. */
async function suite(name, projects) {
  const started = Date.now();
  const file = join(scratch, `${name}.json`);
  const which = projects.map((project) => `--project=${project}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...which, ...reporters]);
  count(name, file, code);
  say(`${name} tests: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds(started)}`);
}

/** A run that failed without a failing test (a file that did not load, a crash) is one failure too. */
function count(name, file, code) {
  let report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    say('the test run left no report');
  }
  tally.passed += report.numPassedTests;
  tally.failed += Math.max(report.numFailedTests, code === 0 ? 0 : 1);
  const failed = report.testResults.flatMap(failuresOf);
  failures.push(...(failed.length === 0 && code !== 0 ? [`${name} tests: the run itself, not a test of it`] : failed));
  tally.skipped += report.numPendingTests;
}

/** A file that failed without a test did not load: its message says why. */
function failuresOf({ name, message, status, assertionResults }) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${file}: ${message}`] : [];
  return failed.map((test) => `${file} > ${test.fullName}\n${test.failureMessages.join('\n')}`);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
