/** What the library takes on this computer, how to have room back, and what is said when the browser has lost all of it. */
import { build } from 'esbuild';
import { beforeEach, expect, it } from 'vitest';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers, savedArticles } from './both-browsers.ts';

/** The library itself, to be used in a page of ours. */
async function library(): Promise<string> {
  const contents = "import * as library from './src/library/library.ts'; Object.assign(globalThis, { library });";
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, write: false, format: 'iife', target: 'es2022' });
  return outputFiles[0]!.text;
}

/** Three articles; two of them with pictures of so many bytes. */
const SEED = `(async () => {
  for (const [n, sizes] of [[20_000], [400_000, 300_000], []].entries()) {
    const url = 'https://paper.example/' + n;
    const { value } = await library.saveArticle({ url, sourceUrl: url, title: 'Story ' + n, authors: [], dir: 'ltr', excerpt: '', text: 'Words.', wordCount: 1, feeds: [], html: '<p>Words.</p>',
      kept: { paragraphs: 1, pictures: sizes.length, embeds: 0, tables: 0 }, provenance: {} }, Date.now());
    if (sizes.length) await library.putPictures(value.id, sizes.map((size, m) => ({ url: url + '/' + m + '.png', blob: new Blob([new Uint8Array(size)], { type: 'image/png' }) })), 0);
  }
})()`;

inBothBrowsers('room on this computer', (scene) => {
  let code: string;
  const inLibrary = async (what: string): Promise<void> => {
    code ??= await library();
    const page = await scene.browser.openOurs('pages/options/options.html');
    await page.evaluate(`(() => { ${code}; return ${what}; })()`);
    await page.close();
  };
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension("await browser.storage.local.clear(); await browser.storage.local.set({ settings: { welcomed: true } });");
  });

  it('is told as it is, and pictures that take much are let go and put back', async () => {
    await inLibrary(SEED);
    const page = await scene.browser.openOurs('pages/library/library.html#storage');
    await page.bringToFront();
    await page.waitForSelector('.largest');
    const lines = () => page.$$eval('.largest tbody tr', (rows) => rows.map((row) => [...row.querySelectorAll('th, td.num')].map((cell) => cell.textContent).join(' | ')));
    expect(await lines()).toEqual(['Story 1 | 2 | 700 kB', 'Story 0 | 1 | 20 kB']);
    expect(await page.$eval('#leaf', (leaf) => leaf.textContent)).toMatch(/3 articles are kept here\. Their 3 pictures take 720 kB\. Texts and search take about [\d.,]+ [kM]B\./);
    await page.$eval('.largest button', (button) => { (button as HTMLButtonElement).click(); });
    await until('one row less', async () => (await lines()).length === 1);
    expect((await savedArticles(scene) as readonly { title: string; pictures?: unknown }[]).find(({ title }) => title === 'Story 1')?.pictures).toEqual({ kept: 0, linked: 2 });
    await page.$$eval('.toast button', (buttons) => { (buttons.at(-1) as HTMLButtonElement).click(); });
    await until('both rows', async () => (await lines()).length === 2);
    await page.close();
  });

  it('says so when the browser has begun an empty library in place of the one that was there', async () => {
    // A database of its own, since emptying the other one took its name away.
    await inLibrary("new Promise((resolve) => { indexedDB.deleteDatabase('passalong').onsuccess = resolve; })");
    await inLibrary(SEED);
    const first = await scene.browser.openOurs('pages/library/library.html');
    await until('the note of what is here', () => scene.browser.inExtension("return (await browser.storage.local.get('shelf')).shelf?.articles === 3;"));
    expect(await first.$eval('#lost', (notice) => (notice as HTMLElement).hidden)).toBe(true);
    await first.close();
    await inLibrary("new Promise((resolve) => { indexedDB.deleteDatabase('passalong').onsuccess = resolve; })");
    const page = await scene.browser.openOurs('pages/library/library.html');
    await page.bringToFront();
    await page.waitForSelector('#lost:not([hidden])');
    expect(await page.$eval('#lost', (notice) => notice.textContent)).toContain('There were 3 articles in it');
    expect(await page.$eval('#lost a', (link) => (link as HTMLAnchorElement).href)).toMatch(/transfer\.html#in$/);
    await page.$eval('#lost button', (button) => { (button as HTMLButtonElement).click(); });
    await until('the notice to go', () => page.$eval('#lost', (notice) => (notice as HTMLElement).hidden));
    await page.close();
    const again = await scene.browser.openOurs('pages/library/library.html');
    await again.waitForSelector('#state h2');
    await until('the note of the new one', () => scene.browser.inExtension("return (await browser.storage.local.get('shelf')).shelf?.articles === 0;"));
    expect(await again.$eval('#lost', (notice) => (notice as HTMLElement).hidden)).toBe(true);
  });
});
