/** The reading page on the screen: its look, and where somebody was. */
import { beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { printArticles } from '../../bench/print/articles.mjs';
import { openArticle } from '../../bench/print/printer.mjs';
import { emptyLibrary, inBothBrowsers, savedArticles } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const article = (slug: string) => printArticles().find((each) => each.slug === slug)!.article;

inBothBrowsers('reading', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.remove("settings")');
  });
  const open = async (slug: string): Promise<Page> => {
    const reader = await openArticle(scene.browser, article(slug));
    await reader.setViewport({ width: 1280, height: 900 });
    return reader;
  };
  const press = (reader: Page, selector: string): Promise<void> => reader.evaluate((to) => { document.querySelector<HTMLElement>(to)!.click(); }, selector);
  /** The block that is being read, and how far from the top of the window it begins. */
  const reading = (reader: Page): Promise<{ words: string; top: number }> => reader.evaluate(() => {
    const block = [...document.querySelectorAll('#text p')].find((each) => each.getBoundingClientRect().bottom > 70)!;
    return { words: `${[...document.querySelectorAll('#text p')].indexOf(block)}`, top: Math.round(block.getBoundingClientRect().top) };
  });

  it('saves what it shows although its draft is past its time, and finds it again when it is loaded anew', async () => {
    const reader = await open('lamplighters');
    await reader.waitForSelector('#save[data-state=unsaved]');
    const was = await reader.evaluate(() => location.search);
    await scene.browser.inExtension(`
      const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
      const database = await asked(indexedDB.open('passalong'));
      await asked(database.transaction('drafts', 'readwrite').objectStore('drafts').clear());
      database.close();`);
    await press(reader, '#save');
    await reader.waitForSelector('#save[data-state=saved]');
    expect(await savedArticles(scene)).toMatchObject([{ title: article('lamplighters').title, hasBody: true }]);
    expect(await reader.evaluate(() => location.search)).not.toBe(was);
    await reader.reload({ waitUntil: [] });
    await until('the article again', () => reader.evaluate((title) => document.querySelector('article h1')?.textContent === title, article('lamplighters').title));
  });

  it('keeps the line being read while the look changes, and remembers the look', async () => {
    const reader = await open('forty-pages');
    await reader.evaluate(() => { scrollTo(0, document.querySelectorAll<HTMLElement>('#text p')[60]!.offsetTop - 60); });
    await until('the place to be taken', async () => (await reading(reader)).words === '60');
    const before = await reading(reader);
    for (const choice of ['#larger', '#larger', '#lines [value=open]', '#columns [value=narrow]', '#edges [value=straight]', '#faces [value=plain]']) await press(reader, choice);
    const after = await reading(reader);
    expect(after.words).toBe(before.words);
    expect(Math.abs(after.top - before.top)).toBeLessThan(60);
    expect(await reader.evaluate(() => { const { textAlign, hyphens } = getComputedStyle(document.querySelector('#text p')!); return [textAlign, hyphens]; })).toEqual(['justify', 'auto']);
    await press(reader, '#papers [value=black]');
    await until('the choice to be kept', () => reader.evaluate(() => document.documentElement.dataset['theme'] === 'black'));
    await reader.reload({ waitUntil: [] });
    await reader.waitForSelector('article h1');
    const root = await reader.evaluate(() => ({ ...document.documentElement.dataset, size: document.documentElement.style.getPropertyValue('--text-size'), paper: getComputedStyle(document.body).backgroundColor }));
    expect(root).toMatchObject({ theme: 'black', lines: 'open', column: 'narrow', edges: 'straight', face: 'plain', size: '24', paper: 'rgb(0, 0, 0)' });
  });

  it('stays where somebody has scrolled to when only the height of the window changes, as where the address bar slides away', async () => {
    const reader = await open('forty-pages');
    await reader.evaluate(() => { scrollTo(0, document.querySelectorAll<HTMLElement>('#text p')[60]!.offsetTop - 60); });
    await until('the place to be taken', async () => (await reading(reader)).words === '60');
    await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    await reader.evaluate(async () => {
      scrollBy(0, 500);
      await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    });
    const before = await reader.evaluate(() => scrollY);
    await reader.setViewport({ width: 1280, height: 840 });
    await reader.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    expect(await reader.evaluate(() => [innerHeight, scrollY])).toEqual([840, before]);
    // A narrower one breaks its lines elsewhere, and the line being read is still there.
    await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    const line = await reading(reader);
    await reader.setViewport({ width: 700, height: 840 });
    await until('the same line', async () => (await reading(reader)).words === line.words);
  });

  it('stands still from the first sight on: no face, no tool and no late part of the text moves a line', async () => {
    const known = await open('forty-pages');
    const address = await known.evaluate(() => location.href);
    await known.close();
    // Looked at from a page round it, which is there before the first sight.
    const stage = await scene.browser.openOurs('pages/options/options.html');
    await stage.bringToFront();
    await stage.evaluate((to) => {
      const frame = Object.assign(document.createElement('iframe'), { src: to, id: 'frame' });
      frame.style.cssText = 'position: fixed; inset: 0; inline-size: 1280px; block-size: 900px';
      document.body.append(frame);
      const seen: string[] = [];
      const look = (): void => {
        const parts = frame.contentDocument?.getElementById('text') ? [...frame.contentDocument.querySelectorAll('#article h1, #when, #text p:nth-of-type(-n+4), #outline-title, #share, #open-outline')] : [];
        const places = parts.map((part) => { const { left, top, width, height } = part.getBoundingClientRect(); return [part.id || part.localName, left, top, width, height].map((value) => (typeof value === 'number' ? Math.round(value) : value)).join(' '); }).join(', ');
        if (places && seen.at(-1) !== places) seen.push(places);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      Object.defineProperty(globalThis, 'seenPlaces', { value: seen });
    }, address);
    await until('the page to stand', () => stage.$eval('#frame', (frame) => {
      const page = (frame as HTMLIFrameElement).contentDocument;
      return page?.getElementById('text') && !page.body.hasAttribute('aria-busy') && page.fonts.status === 'loaded';
    }));
    expect(await stage.evaluate(() => (globalThis as unknown as { seenPlaces: string[] }).seenPlaces)).toHaveLength(1);
  });

  it('opens where somebody stopped, and says so; what is read to its end opens at its beginning', async () => {
    const first = await open('forty-pages');
    const address = (await first.evaluate(() => location.href)).slice(scene.browser.base.length);
    const left = await first.$eval('#time-left', (line) => line.textContent ?? '');
    expect(left).toMatch(/\d+ min left/);
    await first.evaluate(() => { scrollTo(0, document.querySelectorAll<HTMLElement>('#text p')[100]!.offsetTop - 60); });
    await until('less time to be left', async () => (await first.$eval('#time-left', (line) => line.textContent)) !== left);
    const kept = (part: number) => until('the place to be kept', async () => (await scene.browser.inExtension<{ part: number }[]>(`
      const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
      const database = await asked(indexedDB.open('passalong'));
      try { return await asked(database.transaction('positions').objectStore('positions').getAll()); } finally { database.close(); }`)).some((each) => each.part >= part));
    await kept(0.2);
    await first.close();

    const second = await scene.browser.openOurs(address);
    await second.waitForSelector('.toast');
    expect(await second.$eval('.toast', (toast) => toast.textContent)).toContain('where you stopped');
    // In a window of another size, and with other faces: the paragraph is there all the same.
    const { top } = await second.$$eval('#text p', (all) => all[100]!.getBoundingClientRect().toJSON() as { top: number });
    expect(Math.abs(top - 68)).toBeLessThan(60);
    // As a person would: until somebody moves, the page goes back to the place whenever its lines still shift.
    await second.bringToFront();
    await second.keyboard.press('End');
    await kept(0.98);
    await second.close();

    const third = await scene.browser.openOurs(address);
    await third.waitForSelector('article h1');
    await until('the page to stand', () => third.evaluate(() => !document.body.hasAttribute('aria-busy')));
    expect(await third.evaluate(() => scrollY)).toBe(0);
  });
});
