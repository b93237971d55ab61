/** Where pages are parsed and extracted: real Chromium with the bundle that ships, or jsdom where there is none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { options } from '../../build.mjs';
import { findBrowser } from '../../scripts/browsers.mjs';
import { tabOfMany } from './tabs.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** A page that takes longer than this is given up, in milliseconds. */
const PATIENCE = 30_000;

/** The content script exactly as the extension ships it, built afresh from this checkout. */
export async function shippedBundle() {
  const config = (await options('chrome')).find((one) => one.entryPoints.content);
  const result = await build({ ...config, write: false, metafile: false });
  return result.outputFiles[0].text;
}

/** Other extractors as one script each, for the same page. */
export async function peerBundle() {
  const entry = `
    import { Readability } from '@mozilla/readability';
    import Defuddle from 'defuddle';
    globalThis.peers = {
      readability(doc) {
        const copy = doc.cloneNode(true);
        const r = new Readability(copy).parse();
        return r && { title: r.title, authors: r.byline ? [r.byline] : [], date: r.publishedTime, html: r.content };
      },
      defuddle(doc, url) {
        const r = new Defuddle(doc, { url }).parse();
        return { title: r.title, authors: r.author ? [r.author] : [], date: r.published, html: r.content };
      },
    };`;
  const result = await build({ stdin: { contents: entry, resolveDir: ROOT, loader: 'js' }, bundle: true, write: false, format: 'iife', target: 'chrome126', logLevel: 'error' });
  return result.outputFiles[0].text;
}

/** What runs in the page: parse, extract, answer. `tool` is `ours` or a peer's name. */
function inPage({ html, url, tool, insist }) {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const started = performance.now();
  let answer;
  let error;
  try {
    answer = tool === 'ours' ? globalThis.passalongContent.extract(doc, url, { insist }) : globalThis.peers[tool](doc, url);
  } catch (fault) {
    error = String(fault?.stack ?? fault);
  }
  const ms = performance.now() - started;
  if (tool !== 'ours' && answer) answer.text = textOf(answer.html ?? '');
  return { answer, error, ms };

  // A line a block, without captions: what the figures are taken of.
  function textOf(source) {
    const body = new DOMParser().parseFromString(source, 'text/html').body;
    for (const caption of body.querySelectorAll('figcaption, script, style')) caption.remove();
    for (const block of body.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, tr, figure, section, dd, dt, br, td, th')) block.replaceChildren('\n', ...block.childNodes, '\n');
    return body.textContent.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
  }
}

/** What runs in a page that is the article itself, as on a person's click: scripts may run there, pictures load or fail. */
function onLivePage({ url, insist }) {
  const before = document.documentElement.outerHTML;
  const started = performance.now();
  let answer;
  let error;
  try {
    answer = globalThis.passalongContent.extract(document, url, { insist });
  } catch (fault) {
    error = String(fault?.stack ?? fault);
  }
  return { answer, error, ms: performance.now() - started, unchanged: document.documentElement.outerHTML === before };
}

/**
 * Chromium without a window. `run` parses a page and answers `{answer, error, ms}`; `live` makes it the page of the tab
 * and answers whether it is unchanged too; `use` takes
 * another content script from then on; `close` ends it. `insist`: an article in any case, as for the corpora. A page that
 * takes longer than `patience` milliseconds, or takes its tab down, gives an error, and the next has a new tab.
 */
export async function chromiumEngine({ peers = false, patience = PATIENCE } = {}) {
  const executablePath = findBrowser('chrome');
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge here: install one, or use --engine jsdom');
  const profile = mkdtempSync(join(tmpdir(), 'passalong-extract-'));
  const browser = await puppeteer.launch({ executablePath, userDataDir: profile, pipe: true, protocolTimeout: 2 * PATIENCE, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'] });
  const scripts = [await shippedBundle(), ...(peers ? [await peerBundle()] : [])];
  const tab = tabOfMany(browser, scripts, 150);
  return {
    name: `Chromium ${(await browser.version()).replace(/^\D+/, '')}`,
    async run(html, url, tool = 'ours', insist = true) {
      const page = await tab.page();
      const started = performance.now();
      let timer;
      let fallen;
      const over = new Promise((_, give) => {
        timer = setTimeout(() => give(new Error(`the page took longer than ${patience / 1000} seconds`)), patience);
        page.once('error', fallen = () => give(new Error('the page took its tab down')));
      });
      try {
        return await Promise.race([page.evaluate(inPage, { html, url, tool, insist }), over]);
      } catch (fault) {
        tab.spoil();
        return { error: String(fault?.message ?? fault), ms: performance.now() - started };
      } finally {
        clearTimeout(timer);
        page.off('error', fallen);
      }
    },
    async use(bundle) {
      scripts[0] = bundle;
      tab.spoil();
    },
    async live(html, url, insist = false) {
      const page = await tab.page();
      await page.setContent(html);
      return await page.evaluate(onLivePage, { url, insist });
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** jsdom: slower, and not what people use; the same bundle. */
export async function jsdomEngine() {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const home = new JSDOM('<!doctype html>', { runScripts: 'outside-only', virtualConsole: new VirtualConsole() });
  home.window.eval(`${await shippedBundle()}\nwindow.passalongContent = passalongContent;`);
  return {
    name: 'jsdom',
    async use(bundle) {
      home.window.eval(`${bundle}\nwindow.passalongContent = passalongContent;`);
    },
    async run(html, url, _tool, insist = true) {
      try {
        const doc = new home.window.DOMParser().parseFromString(html, 'text/html');
        const started = performance.now();
        const answer = home.window.passalongContent.extract(doc, url, { insist });
        return { answer, ms: performance.now() - started };
      } catch (fault) {
        return { error: String(fault?.stack ?? fault), ms: 0 };
      }
    },
    async close() {
      home.window.close();
    },
  };
}

export { ROOT };
