/** Fills a library in Chromium and measures it, with SQLite's full-text index beside it on the same articles and questions. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { importTypeScript } from '../../scripts/typescript.mjs';

const { temporaryFolder, removeFolder } = await importTypeScript('test/support/folders.ts');

const bundle = (entry) => buildSync({ entryPoints: [entry], bundle: true, format: 'esm', write: false, target: 'es2022', minify: true, conditions: ['browser'], logLevel: 'error' }).outputFiles[0].text;

/** In the page: a worker, asked one thing after another. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Speed</title><link rel="icon" href="data:,"><script>
  let worker;
  function start(script) { worker?.terminate(); worker = new Worker(script, { type: 'module' }); }
  function ask(doing, args = {}) {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => ('fault' in data ? reject(new Error(data.fault)) : resolve(data.value));
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ doing, args });
    });
  }
  async function first(script, query) {
    worker?.terminate();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const begun = performance.now();
    start(script);
    await ask('first', { query });
    return performance.now() - begun;
  }
</script>`;

const BATCH = 200;
/** Starts of a worker whose time to the first answer is measured. */
const STARTS = 5;

export async function measureSpeed({ articles, saves = 300, onProgress = () => undefined }) {
  const files = {
    '/': ['text/html', PAGE], '/ours.js': ['text/javascript', bundle('bench/library/our-worker.ts')], '/sqlite.js': ['text/javascript', bundle('bench/library/sqlite-worker.ts')],
    '/sqlite3.wasm': ['application/wasm', readFileSync('node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm')],
  };
  const server = createServer((request, answer) => {
    const [type, content] = files[request.url] ?? [];
    answer.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain' }).end(content);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const home = temporaryFolder('speed');
  const browser = await puppeteer.launch({ executablePath: findBrowser('chrome'), headless: true, pipe: true, userDataDir: home, args: ['--no-sandbox'], protocolTimeout: 1_800_000 });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const measured = {};
    for (const engine of ['ours', 'sqlite']) {
      const ask = (doing, args = {}) => page.evaluate((name, given) => globalThis.ask(name, given), doing, args);
      await page.evaluate((script) => globalThis.start(script), `/${engine}.js`);
      const begun = Date.now();
      for (let from = 0; from < articles; from += BATCH) {
        await ask('fill', { from, to: Math.min(articles, from + BATCH) });
        if ((from / BATCH) % 25 === 0) onProgress({ engine, filled: from });
      }
      const filled = (Date.now() - begun) / 1000;
      const size = await ask('indexSize');
      const first = [];
      for (let i = 0; i < STARTS; i += 1) first.push(await page.evaluate((script, query) => globalThis.first(script, query), `/${engine}.js`, 'renkamos'.slice(0, 5)));
      await ask('ask', { beginnings: false }); // the first round starts the browser's own machinery
      const words = await ask('ask', { beginnings: false });
      const beginnings = await ask('ask', { beginnings: true });
      const list = engine === 'ours' ? await ask('list') : [];
      const save = await ask('save', { from: articles, count: saves });
      measured[engine] = { filled, size, first, words, beginnings, list, save };
    }
    return measured;
  } finally {
    await browser.close();
    await new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); });
    removeFolder(home);
  }
}
