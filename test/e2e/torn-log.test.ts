/**
 * Chromium killed in the middle of writing: its log ends in half a record, and it writes on behind that. Whoever opens the
 * files after that would find them damaged and begin an empty library (`library/fresh-log.ts`).
 */
import { readdirSync, realpathSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { extensionOrigin, extensionReady } from '../../bench/library/extension.mjs';
import { findBrowser } from '../../scripts/browsers.mjs';
import { builtExtension, removeFolder, temporaryFolder } from '../support/folders.ts';
import { sleep, until } from '../support/wait.ts';

/** Adds rows to a store of the library that nobody shows, each in a transaction of its own, and counts all of them. */
const ADD = `async (from, count) => {
  const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const database = await asked(indexedDB.open('passalong'));
  for (let n = from; n < from + count; n += 1) {
    const tx = database.transaction('tombstones', 'readwrite', { durability: 'strict' });
    tx.objectStore('tombstones').put({ uid: 'row ' + n, removedAt: 0, words: 'gravel '.repeat(700) });
    await new Promise((resolve, reject) => { tx.oncomplete = resolve; tx.onabort = () => reject(tx.error); });
  }
  const all = await asked(database.transaction('tombstones').objectStore('tombstones').count());
  database.close();
  return all;
}`;

describe('a log that ends in half a record (Chromium)', () => {
  const home = temporaryFolder('torn');
  const extension = realpathSync(builtExtension('chrome'));
  let browser: Browser | undefined;
  const open = async (): Promise<Page> => {
    browser = await puppeteer.launch({ executablePath: findBrowser('chrome')!, headless: true, pipe: true, userDataDir: home, enableExtensions: [extension], args: ['--no-sandbox'] });
    await extensionReady(browser, extension);
    const page = await browser.newPage();
    await page.goto(`${extensionOrigin(extension)}/pages/options/options.html`);
    return page;
  };
  const kill = async (): Promise<void> => {
    const running = browser?.process();
    if (!running) return;
    browser = undefined;
    const gone = new Promise((resolve) => { running.once('exit', resolve); });
    process.kill(-running.pid!, 'SIGKILL');
    await gone;
    await sleep(300);
  };
  afterEach(async () => {
    await kill();
    removeFolder(home);
  });

  it('costs nothing but what that record would have said', async () => {
    const first = await open();
    // The page begins the library.
    await first.goto(`${extensionOrigin(extension)}/pages/library/library.html`);
    await until('the library to be begun', () => first.evaluate(`indexedDB.databases().then((all) => all.some(({ name, version }) => name === 'passalong' && version > 1))`));
    expect(await first.evaluate(`(${ADD})(0, 40)`)).toBe(40);
    await kill();

    const folder = join(home, 'Default/IndexedDB', readdirSync(join(home, 'Default/IndexedDB')).find((name) => name.endsWith('.leveldb'))!);
    const log = () => readdirSync(folder).filter((name) => name.endsWith('.log')).toSorted().at(-1)!;
    const torn = log();
    truncateSync(join(folder, torn), statSync(join(folder, torn)).size - 900);

    const second = await open();
    await until('a new log', () => log() !== torn);
    const left = await second.evaluate(`(${ADD})(100, 5)`) as number;
    expect(left).toBeGreaterThan(40);
    await kill();

    const third = await open();
    expect(await third.evaluate(`(${ADD})(0, 0)`)).toBe(left);
  }, 60_000);
});
