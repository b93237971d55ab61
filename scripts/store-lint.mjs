/** The stores' own linter on the Firefox build: no error, and no warning but those named and explained here. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Warnings from third-party code, each with its reason. `file` and `code` must both match. */
export const EXPLAINED = [
];

/** @returns {{ok: boolean, words: string}} */
export function storeLint(folder = 'dist/firefox') {
  const { stdout, status, error } = spawnSync(process.execPath, [join('node_modules', 'web-ext', 'bin', 'web-ext.js'), 'lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'], { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'pipe'] });
  if (error || !stdout.includes('{')) return { ok: false, words: `web-ext could not run (${error?.message ?? `status ${status}`})` };
  const report = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const explained = (found) => EXPLAINED.find(({ code, file }) => found.code === code && file.test(found.file ?? ''));
  const known = report.warnings.filter(explained);
  const faults = [...report.errors, ...report.warnings.filter((found) => !explained(found))];
  for (const { file, line, code, message } of faults) console.log(`  ${file ?? 'manifest.json'}:${line ?? 0} ${code}: ${message}`);
  for (const { file, code } of known) console.log(`  explained: ${file} ${code}: ${EXPLAINED.find((each) => each.code === code && each.file.test(file ?? '')).why}`);
  return { ok: faults.length === 0, words: `${report.errors.length} errors, ${report.warnings.length} warnings (${known.length} explained)` };
}

if (process.argv[1]?.endsWith('store-lint.mjs')) {
  const { ok, words } = storeLint();
  console.log(words);
  process.exitCode = ok ? 0 : 1;
}
