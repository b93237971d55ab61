/**
 * `npm test`: installs what is needed, then runs everything that can fail, on a fresh clone or an old one.
 * Says what each step did and ends with `N passed, N failed` (and `, N skipped`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure } from './browsers.mjs';
import { ensurePackages } from './packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Does one thing; a thrown error or `false` is a failure. Answers whether it went well. */
async function step(name, work) {
  const start = performance.now();
  console.log(`\n— ${name}`);
  let outcome;
  try {
    outcome = (await work()) ?? {};
  } catch (fault) {
    console.log(`  ${fault instanceof Error ? fault.message : String(fault)}`);
    outcome = { ok: false };
  }
  const { ok = true, counts = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, words = ok ? 'done' : 'FAILED' } = outcome;
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`  ${name}: ${words} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return counts.failed === 0;
}

function end() {
  const { passed, failed, skipped } = total;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

/** Runs a program of a package with Node itself, so that no shell is needed. */
function run(program, ...args) {
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CI: 'true' } });
  return { ok: status === 0 };
}

/** Runs vitest and reads its own count; files that could not even be loaded and errors outside any test count as failures. */
function vitest(name, ...args) {
  mkdirSync('out', { recursive: true });
  const report = join('out', `${name}.json`);
  rmSync(report, { force: true });
  const { ok } = run('node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args);
  if (!existsSync(report)) return { ok: false, words: 'vitest gave no report' };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
  const counts = { passed: count('passed'), failed: count('failed'), skipped: count('pending', 'skipped', 'todo', 'disabled') };
  counts.failed += testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')).length;
  if (!ok && counts.failed === 0) counts.failed = 1;
  for (const { fullName, status } of tests) if (['pending', 'skipped', 'todo', 'disabled'].includes(status)) console.log(`  skipped: ${fullName}`);
  return { counts, words: `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` };
}

if (!(await step('packages', () => ({ words: ensurePackages() })))) end();
await step('browsers and tools', () => ({ words: ensure(['chrome', 'firefox', 'screen', 'paper', 'faces']) }));
const built = await step('build', () => run('build.mjs'));
await step('type check', () => run('node_modules/typescript/bin/tsc', '--noEmit'));
await step('lint', () => run('node_modules/oxlint/bin/oxlint', '--deny-warnings'));
if (built) await step('store lint', async () => (await import('./store-lint.mjs')).storeLint());
await step('unit and structure tests', () => vitest('unit'));
if (built) await step('end-to-end tests in Chromium and Firefox', () => vitest('e2e', '--config', 'vitest.e2e.config.ts'));
end();
