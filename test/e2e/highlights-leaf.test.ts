/** Highlights and notes of all articles, gathered in the library: found, narrowed, opened where they stand, copied, taken away and put back. */
import { beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/article/article.ts';
import type { Pen } from '../../src/article/highlight.ts';
import { putHighlights, saveAll } from '../../bench/print/printer.mjs';
import { emptyLibrary, inBothBrowsers } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const FAR = 'Nobody had counted the lanterns before the Café closed.';
const article = (name: string, texts: readonly string[]): Article => ({
  url: `https://www.harbour.example/${name}`, sourceUrl: `https://www.harbour.example/${name}`, title: `The ${name}`, authors: [], publication: 'The Harbour', language: 'en', dir: 'ltr',
  excerpt: '', html: texts.map((text) => `<p>${text}</p>`).join(''), text: texts.join('\n'), wordCount: 900, feeds: [], kept: { paragraphs: texts.length, pictures: 0, embeds: 0, tables: 0 }, provenance: {},
});
const LONG = article('long walk', [...Array.from({ length: 60 }, (_, n) => `Paragraph ${n} went along the quay and came back, as it had the day before and the day before that.`), FAR, 'And so home.']);
const SHORT = article('short ferry', ['The ferry left early.']);

inBothBrowsers('highlights of all articles', (scene) => {
  const ids: { long: number; short: number } = { long: 0, short: 0 };
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.set({ settings: { welcomed: true } });');
    const [long, short] = await saveAll(scene.browser, [LONG, SHORT]) as [number, number];
    Object.assign(ids, { long, short });
    const marks: readonly { readonly to: number; readonly exact: string; readonly note: string; readonly pen: Pen; readonly at: number }[] = [
      { to: long, exact: FAR, note: 'Ask Papa.', pen: 'rose', at: 30 }, { to: short, exact: 'The ferry left early.', note: '', pen: 'sky', at: 20 },
    ];
    for (const { to, exact, note, pen, at } of marks) await putHighlights(scene.browser, to, [{ id: `highlight-${pen}`, exact, note, pen, createdAt: at }]);
  });
  const open = async (): Promise<Page> => {
    const page = await scene.browser.openOurs('pages/library/library.html');
    await page.bringToFront();
    await page.setViewport({ width: 1280, height: 800 });
    await page.waitForSelector('#open-highlights', { visible: true });
    expect(await page.$eval('#open-highlights .num', (count) => count.textContent)).toBe('2');
    await page.click('#open-highlights');
    await shown(page, ['The long walk', 'The short ferry']);
    return page;
  };
  const shown = (page: Page, titles: readonly string[]): Promise<unknown> => until(`the articles ${titles.join(', ')}`, async () =>
    JSON.stringify(await page.$$eval('.marked-article h2', (all) => all.map((each) => each.textContent))) === JSON.stringify(titles));

  it('are narrowed by words and by pen, and open where they stand', async () => {
    const page = await open();
    await page.type('#leaf input[type=search]', 'cafe papa');
    await shown(page, ['The long walk']);
    expect(await page.$$eval('.marked-article mark mark, .marked-article .note mark', (all) => all.map((each) => each.textContent))).toEqual(['Café', 'Papa']);
    await page.click('#leaf input[type=search]', { count: 3 });
    await page.keyboard.press('Backspace');
    await page.click('.pens label:has([value=sky])');
    await shown(page, ['The short ferry']);
    await page.click('.pens label:has([value=noted])');
    await shown(page, ['The long walk']);
    await page.click('.marked-article a.quote');
    await page.waitForSelector('#text mark.highlight');
    await until('the mark in the window, with the focus', () => page.evaluate(() => {
      const mark = document.querySelector('#text mark.highlight');
      const box = mark?.getBoundingClientRect();
      return box !== undefined && document.activeElement === mark && box.top > 60 && box.bottom < innerHeight;
    }));
    // Looking something up is no reading: leaving now would note no place.
    await page.evaluate(() => { dispatchEvent(new Event('pagehide')); });
    expect(await scene.browser.inExtension(`const asked = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
      const database = await asked(indexedDB.open('passalong'));
      try { return await asked(database.transaction('positions').objectStore('positions').count()); } finally { database.close(); }`)).toBe(0);
  });

  it('are copied, and shown fifty at a time', async () => {
    await putHighlights(scene.browser, ids.short, Array.from({ length: 60 }, (_, n) => ({ id: `highlight-more-${n}`, exact: `The ferry left ${n}`, note: '', pen: 'sun', createdAt: 10 })));
    const page = await scene.browser.openOurs('pages/library/library.html#highlights');
    await page.bringToFront();
    const lines = () => page.$$eval('.marked-article li', (all) => all.length);
    await until('the first fifty', async () => await lines() === 50);
    await page.click('[data-focus=more]');
    await until('all of them', async () => await lines() === 62);
    expect(await page.$('[data-focus=more]')).toBeNull();
    expect(await page.evaluate(() => [...document.querySelectorAll('.quote')].indexOf(document.activeElement!))).toBe(50);
    await page.click('[data-focus="copy all"]');
    await until('word of it', () => page.$$eval('.toast', (all) => all.some((each) => each.textContent?.startsWith('62 highlights copied'))));
  });

  it('are taken away and put back; when none is left, the leaf says how to make one', async () => {
    const page = await open();
    await page.click(`[data-article="${ids.short}"] [data-focus^=drop]`);
    await shown(page, ['The long walk']);
    await page.click('.toast button');
    await shown(page, ['The long walk', 'The short ferry']);
    await page.evaluate((id) => { (document.querySelector(`[data-article="${id}"] [data-focus^=drop]`) as HTMLElement).click(); }, ids.long);
    await shown(page, ['The short ferry']);
    await page.evaluate((id) => { (document.querySelector(`[data-article="${id}"] [data-focus^=drop]`) as HTMLElement).click(); }, ids.short);
    await page.waitForSelector('#state h2', { visible: true });
    expect(await page.$eval('#state h2', (words) => words.textContent)).toBe('Nothing is marked yet');
    await page.waitForSelector('#open-highlights', { hidden: true });
  });
});
