/** What the tests of coming in and going out have in common. */
import type { Page } from 'puppeteer-core';
import type { Harness } from '../support/harness.ts';

export async function openTransfer(browser: Harness): Promise<Page> {
  const page = await browser.openOurs('pages/transfer/transfer.html');
  await page.bringToFront();
  await page.waitForSelector('#drop .icon');
  return page;
}

/** Drops a file onto the page, its bytes as base64. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob(${JSON.stringify(base64)}), (char) => char.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], ${JSON.stringify(name)}));
    document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }`);
}

export async function tally(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.waitForSelector('#tally', { timeout: 30_000 });
  return Object.fromEntries(await page.$$eval('#tally tr', (rows) => rows.map((row) => [row.dataset['tally'] ?? '', row.querySelector('td')?.textContent ?? ''])));
}

/** Everything the library holds, bytes of pictures too, but for what counts anew on every machine. */
export function everything(browser: Harness): Promise<Readonly<Record<string, readonly string[]>>> {
  return browser.inExtension<Readonly<Record<string, readonly string[]>>>(`
    const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const database = await asked(indexedDB.open('passalong'));
    try {
      const all = {};
      const names = ['articles', 'texts', 'bodies', 'highlights', 'shares', 'versions', 'pictures', 'tags', 'positions'];
      for (const name of names) all[name] = await asked(database.transaction(name).objectStore(name).getAll());
      const keyOf = new Map(all.articles.map(({ id, key }) => [id, key]));
      for (const name of names) for (const row of all[name]) {
        const id = name === 'highlights' ? row.articleId : row.id;
        if (typeof id === 'number') { row.of = keyOf.get(id); }
        delete row.articleId; delete row.updatedAt; delete row.lists; if (name !== 'highlights') delete row.id;
        if (row.blob) row.blob = [row.blob.type, Array.from(new Uint8Array(await row.blob.arrayBuffer()))];
      }
      const sorted = (value) => Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)])) : value;
      for (const name of names) all[name] = all[name].map((row) => JSON.stringify(sorted(row))).sort();
      return all;
    } finally { database.close(); }`);
}
