/**
 * Proves that each fixture tests something: for every one, the content script is built with its rule taken out of the
 * source, and the fixture must then fail.
 *
 *   npm run fixtures:prove                    all
 *   npm run fixtures:prove -- --match REGEX   those whose name fits
 *   npm run fixtures:prove -- --json FILE     the table as a file too
 *   --engine jsdom                            on machines without Chromium
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../scripts/typescript.mjs';
import { chromiumEngine, jsdomEngine, ROOT } from './extract/engines.mjs';
import { bundleWithout } from './extract/without.mjs';

process.chdir(ROOT);
const { values } = parseArgs({ options: { match: { type: 'string', default: '' }, json: { type: 'string' }, engine: { type: 'string', default: 'chromium' } } });
const { faultsOf, readFixtures } = await importTypeScript(join(ROOT, 'test/support/article-fixtures.ts'));

const all = readFixtures().filter(({ slug }) => new RegExp(values.match).test(slug));
const engine = await (values.engine === 'jsdom' ? jsdomEngine() : chromiumEngine());
const faults = async ({ html, expected }) => {
  const { answer, error } = engine.live ? await engine.live(html, expected.url) : await engine.run(html, expected.url, 'ours', false);
  return error ? [error] : faultsOf(expected, answer);
};
const rows = [];
try {
  const asItIs = [];
  for (const fixture of all) asItIs.push(await faults(fixture));
  for (const [n, fixture] of all.entries()) {
    const { slug, expected } = fixture;
    const row = { slug, language: expected.written.split('-')[0], rule: [expected.without].flat().map(({ module, name, text }) => `${module}: ${name ?? text}`).join(' + '), faults: asItIs[n], without: [] };
    try {
      await engine.use(await bundleWithout(expected.without));
      row.without = await faults(fixture);
    } catch (fault) {
      row.broken = String(fault?.message ?? fault).split('\n')[0];
    }
    rows.push(row);
    const verdict = row.broken ?? (row.faults.length ? `FAILS AS IT IS: ${row.faults.join('; ')}` : row.without.length ? `proved: ${row.without[0]}` : 'NOT PROVED: passes without its rule');
    console.log(`  ${slug.padEnd(36)} ${row.language.padEnd(4)} ${row.rule.slice(0, 60).padEnd(60)} ${verdict.slice(0, 150)}`);
  }
} finally {
  await engine.close();
}
const proved = rows.filter(({ faults, without, broken }) => !broken && !faults.length && without.length).length;
const languages = new Set(rows.map(({ language }) => language));
const rules = new Set(rows.map(({ rule }) => rule));
console.log(`\n${rows.length} fixtures in ${languages.size} languages for ${rules.size} rules; ${proved} pass and are proved to fail without their rule, ${rows.length - proved} are not`);
if (values.json) writeFileSync(values.json, JSON.stringify({ fixtures: rows.length, languages: [...languages].sort(), rules: rules.size, proved, rows }, null, 1));
process.exitCode = proved === rows.length ? 0 : 1;
