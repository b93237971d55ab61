/**
 * The finder on pages that are broken, cut off or huge, in Chromium with the bundle that ships.
 *
 *   npm run bench:robustness                   the whole campaign: some 75,000 readings
 *   npm run bench:robustness -- --every 20     each twentieth page only
 *   npm run bench:robustness -- --only sizes   or whole, cut, broken, here (is there an article?)
 *
 * Whole pages are live ones, opened by their address; cut and broken ones are documents parsed in a page. Needs
 * ../shared/corpus; without it our own fixtures are cut and broken.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findBrowser } from '../scripts/browsers.mjs';
import { ROOT } from './extract/engines.mjs';
import { ownPages, pagesToBreak } from './robustness/pages.mjs';
import { openReaders } from './robustness/readers.mjs';
import { SHAPES } from './robustness/sizes.mjs';

export const title = 'The finder on broken, cut off and huge pages, in Chromium';

const CUTS = 50;
const BROKEN = 1_000;
const SECOND = 1_000;
const SIZES = [0.1, 1, 10, 50];
const MB = 1_000_000;

export async function measure(args = []) {
  const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
  const every = Number(option('--every', 1)) || 1;
  const only = option('--only', '');
  const wants = (part) => !only || only.split(',').includes(part);
  if (!findBrowser('chrome')) throw new Error('no Chromium here');
  const bundle = (await build({ entryPoints: [join(ROOT, 'bench/robustness/in-page.mjs')], bundle: true, write: false, format: 'iife', target: 'chrome126', logLevel: 'error' })).outputFiles[0].text;
  const pages = pagesToBreak().filter((_, n) => n % every === 0);
  const readers = await openReaders(bundle);
  const wrong = [];
  const slow = [];
  const figures = [];
  const note = (what, page, ms, faults) => {
    if (ms > SECOND) slow.push({ what, id: page.id, ms: Math.round(ms) });
    for (const fault of faults) wrong.push({ what, id: page.id, fault });
  };
  try {
    if (wants('whole')) {
      const times = [];
      await readers.each(pages, async (reader, page) => {
        const { ms, fault, changed } = await reader.live(page);
        times.push(ms);
        note('whole', page, ms, [...(fault ? [fault] : []), ...(changed ? ['the live page was changed'] : [])]);
      });
      figures.push({ name: 'live pages read whole', value: times.length, unit: 'pages' }, ...timeFigures('whole', times));
    }
    if (wants('cut')) {
      let read = 0;
      const times = [];
      await readers.each(pages, async (reader, page, n) => {
        const found = await reader.call('truncated', page.html, page.url, CUTS, n + 1);
        read += found.read;
        times.push(found.slowest);
        note('cut', page, found.slowest, found.wrong);
      });
      figures.push({ name: 'pages cut off at random places', value: read, unit: 'readings' }, { name: 'cut: the slowest', value: Math.max(...times), unit: 'ms', atMost: SECOND });
    }
    if (wants('broken')) {
      const times = [];
      const jobs = Array.from({ length: Math.max(1, Math.round(BROKEN / every)) }, (_, n) => ({ ...pages[(n * 7) % pages.length], seed: n + 1 }));
      await readers.each(jobs, async (reader, page) => {
        const found = await reader.call('broken', page.html, page.url, page.seed);
        times.push(found.ms);
        note(`broken, ${found.done}`, page, found.ms, found.wrong ? [found.wrong] : []);
      });
      figures.push({ name: 'broken pages', value: times.length, unit: 'readings' }, { name: 'broken: the slowest', value: Math.max(...times), unit: 'ms', atMost: SECOND });
    }
    if (wants('here')) figures.push(...await hereFigures(readers, pages));
    if (!only || /whole|cut|broken/.test(only)) figures.push(
      { name: 'exceptions, and pages changed', value: wrong.length, unit: 'readings', atMost: 0 },
      { name: 'readings over a second', value: slow.length, unit: 'readings', atMost: 0, note: slow.slice(0, 8).map(({ what, id, ms }) => `${id} (${what}) ${ms} ms`).join('; ') },
    );
    if (wants('sizes')) figures.push(...await sizeFigures(readers));
  } finally {
    await readers.close();
  }
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(join(ROOT, 'out/robustness.json'), JSON.stringify({ wrong, slow }, null, 1));
  for (const { what, id, fault } of wrong.slice(0, 20)) console.log(`  ${what}, ${id}: ${fault.slice(0, 300)}`);
  return figures;
}

function timeFigures(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return [{ name: `${what}: ms median`, value: at(0.5), unit: 'ms' }, { name: `${what}: ms p95`, value: at(0.95), unit: 'ms' }, { name: `${what}: the slowest`, value: at(1), unit: 'ms', atMost: SECOND }];
}

/** The quick look on our own pages of every kind and on the labelled ones: who is taken for what, and how long it takes. */
async function hereFigures(readers, pages) {
  const times = [];
  const table = new Map();
  let right = 0;
  const own = ownPages();
  await readers.each([...own, ...pages.filter(({ id }) => !id.startsWith('own/'))], async (reader, page) => {
    const { reason, ms } = await reader.call('glanced', page.html, page.url);
    times.push(ms);
    const kind = page.id.startsWith('own/') ? `own pages: ${page.reason ?? 'article'}` : `labelled pages of ${page.id.split('/')[0]}`;
    const row = table.get(kind) ?? {};
    row[reason] = (row[reason] ?? 0) + 1;
    table.set(kind, row);
    if (page.id.startsWith('own/') && reason === (page.reason ?? 'article')) right += 1;
  });
  for (const [kind, row] of [...table].sort()) console.log(`  ${kind.padEnd(32)} taken for ${Object.entries(row).map(([name, count]) => `${name} ${count}`).join(', ')}`);
  const sorted = times.toSorted((a, b) => a - b);
  return [
    { name: 'is there an article: own pages right', value: right / own.length, unit: 'share', atLeast: 1 },
    { name: 'is there an article: ms median', value: sorted[sorted.length >> 1], unit: 'ms', atMost: 10 },
    { name: 'is there an article: ms p95', value: sorted[Math.floor(sorted.length * 0.95)], unit: 'ms', atMost: 10 },
  ];
}

/** Time by size; the factor says how much longer ten times the page takes, in tens: 1 is linear. */
async function sizeFigures(readers) {
  const figures = [];
  for (const shape of SHAPES) {
    let before;
    for (const size of SIZES) {
      const found = await readers.one((reader) => reader.call('measured', shape, size * MB));
      const grows = before?.answer === 'article' && found.answer === 'article' ? found.ms / before.ms / (size / before.size) : undefined;
      figures.push({
        name: `${shape}, ${size} MB: ${found.fault ?? found.answer}`, value: found.ms, unit: 'ms', ...(found.answer === 'article' ? {} : { atMost: SECOND }),
        note: `${found.elements} elements, ${found.words} words${grows === undefined ? '' : `; time by size ${grows.toFixed(2)} × linear`}`,
      });
      if (grows !== undefined && before.ms > 5) figures.push({ name: `${shape}: growth from ${before.size} to ${size} MB`, value: grows, unit: '× linear', atMost: 2 });
      before = { ...found, size };
    }
  }
  return figures;
}
