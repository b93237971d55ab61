/** Every end-to-end test runs in both browsers, on pages from loopback, and fails on any fault the browser reports. */
import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { ROOT } from '../support/folders.ts';
import { BROWSERS, type BrowserKind, type Harness } from '../support/harness.ts';
import { openBrowser } from '../support/open-browser.ts';
import { until, within } from '../support/wait.ts';

export const SAMPLE = '/samples/the-oven-on-gull-street.html';
export const SAMPLE_TITLE = 'The oven on Gull Street that belongs to everyone';
export const OLD_TABLE = '/story/music/30718.html';
/** Every entry of the right-click menu, by what is clicked, in the menu's order. */
export const MENU = {
  page: ['Save article', 'Print version', 'Share with a friend'],
  selection: ['Save with this quote', 'Share this quote'],
  link: ['Save linked article'],
} as const;

/** What a test has at hand. Filled before the first test of a browser runs. */
export interface Scene {
  readonly kind: BrowserKind;
  browser: Harness;
  server: FixtureServer;
}

/**
 * Runs a subject's tests once in Chromium and once in Firefox.
 * @param options.dark ask for dark colours
 * @param options.privately allow the extension in private windows
 */
export function inBothBrowsers(subject: string, tests: (scene: Scene) => void, options: { readonly dark?: boolean; readonly privately?: boolean } = {}): void {
  describe.each(BROWSERS)(`${subject} (%s)`, (kind) => {
    const scene = { kind } as Scene;
    beforeAll(async () => {
      scene.server = await startFixtureServer();
      scene.server.folder('/samples/', join(ROOT, 'samples'));
      scene.server.page(OLD_TABLE, readFileSync(join(ROOT, 'test/fixtures/old-table-page/page.html'), 'utf8'));
      scene.browser = await openBrowser(kind, { headed: kind === 'chrome', web: scene.server.origin, ...options });
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await picture(scene, task.name);
      await scene.browser.closeOurs();
      await scene.browser.assertNoFaults();
    });
    afterAll(async () => {
      await scene.browser?.close();
      await scene.server?.close();
    });
    tests(scene);
  });
}

/** Leaves a picture of every tab when a test failed: the cheapest answer to "what did it look like?". */
async function picture({ browser, kind }: Scene, name: string): Promise<void> {
  const folder = join(ROOT, 'out/failures');
  mkdirSync(folder, { recursive: true });
  const pages = await browser.page.browser().pages();
  for (const [index, page] of pages.entries()) {
    try {
      await page.bringToFront();
      await within('a picture', 3_000, page.screenshot({ path: join(folder, `${kind}-${name.replace(/\W+/g, '-')}-${index}.png`) }));
    } catch (fault) {
      console.log(`no picture of ${page.url()}: ${String(fault).slice(0, 120)}`);
    }
  }
}

/** What of a saved article the tests look at. */
export interface SavedRow {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly hasBody: boolean;
  readonly quotes: readonly string[];
  readonly authors: readonly string[];
  readonly publication?: string;
  readonly siteName?: string;
  readonly section?: string;
  readonly published?: string;
}

/** What is in the library and not removed, newest first, read from the disk itself. */
export function savedArticles({ browser }: Pick<Scene, 'browser'>): Promise<readonly SavedRow[]> {
  return browser.inExtension<readonly SavedRow[]>(`
    if (!(await indexedDB.databases()).some(({ name }) => name === 'passalong')) return [];
    const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const database = await asked(indexedDB.open('passalong'));
    try {
      const rows = await asked(database.transaction('articles').objectStore('articles').getAll());
      return rows.filter((row) => row.removedAt === undefined).toSorted((a, b) => b.savedAt - a.savedAt);
    } finally { database.close(); }`);
}

/** How many drafts lie in the library's database. */
export function draftsLeft({ browser }: Pick<Scene, 'browser'>): Promise<number> {
  return browser.inExtension<number>(`
    if (!(await indexedDB.databases()).some(({ name }) => name === 'passalong')) return 0;
    const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const database = await asked(indexedDB.open('passalong'));
    try { return await asked(database.transaction('drafts').objectStore('drafts').count()); } finally { database.close(); }`);
}

/** Waits until an article with this title is in the library. */
export function savedWith(scene: Pick<Scene, 'browser'>, title: string): Promise<SavedRow> {
  return until(`"${title}" in the library`, async () => (await savedArticles(scene)).find((row) => row.title === title));
}

/** Empties the library, as on the first day. */
export async function emptyLibrary({ browser }: Pick<Scene, 'browser'>): Promise<void> {
  await browser.inExtension(`
    if (!(await indexedDB.databases()).some(({ name }) => name === 'passalong')) return;
    const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const database = await asked(indexedDB.open('passalong'));
    try {
      const names = [...database.objectStoreNames];
      const all = database.transaction(names, 'readwrite');
      for (const name of names) all.objectStore(name).clear();
      await new Promise((resolve, reject) => { all.oncomplete = resolve; all.onabort = () => reject(all.error); });
    } finally { database.close(); }`);
}

/** Where a tab is now, as the page itself says. */
export async function addressOf(page: Page): Promise<string> {
  return await page.evaluate('location.href') as string;
}

/** Prints what lies on the print page, which the extension has opened, by its own button. @returns the PDF's path */
export async function printSheets({ browser }: Pick<Scene, 'browser'>): Promise<string> {
  const page = await browser.waitForOurs('pages/print/print.html');
  await until('the sheets on the desk', () => page.evaluate(() => document.querySelectorAll('.back').length > 0 && !document.body.hasAttribute('aria-busy')));
  await page.bringToFront();
  const printed = browser.printed();
  // In a task of its own: printing holds the page, and the driver would wait with it.
  await page.evaluate(() => { setTimeout(() => document.getElementById('print-now')?.click()); });
  return printed;
}
