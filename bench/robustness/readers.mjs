/** Tabs of Chromium that read pages for the campaign, two at a time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { shippedBundle } from '../extract/engines.mjs';
import { tabOfMany } from '../extract/tabs.mjs';

/** A tab is thrown away after this many pages. */
const USES = 100;
const PATIENCE = 180_000;

/** @param loop the campaign's part that runs in the page */
export async function openReaders(loop) {
  const profile = mkdtempSync(join(tmpdir(), 'passalong-robustness-'));
  const browser = await puppeteer.launch({ executablePath: findBrowser('chrome'), userDataDir: profile, pipe: true, protocolTimeout: PATIENCE, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-renderer-backgrounding', '--host-resolver-rules=MAP * ~NOTFOUND'] });
  const scripts = [await shippedBundle(), loop];

  function reader() {
    const lent = tabOfMany(browser, scripts, USES);
    return {
      /** Calls the loop. A page that takes the tab with it is a fault like any other. */
      async call(name, ...given) {
        try {
          return await (await lent.page()).evaluate((what, args) => globalThis.robustness[what](...args), name, given);
        } catch (thrown) {
          lent.spoil();
          return { ms: PATIENCE, slowest: PATIENCE, read: 0, done: name, wrong: name === 'truncated' ? [String(thrown)] : String(thrown), fault: String(thrown) };
        }
      },
      /** Opens the page by its address, with its scripts allowed by the parser and stopped by policy, and reads the live document. */
      async live({ html, url }) {
        const tab = await browser.newPage();
        try {
          await tab.setRequestInterception(true);
          tab.on('request', (request) => {
            const own = request.isNavigationRequest() && request.frame() === tab.mainFrame();
            void (own ? request.respond({ contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': "script-src 'none'; frame-src 'none'; object-src 'none'" }, body: html }) : request.abort());
          });
          await tab.goto(/^https?:/.test(url) ? url : 'https://unknown.invalid/', { waitUntil: 'domcontentloaded', timeout: 30_000 });
          for (const script of scripts) await tab.evaluate(script);
          return await tab.evaluate(() => {
            const { ms, fault, changed } = globalThis.robustness.look(document, location.href, true);
            return { ms, fault, changed };
          });
        } catch (thrown) {
          return { ms: 0, fault: String(thrown), changed: false };
        } finally {
          await tab.close().catch(() => undefined);
        }
      },
    };
  }

  const readers = Array.from({ length: Math.min(2, availableParallelism()) }, reader);
  return {
    /** Does the work for every item, as many at a time as there are tabs. */
    async each(items, work) {
      let n = 0;
      await Promise.all(readers.map(async (one) => {
        for (let at = n++; at < items.length; at = n++) await work(one, items[at], at);
      }));
    },
    one: (work) => work(readers[0]),
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
