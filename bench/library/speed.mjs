/**
 * Fills the library of the built extension in Chromium and measures it, with SQLite's full-text index beside it in the same
 * origin, on the same articles and questions; and the library page over all of it.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { buildAll, DIST } from '../../build.mjs';
import { findBrowser } from '../../scripts/browsers.mjs';
import { importTypeScript } from '../../scripts/typescript.mjs';
import { extensionOrigin, extensionReady } from './extension.mjs';
import { measurePage } from './library-page.mjs';

const { temporaryFolder, removeFolder } = await importTypeScript('test/support/folders.ts');

const bundle = (entry) => buildSync({ entryPoints: [entry], bundle: true, format: 'esm', write: false, target: 'es2022', minify: true, conditions: ['browser'], logLevel: 'error' }).outputFiles[0].text;

/** The built extension with the bench's page and workers put in, and leave for the peer's WebAssembly. */
async function makeExtension(folder) {
  if (!process.env.PASSALONG_DIST) await buildAll({ zips: false });
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(DIST, 'chrome'), folder, { recursive: true });
  writeFileSync(join(folder, 'speed.html'), '<!doctype html><meta charset="utf-8"><title>Speed</title><link rel="icon" href="data:,"><script src="speed-page.js"></script>');
  copyFileSync('bench/library/speed-page.js', join(folder, 'speed-page.js'));
  writeFileSync(join(folder, 'ours.js'), bundle('bench/library/our-worker.ts'));
  writeFileSync(join(folder, 'sqlite.js'), bundle('bench/library/sqlite-worker.ts'));
  copyFileSync('node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm', join(folder, 'sqlite3.wasm'));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.content_security_policy.extension_pages = "default-src 'self' blob: data: http: https:; script-src 'self' 'wasm-unsafe-eval'";
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

const BATCH = 200;
/** Starts of a worker whose time to the first answer is measured. */
const STARTS = 5;

/**
 * @param keep a folder in which the filled libraries stay, to be measured again without being filled anew
 * @param fillFor minutes after which filling stops, to be gone on with next time; then nothing is measured
 * @returns what was measured; undefined when there was time to fill only
 */
export async function measureSpeed({ articles, saves = 300, keep, fillFor = Infinity, onProgress = () => undefined }) {
  const home = keep ?? temporaryFolder('speed');
  mkdirSync(home, { recursive: true });
  const extension = join(realpathSync(home), 'extension');
  await makeExtension(extension);
  const ledger = join(home, 'filled.json');
  // How many articles each engine has, how many of them were saved one by one, and the seconds that filling took.
  const state = existsSync(ledger) ? JSON.parse(readFileSync(ledger, 'utf8')) : { ours: { filled: 0, saved: 0, seconds: 0 }, sqlite: { filled: 0, saved: 0, seconds: 0 } };
  const note = () => writeFileSync(ledger, JSON.stringify(state));
  const origin = extensionOrigin(extension);
  const until = Date.now() + fillFor * 60_000;
  const launch = async () => {
    const launched = await puppeteer.launch({
      executablePath: findBrowser('chrome'), headless: true, pipe: true, userDataDir: join(home, 'profile'), enableExtensions: [extension], args: ['--no-sandbox'], protocolTimeout: 1_800_000,
    });
    await extensionReady(launched, extension);
    return launched;
  };
  let browser = await launch();
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(`${origin}/speed.html`);
    const ask = (doing, args = {}) => page.evaluate((name, given) => globalThis.ask(name, given), doing, args);
    for (const engine of ['ours', 'sqlite']) {
      await page.evaluate((script) => globalThis.start(script), `/${engine}.js`);
      const own = state[engine];
      while (own.filled < articles) {
        if (Date.now() > until) return undefined;
        const begun = Date.now();
        const to = Math.min(articles, own.filled + BATCH);
        await ask('fill', { from: own.filled, to });
        own.filled = to;
        own.seconds += (Date.now() - begun) / 1000;
        note();
        onProgress({ engine, filled: to });
      }
    }
    if (fillFor < Infinity) return undefined;
    const measured = {};
    for (const engine of ['ours', 'sqlite']) {
      const own = state[engine];
      await page.evaluate((script) => globalThis.start(script), `/${engine}.js`);
      const size = await ask('indexSize');
      const first = [];
      for (let i = 0; i < STARTS; i += 1) first.push(await page.evaluate((script, query) => globalThis.first(script, query), `/${engine}.js`, 'renkamos'.slice(0, 5)));
      await ask('ask', { beginnings: false }); // the first round starts the browser's own machinery
      const words = await ask('ask', { beginnings: false });
      const beginnings = await ask('ask', { beginnings: true });
      const list = engine === 'ours' ? await ask('list') : [];
      const save = await ask('save', { from: own.filled + own.saved, count: saves });
      measured[engine] = { filled: own.filled / own.seconds, bytes: size.bytes / (own.filled + own.saved), first, words, beginnings, list, save };
      own.saved += saves;
      note();
    }
    // Anew, so that the memory is that of the page and not what the workers have left.
    await browser.close();
    browser = await launch();
    measured.page = await measurePage(browser, `${origin}/pages/library/library.html`);
    return measured;
  } finally {
    await browser.close();
    if (!keep) removeFolder(home);
  }
}
