/**
 * Extraction on labelled pages, ours beside Readability alone and Defuddle: quality and time in one run, in one browser.
 *
 *   npm run bench:extraction [-- --every 10]     only each tenth page, for a quick look
 *
 * The corpora and their scorer lie beside the project in ../shared; without them our own fixture pages are timed.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prediction } from './extract.mjs';
import { chromiumEngine, ROOT } from './extract/engines.mjs';
import { readIndex, readPage } from './extract/pages.mjs';

export const title = 'Extraction, in Chromium, on labelled pages';

const CORPUS = resolve(ROOT, '../shared/corpus');
const TOOLS = ['ours', 'readability', 'defuddle'];
/** What each set is to reach at least (leaked: at most). */
const BARS = {
  wcxb: { 'body word F1': 0.97, 'body 4-gram F1': 0.968, 'segment F1': 0.95, 'segments leaked': 0.03, title: 0.93, 'author exact': 0.83, 'date exact': 0.91 },
  european: { 'segment F1': 0.935, 'segments leaked': 0.08, title: 0.88, 'author exact': 0.72, 'date exact': 0.91 },
  dates: { 'date exact': 0.92 },
};

export async function measure(args = []) {
  const every = Number(args[args.indexOf('--every') + 1]) || 1;
  const engine = await chromiumEngine({ peers: true });
  try {
    return existsSync(CORPUS) ? await onCorpora(engine, args.includes('--every') ? every : 1) : await onFixtures(engine);
  } finally {
    await engine.close();
  }
}

async function onCorpora(engine, every) {
  const { score } = await import(pathToFileURL(join(CORPUS, 'score.mjs')).href);
  const figures = [];
  for (const [set, bars] of Object.entries(BARS)) {
    const pages = readIndex(join(CORPUS, set, 'index.json')).pages.filter((_, n) => n % every === 0);
    const predictions = Object.fromEntries(TOOLS.map((tool) => [tool, new Map()]));
    for (const page of pages) {
      const html = readPage(page.path);
      for (const tool of TOOLS) {
        const result = await engine.run(html, page.url ?? 'https://unknown.invalid/', tool);
        predictions[tool].set(page.id, tool === 'ours' ? prediction(page.id, result) : peerPrediction(page.id, result));
      }
    }
    const scores = Object.fromEntries(TOOLS.map((tool) => [tool, score(pages, predictions[tool])]));
    for (const [name, bar] of Object.entries(bars)) figures.push(figure(set, name, scores, bar));
    figures.push(
      { name: `${set}: pages that failed`, value: scores.ours.table.errors, unit: 'pages', atMost: 0 },
      ...['ms median', 'ms p95'].map((name) => ({ name: `${set}: ${name}`, value: scores.ours.table[name], unit: 'ms', atMost: 2.5 * scores.readability.table[name], peer: { name: 'Readability', value: scores.readability.table[name] }, note: `Defuddle ${scores.defuddle.table[name].toFixed(1)} ms; the bound is two and a half times Readability in this run` })),
    );
    worst(set, scores.ours.rows);
  }
  return figures;
}

function figure(set, name, scores, bar) {
  const value = scores.ours.table[name];
  const bound = name === 'segments leaked' ? { atMost: bar } : { atLeast: bar };
  return { name: `${set}: ${name}`, value, unit: 'share', ...bound, peer: { name: 'Readability', value: scores.readability.table[name] }, note: `Defuddle ${scores.defuddle.table[name].toFixed(3)}` };
}

function peerPrediction(id, { answer, error, ms }) {
  return { id, title: answer?.title ?? '', authors: answer?.authors ?? [], date: String(answer?.date ?? ''), text: answer?.text ?? '', ms, ...(error ? { error } : {}) };
}

/** The pages that went worst, as a file to look at: `out/extraction-<set>.json`. */
function worst(set, rows) {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const value = (row) => row.word?.f1 ?? (row.segments ? row.segments.kept - row.segments.leaked - row.segments.wanted : 0);
  writeFileSync(join(ROOT, `out/extraction-${set}.json`), JSON.stringify(rows.toSorted((a, b) => value(a) - value(b)).slice(0, 60), null, 1));
}

async function onFixtures(engine) {
  const home = join(ROOT, 'test/fixtures');
  const times = Object.fromEntries(TOOLS.map((tool) => [tool, []]));
  for (const name of readdirSync(home)) {
    const file = join(home, name, 'page.html');
    if (!existsSync(file)) continue;
    for (const tool of TOOLS) times[tool].push((await engine.run(readPage(file), `https://${name}.example/story`, tool)).ms);
  }
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return [{ name: 'our own fixtures: ms median', value: median(times.ours), unit: 'ms', peer: { name: 'Readability', value: median(times.readability) }, note: 'no ../shared/corpus here: quality is not measured in this run' }];
}
