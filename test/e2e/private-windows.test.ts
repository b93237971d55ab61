/** Private windows: what is read there leaves nothing on the disk but what the person saves, and is gone with the last of them. */
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedArticles, savedWith } from './both-browsers.ts';
import { until } from '../support/wait.ts';

inBothBrowsers('private windows', (scene) => {
  beforeEach(() => emptyLibrary(scene));
  /** How much stands in these stores. */
  const left = (): Promise<readonly number[]> => scene.browser.inExtension(`
    if (!(await indexedDB.databases()).some(({ name }) => name === 'passalong')) return [0, 0, 0];
    const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const database = await asked(indexedDB.open('passalong'));
    const counts = await Promise.all(['drafts', 'positions', 'articles'].map((name) => asked(database.transaction(name).objectStore(name).count())));
    database.close();
    return counts;`);
  const inMemory = (): Promise<number> => scene.browser.inExtension('return Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith("private-draft:")).length');

  it('are read in, reloaded and left, and nothing is kept', async () => {
    const window = await scene.browser.privateWindow(scene.server.origin + SAMPLE);
    const popup = await window.popup();
    await popup.click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=private-');
    await reader.waitForSelector('article h1');
    expect(await reader.title()).toBe(scene.kind === 'chrome' ? 'Passalong' : SAMPLE_TITLE);
    await reader.bringToFront();
    await reader.reload({ waitUntil: [] });
    await until('the article again', () => reader.evaluate((title) => document.querySelector('article h1')?.textContent === title && Boolean(document.querySelector('#save[data-state]')), SAMPLE_TITLE));
    const told = reader.evaluate(() => new Promise((resolve) => { addEventListener('scroll', () => { setTimeout(resolve, 1_000); }, { once: true }); scrollTo(0, 900); }));
    await told;
    expect(await left()).toEqual([0, 0, 0]);
    expect(await inMemory()).toBe(1);
    await window.close();
    await until('nothing in memory', async () => await inMemory() === 0);
  });

  it('save what the person says is to be saved', async () => {
    const window = await scene.browser.privateWindow(scene.server.origin + SAMPLE);
    const popup = await window.popup();
    await popup.click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=private-');
    await reader.waitForSelector('#save[data-state=unsaved]');
    await reader.click('#save');
    await reader.waitForSelector('#save[data-state=saved]');
    await savedWith(scene, SAMPLE_TITLE);
    expect((await left())[0]).toBe(0);
    await window.close();
    await until('nothing in memory', async () => await inMemory() === 0);
    expect(await savedArticles(scene)).toHaveLength(1);
  });

  it('are named by no tab of an ordinary window, whose names the browser keeps', async () => {
    const window = await scene.browser.privateWindow(scene.server.origin + SAMPLE);
    await (await window.popup()).click('#acts [data-verb=print]');
    const sheets = await scene.browser.waitForOurs('pages/print/print.html?draft=private-');
    await sheets.waitForSelector('.back');
    // Chromium shows our pages in ordinary windows only.
    expect(await sheets.title()).toBe(scene.kind === 'chrome' ? 'Passalong' : SAMPLE_TITLE);
    // And keeps what stands in the fields of a page, to open it again with that.
    expect(await sheets.$eval('#paper-title', (field) => (field as HTMLTextAreaElement).autocomplete)).toBe('off');
    await window.close();
    await until('nothing in memory', async () => await inMemory() === 0);
  });

  it('can be gone while their article is still read, and it is saved all the same', async () => {
    const window = await scene.browser.privateWindow(scene.server.origin + SAMPLE);
    await (await window.popup()).click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=private-');
    await reader.waitForSelector('#save[data-state=unsaved]');
    await scene.browser.inExtension('await browser.storage.session.clear()');
    await reader.click('#save');
    await reader.waitForSelector('#save[data-state=saved]');
    await savedWith(scene, SAMPLE_TITLE);
    await window.close();
    await until('nothing in memory', async () => await inMemory() === 0);
  });

  it('have their links asked about without the link in the address or the name of the site on the tab', async () => {
    await scene.browser.inExtension(`await browser.storage.session.set({ 'private-draft:private-link': { id: 'private-link', createdAt: 1, page: { url: 'https://quiet.example/x', title: 'https://quiet.example/x' } } })`);
    const page = await scene.browser.openOurs('pages/ask/ask.html?draft=private-link');
    await page.waitForSelector('#ask[data-state=question]');
    expect(await page.$eval('.address', (address) => address.textContent)).toBe('https://quiet.example/x');
    expect(await page.title()).toBe('Passalong');
    await scene.browser.inExtension(`await browser.storage.session.remove('private-draft:private-link')`);
  });
}, { privately: true });
