/** The stores' own linter on the Firefox build: no error, and no warning but those named and explained here. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Warnings from third-party code, each with its reason. The code, the file and the line itself must match. */
export const EXPLAINED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT', file: /^pages\/(?:reader\/chunk-\w+|(?<page>print|share|transfer|versions)\/\k<page>)\.js$/, line: /\.documentElement\.innerHTML = \w+ \? \w+ : \w+;/,
    why: 'DOMPurify, in the purifier itself: how it parses where a browser has no DOMParser, into a document that is never shown',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT', file: /^pages\/transfer\/transfer\.js$/, line: /&& await import\(\w+\)|, await import\(\w+\)\)/,
    why: 'zip.js, where somebody names a module of their own for packing: we name none, and the page policy lets nothing in but our own files',
  },
];

/** @returns {{ok: boolean, words: string}} */
export function storeLint(folder = 'dist/firefox') {
  const { stdout, status, error } = spawnSync(process.execPath, [join('node_modules', 'web-ext', 'bin', 'web-ext.js'), 'lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'], { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'pipe'] });
  if (error || !stdout.includes('{')) return { ok: false, words: `web-ext could not run (${error?.message ?? `status ${status}`})` };
  const report = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const explained = (found) => EXPLAINED.find(({ code, file, line }) => found.code === code && file.test(found.file ?? '')
    && line.test(readFileSync(join(folder, found.file), 'utf8').split('\n')[found.line - 1] ?? ''));
  const known = report.warnings.filter(explained);
  const faults = [...report.errors, ...report.warnings.filter((found) => !explained(found))];
  for (const { file, line, code, message } of faults) console.log(`  ${file ?? 'manifest.json'}:${line ?? 0} ${code}: ${message}`);
  for (const found of known) console.log(`  ${found.file}:${found.line} ${found.code}, explained: ${explained(found).why}`);
  return { ok: faults.length === 0, words: `${report.errors.length} errors, ${report.warnings.length} warnings (${known.length} explained)` };
}

if (process.argv[1]?.endsWith('store-lint.mjs')) {
  const { ok, words } = storeLint();
  console.log(words);
  process.exitCode = ok ? 0 : 1;
}
