/** The letter file on paper: printed by the browser it was opened in, without a script of ours, and checked like every other paper. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { printArticles } from '../../bench/print/articles.mjs';
import { checkPdf } from '../../bench/print/check.mjs';
import { saveAll } from '../../bench/print/printer.mjs';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers } from './both-browsers.ts';

const CHOSEN = ['lamplighters', 'tables', 'code', 'lists'];

inBothBrowsers('letter file on paper', (scene) => {
  beforeEach(async () => {
    for (const file of readdirSync(scene.browser.downloads)) rmSync(join(scene.browser.downloads, file), { recursive: true });
    await emptyLibrary(scene);
  });

  it.each(printArticles().filter(({ slug }) => CHOSEN.includes(slug)))('$slug: no word lost, no heading left alone, nothing cut in two', async ({ slug, article }) => {
    const [id] = await saveAll(scene.browser, [article]);
    const page = await scene.browser.openOurs(`pages/share/share.html?id=${id}`);
    await until('the letter', () => page.evaluate(`Boolean(document.querySelector('#sheet .line.title'))`));
    await page.click('#letter-way-file');
    const name = await until('the file', () => readdirSync(scene.browser.downloads).find((file) => file.endsWith('.html')));
    const tab = await scene.browser.page.browser().newPage();
    try {
      await tab.goto(pathToFileURL(join(scene.browser.downloads, name)).href, { waitUntil: [] });
      await until('the file to stand there', () => tab.evaluate(`document.readyState === 'complete' && document.querySelectorAll('.text p').length > 3`));
      await tab.bringToFront();
      const printed = scene.browser.printed();
      await tab.evaluate('setTimeout(() => window.print()); 1');
      const { found, sheets } = checkPdf(await printed, article);
      if (process.env['SHOW']) console.log(scene.kind, slug, sheets, JSON.stringify(found).slice(0, 900));
      expect(sheets).toBeGreaterThan(2);
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((promise) => [promise, []])));
    } finally {
      await tab.close();
    }
  });
});
