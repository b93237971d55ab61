/**
 * Proves that each fixture tests something: for every one, the content script is built with its rule taken out of the
 * source, and the fixture must then fail.
 *
 *   npm run fixtures:prove                    all
 *   npm run fixtures:prove -- --match REGEX   those whose name fits
 *   npm run fixtures:prove -- --json FILE     the table as a file too
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { importTypeScript } from '../scripts/typescript.mjs';
import { ROOT, shippedBundle } from './extract/engines.mjs';
import { bundleWithout } from './extract/without.mjs';

process.chdir(ROOT);
const { values } = parseArgs({ options: { match: { type: 'string', default: '' }, json: { type: 'string' } } });
const { faultsOf, readFixtures } = await importTypeScript(join(ROOT, 'test/support/article-fixtures.ts'));

/** `extract` of a bundle, in a window of its own. */
function load(bundle) {
  const { window } = new JSDOM('<!doctype html>', { runScripts: 'outside-only', virtualConsole: new VirtualConsole() });
  window.eval(`${bundle}\nwindow.passalongContent = passalongContent;`);
  const run = ({ html, expected }) => window.passalongContent.extract(new window.DOMParser().parseFromString(html, 'text/html'), expected.url);
  return { run, close: () => window.close() };
}

const all = readFixtures().filter(({ slug }) => new RegExp(values.match).test(slug));
const whole = load(await shippedBundle());
const rows = [];
for (const fixture of all) {
  const { slug, expected } = fixture;
  const row = { slug, language: expected.written.split('-')[0], rule: [expected.without].flat().map(({ module, name, text }) => `${module}: ${name ?? text}`).join(' + '), faults: faultsOf(expected, whole.run(fixture)), without: [] };
  try {
    const other = load(await bundleWithout(expected.without));
    row.without = faultsOf(expected, other.run(fixture));
    other.close();
  } catch (fault) {
    row.broken = String(fault?.message ?? fault).split('\n')[0];
  }
  rows.push(row);
  const verdict = row.broken ?? (row.faults.length ? `FAILS AS IT IS: ${row.faults.join('; ')}` : row.without.length ? `proved: ${row.without[0]}` : 'NOT PROVED: passes without its rule');
  console.log(`  ${slug.padEnd(36)} ${row.language.padEnd(4)} ${row.rule.slice(0, 60).padEnd(60)} ${verdict.slice(0, 150)}`);
}
whole.close();
const proved = rows.filter(({ faults, without, broken }) => !broken && !faults.length && without.length).length;
const languages = new Set(rows.map(({ language }) => language));
const rules = new Set(rows.map(({ rule }) => rule));
console.log(`\n${rows.length} fixtures in ${languages.size} languages for ${rules.size} rules; ${proved} pass and are proved to fail without their rule, ${rows.length - proved} are not`);
if (values.json) writeFileSync(values.json, JSON.stringify({ fixtures: rows.length, languages: [...languages].sort(), rules: rules.size, proved, rows }, null, 1));
process.exitCode = proved === rows.length ? 0 : 1;
