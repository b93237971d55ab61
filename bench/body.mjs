/**
 * The body alone, quickly: ours on the labelled pages, each half of the domains by itself, and beside an earlier build.
 *
 *   npm run bench:body -- --save FILE                  keeps every page's figures
 *   npm run bench:body -- --against FILE [--pages 20]  the difference to those, and the pages that moved most
 *
 * The halves are by domain, so that a rule tuned on one (`dev`) is believed only for what it does on the other
 * (`validation`). The interval is a paired bootstrap over domains: 95 of a hundred draws lie in it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { prediction } from './extract.mjs';
import { chromiumEngine, ROOT } from './extract/engines.mjs';
import { readIndex, readPage } from './extract/pages.mjs';

const CORPUS = resolve(ROOT, '../shared/corpus');
const SETS = ['wcxb', 'european'];
const DRAWS = 1000;

/** A page's domain, without what stands before its last two names. */
export const domainOf = (url) => (URL.parse(url ?? '')?.hostname ?? 'unknown').split('.').slice(-2).join('.');
/** Which half of the domains a page belongs to: by a sum over the name, so that it never changes. */
export const halfOf = (url) => (createHash('sha1').update(domainOf(url)).digest()[0] % 2 ? 'validation' : 'dev');

const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const harmonic = (p, r) => (2 * p * r) / (p + r);
const FIGURES = {
  'word F1': (rows) => mean(rows.map(({ word }) => word.f1)),
  '4-gram F1': (rows) => harmonic(mean(rows.map(({ gram }) => gram.p)), mean(rows.map(({ gram }) => gram.r))),
  'segment F1': (rows) => {
    const [kept, wanted, leaked] = ['kept', 'wanted', 'leaked'].map((name) => rows.reduce((sum, { segments }) => sum + segments[name], 0));
    return (2 * kept) / (kept + wanted + leaked);
  },
  leaked: (rows) => rows.reduce((sum, { segments }) => sum + segments.leaked, 0) / rows.reduce((sum, { segments }) => sum + segments.unwanted, 0),
};
const figuresOf = (set) => Object.entries(FIGURES).filter(([name]) => set === 'wcxb' || !name.includes('F1') || name.startsWith('segment'));

/** Every page's figures, by set. */
async function read(engine) {
  const { score } = await import(pathToFileURL(join(CORPUS, 'score.mjs')).href);
  const sets = {};
  for (const set of SETS) {
    const { pages } = readIndex(join(CORPUS, set, 'index.json'));
    const predictions = new Map();
    for (const page of pages) predictions.set(page.id, prediction(page.id, await engine.run(readPage(page.path), page.url ?? 'https://unknown.invalid/')));
    const { rows } = score(pages, predictions);
    sets[set] = rows.map((row, n) => ({ id: row.id, domain: domainOf(pages[n].url), half: halfOf(pages[n].url), ...(row.word ? { word: row.word, gram: row.gram } : {}), ...(row.segments ? { segments: row.segments } : {}), ...(row.error ? { error: row.error } : {}) }));
  }
  return sets;
}

/** The same draws every time. */
function* random(seed = 1) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** What a figure's difference is in the middle 95 of a hundred draws of domains. */
function interval(figure, before, after) {
  const domains = {};
  after.forEach((row, n) => (domains[row.domain] ??= []).push({ row, old: before[n] }));
  const groups = Object.values(domains);
  const dice = random();
  const differences = Array.from({ length: DRAWS }, () => {
    const drawn = Array.from(groups, () => groups[Math.floor(dice.next().value * groups.length)]).flat();
    return figure(drawn.map(({ row }) => row)) - figure(drawn.map(({ old }) => old));
  }).toSorted((a, b) => a - b);
  return [differences[Math.floor(DRAWS * 0.025)], differences[Math.floor(DRAWS * 0.975)]];
}

/** How much better a page went, in words or in pieces. */
const gain = (row, old) => (row.word ? row.word.f1 - old.word.f1 : 0) + (row.segments && !row.word ? row.segments.kept - old.segments.kept - (row.segments.leaked - old.segments.leaked) : 0);
const signed = (x) => `${x >= 0 ? '+' : '−'}${Math.abs(x).toFixed(4)}`;

const { values } = parseArgs({ options: { save: { type: 'string' }, against: { type: 'string' }, pages: { type: 'string', default: '12' } } });
const engine = await chromiumEngine();
const sets = await read(engine).finally(() => engine.close());
if (values.save) writeFileSync(values.save, JSON.stringify(sets));
const earlier = values.against && JSON.parse(readFileSync(values.against, 'utf8'));
for (const set of SETS) {
  const labelled = sets[set].filter(({ word, segments }) => (set === 'wcxb' ? word && segments : segments));
  const was = new Map(earlier?.[set].map((row) => [row.id, row]));
  for (const half of ['all', 'dev', 'validation']) {
    const rows = labelled.filter((row) => half === 'all' || row.half === half);
    const old = rows.map(({ id }) => was.get(id));
    const cells = figuresOf(set).map(([name, figure]) => {
      if (!earlier) return `${name} ${figure(rows).toFixed(4)}`;
      const [low, high] = interval(figure, old, rows);
      return `${name} ${figure(rows).toFixed(4)} (${signed(figure(rows) - figure(old))}, ${signed(low)} … ${signed(high)})`;
    });
    console.log(`${set} ${half.padEnd(10)} ${String(rows.length).padStart(3)} pages  ${cells.join('  ')}`);
  }
  const errors = sets[set].filter(({ error }) => error);
  if (errors.length) console.log(`  failed: ${errors.map(({ id, error }) => `${id} (${error.slice(0, 80)})`).join(', ')}`);
  if (!earlier) continue;
  const moved = labelled.map((row) => ({ ...row, by: gain(row, was.get(row.id)) })).filter(({ by }) => Math.abs(by) > 1e-9).toSorted((a, b) => a.by - b.by);
  const most = Number(values.pages);
  console.log(`  ${moved.filter(({ by }) => by > 0).length} better, ${moved.filter(({ by }) => by < 0).length} worse; ${[...moved.slice(0, most), ...(moved.length > most ? moved.slice(-Math.min(most, moved.length - most)) : [])].map(({ id, half, by, word }) => `${id}${half === 'dev' ? 'd' : 'v'} ${signed(by).slice(0, 6)}${word ? `=${word.f1.toFixed(2)}` : ''}`).join(', ')}`);
}
