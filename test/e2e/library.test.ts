/** The library: the first day, the list, opening, removing with a way back. */
import { beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { addressOf, emptyLibrary, inBothBrowsers, OLD_TABLE, SAMPLE, SAMPLE_TITLE, savedArticles } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const OLD_TITLE = 'Ferrymen\'s songs recorded before the "Old Crossing" closes';

inBothBrowsers('library', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.clear();');
  });
  const save = async (path: string): Promise<void> => {
    await scene.browser.visit(scene.server.origin + path);
    const popup = await scene.browser.popup();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.close();
  };
  const open = async (): Promise<Page> => {
    const page = await scene.browser.openOurs('pages/library/library.html');
    await page.bringToFront();
    return page;
  };
  const titles = (page: Page): Promise<string[]> => page.$$eval('#items li.item [data-title]', (all) => all.map((each) => each.textContent?.trim() ?? ''));
  const listed = (page: Page, ...expected: string[]): Promise<unknown> => until(`the list ${expected.join(', ')}`, async () => JSON.stringify(await titles(page)) === JSON.stringify(expected));

  it('welcomes a newcomer with a letter, takes their name, and lets them practise', async () => {
    const page = await open();
    await page.waitForSelector('#welcome h1', { visible: true });
    await page.type('#my-name', 'Anselm Book');
    await page.type('#my-email', 'anselm@letters.example');
    await page.click('#welcome .button.filled');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=');
    await reader.waitForSelector('article h1');
    // Once greeted is enough.
    const again = await open();
    await again.waitForSelector('#library', { visible: true });
    expect(await again.$eval('#welcome', (welcome) => (welcome as HTMLElement).hidden)).toBe(true);
    const { settings } = await scene.browser.inExtension<{ settings: { myName: string; myEmail: string } }>('return browser.storage.local.get("settings")');
    expect(settings).toMatchObject({ myName: 'Anselm Book', myEmail: 'anselm@letters.example' });
  });

  it('lists what is saved, newest first, and tells an open page at once', async () => {
    await save(SAMPLE);
    const page = await open();
    await listed(page, SAMPLE_TITLE);
    expect(await page.$eval('#items li.item', (row) => row.textContent)).toContain('The Harbour Courier');
    await save(OLD_TABLE);
    await listed(page, OLD_TITLE, SAMPLE_TITLE);
  });

  it('opens a saved article, also when the site is gone', async () => {
    await save(SAMPLE);
    await scene.browser.visit('about:blank');
    const page = await open();
    await listed(page, SAMPLE_TITLE);
    await page.click('#items [data-title]');
    await until('the reader', async () => (await addressOf(page)).includes('pages/reader/reader.html?id='));
    await page.waitForSelector('article h1');
    expect(await page.$eval('article', (article) => article.textContent)).toContain('The first person in the bakehouse');
  });

  it('removes with a way back', async () => {
    await save(SAMPLE);
    await save(OLD_TABLE);
    const page = await open();
    await listed(page, OLD_TITLE, SAMPLE_TITLE);
    await page.click('#items li.item [data-doing=choose]');
    await page.keyboard.press('Delete');
    await listed(page, SAMPLE_TITLE);
    expect(await savedArticles(scene)).toHaveLength(1);
    await page.waitForSelector('.toast button', { visible: true });
    await page.click('.toast button');
    await listed(page, OLD_TITLE, SAMPLE_TITLE);
  });

  it('finds an article by a word deep in its text', async () => {
    await save(SAMPLE);
    await save(OLD_TABLE);
    const page = await open();
    await listed(page, OLD_TITLE, SAMPLE_TITLE);
    await page.type('#search', 'drainpipe');
    await listed(page, SAMPLE_TITLE);
    await page.click('#clear');
    await listed(page, OLD_TITLE, SAMPLE_TITLE);
  });
});
