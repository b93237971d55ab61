/**
 * Runs the benches and prints a table: figure, value, target, and a peer measured in the same run.
 *
 *   npm run bench                      every subject
 *   npm run bench:size                 one subject
 *   npm run bench:size -- --json FILE  the figures as a file too
 *
 * A subject is a module `bench/<subject>.mjs` whose `measure(args)` answers figures:
 * `{ name, value, unit, target?, atMost?, atLeast?, peer?, note? }`; `peer` is `{ name, value }`.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('.', import.meta.url));
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const args = process.argv.slice(2);
const at = args.indexOf('--json');
const json = at >= 0 ? args.splice(at, 2)[1] : undefined;
if (at >= 0 && !json) fail('--json wants a file name behind it.');
const SUBJECTS = readdirSync(HOME).filter((file) => file.endsWith('.bench.mjs')).map((file) => file.replace('.bench.mjs', ''));
const named = args[0] && !args[0].startsWith('-') ? [args.shift()] : SUBJECTS;

function fail(words) {
  console.error(words);
  process.exit(2);
}

/** Does a figure keep its bound? Undefined where it has none. */
function holds({ value, atMost, atLeast }) {
  if (atMost === undefined && atLeast === undefined) return undefined;
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}

const round = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 1));

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const [index, row] of rows.entries()) {
    console.log('  ' + row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
    if (index === 0) console.log('  ' + widths.map((width) => '-'.repeat(width)).join('  '));
  }
}

const all = [];
for (const subject of named) {
  if (!existsSync(new URL(`${subject}.bench.mjs`, import.meta.url))) fail(`There is no bench called ${subject}. There are: ${SUBJECTS.join(', ')}.`);
  const { title, measure } = await import(`./${subject}.bench.mjs`);
  console.log(`\n${title}`);
  const figures = await measure(args);
  table([['figure', 'value', 'unit', 'target', 'holds', 'peer'], ...figures.map((figure) => [
    figure.name, round(figure.value), figure.unit,
    figure.atMost !== undefined ? `≤ ${round(figure.atMost)}` : figure.atLeast !== undefined ? `≥ ${round(figure.atLeast)}` : '–',
    { true: 'yes', false: 'NO', undefined: '–' }[holds(figure)],
    figure.peer ? `${figure.peer.name} ${round(figure.peer.value)}` : '–',
  ])]);
  for (const { name, note } of figures) if (note) console.log(`  ${name}: ${note}`);
  all.push(...figures.map((figure) => ({
    name: `${subject}: ${figure.name}`, value: figure.value, unit: figure.unit,
    target: figure.atMost ?? figure.atLeast ?? null, holds: holds(figure) ?? null, ...(figure.peer ? { peer: figure.peer } : {}),
  })));
}
if (json) writeFileSync(json, JSON.stringify({ figures: all }, null, 2) + '\n');
