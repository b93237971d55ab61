/** A library in a browser that is killed again and again while it writes; and one that is written to from three sides at once. */
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { importTypeScript } from '../../scripts/typescript.mjs';
import { extensionOrigin, extensionReady } from './extension.mjs';

const { temporaryFolder, removeFolder } = await importTypeScript('test/support/folders.ts');
const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

const bundle = () => buildSync({ entryPoints: ['bench/library/in-page.ts'], bundle: true, format: 'iife', write: false, target: 'es2022' }).outputFiles[0].text;
const HTML = '<!doctype html><meta charset="utf-8"><title>Library</title><link rel="icon" href="data:,"><script src="/script.js"></script>';

/**
 * For Chromium the page stands in an extension with our own permission for storage.
 * @returns the folder, and the page's address
 */
function makeExtension(server) {
  const folder = realpathSync(temporaryFolder('kills-extension'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({
    manifest_version: 3, name: 'Kills', version: '1', permissions: ['unlimitedStorage'], content_security_policy: { extension_pages: `script-src 'self'; connect-src ${server}` },
  }));
  writeFileSync(join(folder, 'page.html'), HTML);
  writeFileSync(join(folder, 'script.js'), `globalThis.SERVER = ${JSON.stringify(server)};\n${bundle()}`);
  return { folder, address: `${extensionOrigin(folder)}/page.html` };
}

/** Serves a page with the library in it, and keeps account of what the page says it has done. */
async function openServer() {
  const script = bundle();
  const account = { standing: {}, intended: {}, copies: 0, doings: 0 };
  const server = createServer((request, answer) => {
    if (request.method !== 'POST') {
      answer.setHeader('content-type', request.url === '/script.js' ? 'text/javascript' : 'text/html');
      return answer.end(request.url === '/script.js' ? script : HTML);
    }
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      const effect = JSON.parse(body);
      account.copies += 1;
      if (request.url === '/intend') account.intended = effect;
      else {
        for (const [url, now] of Object.entries(effect)) {
          if (now) account.standing[url] = now;
          else delete account.standing[url];
        }
        account.intended = {};
        account.doings += 1;
      }
      answer.writeHead(200, { 'access-control-allow-origin': '*' }).end();
    });
    return undefined;
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { account, address: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

async function open(kind, home, extension) {
  // The driver moves the profile's settings aside and back, which a kill can leave half-done.
  if (kind === 'firefox' && existsSync(join(home, 'prefs.js')) && !existsSync(join(home, 'user.js'))) writeFileSync(join(home, 'user.js'), '');
  const browser = await puppeteer.launch({
    ...(kind === 'firefox' ? {
      browser: 'firefox', extraPrefsFirefox: { 'toolkit.startup.max_resumed_crashes': -1, 'browser.sessionstore.resume_from_crash': false },
      env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
    } : { pipe: true, args: ['--no-sandbox'], enableExtensions: [extension.folder] }),
    executablePath: findBrowser(kind), headless: true, userDataDir: home, protocolTimeout: 300_000,
  });
  if (extension) await extensionReady(browser, extension.folder);
  return { browser, page: (await browser.pages())[0] ?? (await browser.newPage()) };
}

/** Ends a browser and all its processes as a power cut would. */
async function kill(browser) {
  const gone = new Promise((resolve) => { browser.process().once('exit', resolve); });
  process.kill(-browser.process().pid, 'SIGKILL');
  await gone;
  await sleep(300);
}

/** Says what is otherwise than acknowledged. What was being done at the moment of the kill may or may not have happened. */
function compare(account, stock) {
  const faults = [...stock.faults];
  const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  for (const url of new Set([...Object.keys(account.standing), ...Object.keys(stock.standing), ...Object.keys(account.intended)])) {
    const is = stock.standing[url];
    if (same(is, account.standing[url])) continue;
    if (url in account.intended && same(is, account.intended[url])) account.standing = { ...account.standing, ...(is ? { [url]: is } : {}) };
    else faults.push(`${url} stands as ${JSON.stringify(is)}, acknowledged was ${JSON.stringify(account.standing[url])}`);
    if (!is) delete account.standing[url];
  }
  account.intended = {};
  return faults;
}

/**
 * Kills the browser at random moments while it saves, imports, restores, removes, purges and merges, and takes stock after each.
 * @returns how many times, how many doings were acknowledged, every fault in words, and how often the browser threw all its files away
 */
export async function killAgainAndAgain({ kind, kills, longest = 900, onKill = () => undefined }) {
  const home = temporaryFolder(`kills-${kind}`);
  const server = await openServer();
  const extension = kind === 'chrome' ? makeExtension(server.address) : undefined;
  const faults = [];
  let articles = 0;
  let thrownAway = 0;
  let running;
  try {
    for (let n = 0; n <= kills; n += 1) {
      running = await open(kind, home, extension);
      const { browser, page } = running;
      await page.goto(extension?.address ?? server.address);
      // What our worker does when the browser has started.
      await page.evaluate('inPage.beginNewLog()');
      const stock = await page.evaluate('inPage.takeStock()');
      articles = stock.articles;
      // Not one row where there were many: the browser could not open its own files and began new ones. Counted apart.
      if (articles === 0 && Object.keys(server.account.standing).length > 1) {
        thrownAway += 1;
        server.account.standing = {};
        server.account.intended = {};
      }
      for (const fault of compare(server.account, stock)) faults.push(`after kill ${n}: ${fault}`);
      if (n === kills) break;
      page.evaluate(`void inPage.writeForEver(${server.account.copies + 1}, ${JSON.stringify(server.account.standing)})`).catch(() => undefined);
      await sleep(20 + Math.random() * longest);
      await kill(browser);
      running = undefined;
      onKill({ kills: n + 1, doings: server.account.doings, faults: faults.length });
    }
  } finally {
    if (running) await kill(running.browser);
    await server.close();
    removeFolder(home);
    if (extension) removeFolder(extension.folder);
  }
  return { kills, doings: server.account.doings, articles, faults, thrownAway };
}

/** Two windows and a worker write at once. @returns how many writes were acknowledged, how many articles there are and should be, and every fault */
export async function writeFromThreeSides({ kind, writes }) {
  const home = temporaryFolder(`sides-${kind}`);
  const server = await openServer();
  const extension = kind === 'chrome' ? makeExtension(server.address) : undefined;
  const address = extension?.address ?? server.address;
  const { browser, page } = await open(kind, home, extension);
  try {
    const other = await browser.newPage();
    await Promise.all([page.goto(address), other.goto(address)]);
    const acknowledged = await Promise.all([
      page.evaluate(`inPage.writeMany('first', ${writes})`), other.evaluate(`inPage.writeMany('second', ${writes})`),
      page.evaluate(`new Promise((resolve, reject) => {
        const worker = new Worker('/script.js');
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage({ name: 'worker', count: ${writes} });
      })`),
    ]);
    const stock = await page.evaluate('inPage.takeStock()');
    return { acknowledged: acknowledged.reduce((sum, each) => sum + each, 0), articles: stock.articles, expected: writes * 3 + Math.ceil(writes / 3), faults: stock.faults };
  } finally {
    await kill(browser);
    await server.close();
    removeFolder(home);
    if (extension) removeFolder(extension.folder);
  }
}
