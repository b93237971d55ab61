/** Several pages at once: the tabs of a window, and links dropped on the library. What can't be read is kept as a link, and said. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../support/folders.ts';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedArticles } from './both-browsers.ts';
import { openLetterPage } from './letter-steps.ts';

inBothBrowsers('several pages', (scene) => {
  const sample = readFileSync(join(ROOT, 'samples/the-oven-on-gull-street.html'), 'utf8');
  // Our strict policy keeps the styles of a page or a letter file that is taken in from being applied; Chromium notes each on its console.
  beforeAll(() => scene.browser.faults.expect(/pages\/(?:fetch\/fetch|transfer\/transfer)\.html:? Applying inline style violates/));
  beforeEach(async () => {
    await emptyLibrary(scene);
    for (const file of readdirSync(scene.browser.downloads)) rmSync(join(scene.browser.downloads, file));
    await scene.browser.inExtension(`const { origins } = await browser.permissions.getAll(); if (origins.length) await browser.permissions.remove({ origins });`);
  });
  const permissions = () => scene.browser.inExtension<{ origins: string[]; permissions: string[] }>('return browser.permissions.getAll()');
  const done = (page: Page) => until('all to be done', () => page.evaluate(`document.querySelector('.several[data-state=done] .several-status')?.textContent`)) as Promise<string>;
  const said = (page: Page) => page.$$eval('.several-list li', (lines) => lines.map((line) => `${line.querySelector('.several-title')!.textContent}: ${line.querySelector('.several-said')!.textContent}`));

  it('all tabs of the window: asked for step by step, handed back, each with word of what became of it', async () => {
    scene.server.page('/copy', sample.replaceAll(SAMPLE_TITLE, 'The other oven'));
    scene.server.page('/list', '<!doctype html><title>A list</title><p><a href="/copy">One</a>');
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const browser = scene.browser.page.browser();
    for (const url of ['http://courier.harbour.example/copy', 'http://courier.harbour.example/list']) await (await browser.newPage()).goto(url);
    const page = await scene.browser.openOurs('pages/gather/gather.html');
    await page.bringToFront();
    await page.waitForSelector('#see-tabs');
    expect(await page.$$('.several-list li')).toEqual([]);
    await page.click('#see-tabs');
    await scene.browser.answerPermission(true);
    await page.waitForSelector('.several-list');
    expect(await page.$$eval('.several-title', (titles) => titles.map((title) => title.textContent))).toEqual([expect.stringContaining(SAMPLE_TITLE), expect.stringContaining('The other oven'), 'A list']);
    expect(await savedArticles(scene)).toEqual([]);
    await page.click('#several-save');
    await scene.browser.answerPermission(true);
    expect(await done(page)).toBe('Saved: 2. Kept as links: 1. The permission for their sites has been handed back.');
    expect((await said(page)).map((line) => line.split(': ').slice(1).join(': '))).toEqual(['Saved', 'Saved', expect.stringMatching(/^Kept as a link\. /)]);
    const rows = await savedArticles(scene);
    expect(rows.map(({ title, hasBody }) => `${title} ${hasBody}`).toSorted()).toEqual(['A list false', 'The other oven true', `${SAMPLE_TITLE} true`]);
    await until('the pictures', async () => (await savedArticles(scene) as readonly { title: string; pictures?: { kept: number } }[]).find(({ title }) => title === SAMPLE_TITLE)?.pictures?.kept === 1);
    await until('everything handed back', async () => {
      const now = await permissions();
      return now.origins.length === 0 && !now.permissions.includes('tabs');
    });
  });

  it('a page that is left before anything was chosen hands back what it was lent', async () => {
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const page = await scene.browser.openOurs('pages/gather/gather.html');
    await page.bringToFront();
    await page.waitForSelector('#see-tabs');
    await page.click('#see-tabs');
    await scene.browser.answerPermission(true);
    await page.waitForSelector('.several-list');
    expect((await permissions()).permissions).toContain('tabs');
    await page.close();
    await until('it handed back', async () => !(await permissions()).permissions.includes('tabs'));
  });

  it('links dropped on the library, by the page’s own listener: a question first, a link where it is answered with no', async () => {
    scene.server.page('/linked', sample);
    const library = await scene.browser.openOurs('pages/library/library.html#everything');
    await library.bringToFront();
    await library.waitForSelector('#main');
    const drop = (data: Readonly<Record<string, string>>) => library.evaluate((given) => {
      const dataTransfer = new DataTransfer();
      for (const [type, value] of Object.entries(given)) dataTransfer.setData(type, value);
      const event = (name: string) => new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
      document.getElementById('main')!.dispatchEvent(event('dragover'));
      document.getElementById('main')!.dispatchEvent(event('drop'));
    }, data);
    await drop({ 'text/plain': 'no address in here' });
    await until('word of it', () => library.evaluate(`document.querySelector('.toast')?.textContent === 'There is no web address in what was dropped.'`));
    await drop({ 'text/uri-list': '# two\r\nhttp://gazette.lowland.example/linked\r\nhttp://gazette.lowland.example/other\r\n' });
    await library.waitForSelector('#dropped[open] #several-links');
    await library.click('#several-links');
    expect(await done(library)).toBe('Saved: 0. Kept as links: 2.');
    expect((await savedArticles(scene)).map(({ hasBody }) => hasBody)).toEqual([false, false]);
    await library.keyboard.press('Escape');
    await drop({ 'text/plain': 'Look: http://gazette.lowland.example/linked.', 'text/html': '<a href="x">The oven</a>' });
    await library.waitForSelector('#dropped[open] #several-save');
    expect(await library.$$eval('.several-title', (titles) => titles.map((title) => title.textContent))).toEqual(['The oven']);
    await library.click('#several-save');
    await scene.browser.answerPermission(true);
    expect(await done(library)).toBe('Saved: 1. Kept as links: 0. The permission for their sites has been handed back.');
    await until('the article in the list', () => library.evaluate(`[...document.querySelectorAll('.item h2')].some((title) => title.textContent === ${JSON.stringify(SAMPLE_TITLE)})`));
    expect((await permissions()).origins).toEqual([]);
  });

  it('a letter file dropped on the library, by the page’s own listener, becomes a saved article again, with the note', async () => {
    const letter = await openLetterPage(scene, 'Smell the bread!');
    await letter.waitForSelector('#letter-way-file', { visible: true });
    await letter.click('#letter-way-file');
    const file = await until('the letter file', () => readdirSync(scene.browser.downloads).find((name) => name.endsWith('.html')));
    const html = await until('all of it', () => { const text = readFileSync(join(scene.browser.downloads, file), 'utf8'); return text.includes('</html>') && text; });
    expect(await savedArticles(scene)).toEqual([]);
    const library = await scene.browser.openOurs('pages/library/library.html#everything');
    await library.waitForSelector('#main', { visible: true }).catch(() => undefined);
    await library.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'letter.html', { type: 'text/html' }));
      document.documentElement.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, html);
    const transfer = await scene.browser.waitForOurs('pages/transfer/transfer.html');
    await transfer.bringToFront();
    await transfer.waitForSelector('[data-doing=bring-in]');
    await transfer.click('[data-doing=bring-in]');
    const [saved] = await until('the article', async () => { const rows = await savedArticles(scene) as readonly { title: string; note?: string }[]; return rows.length > 0 && rows; }) as readonly { title: string; note?: string }[];
    expect(saved!.title).toBe(SAMPLE_TITLE);
    expect(saved!.note).toContain('Smell the bread!');
  });
});
