/** The reading page, and real paper from it. */
import { beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedWith, savedArticles } from './both-browsers.ts';
import { sheetsOf, textOf } from '../support/paper.ts';
import { until } from '../support/wait.ts';

const FIRST_WORDS = 'The first person in the bakehouse on Gull Street is never the same.';
const LAST_WORDS = 'Better inside.';

inBothBrowsers('reader and print', (scene) => {
  beforeEach(() => emptyLibrary(scene));
  const openFromPopup = async (verb: 'read' | 'print'): Promise<Page> => {
    const page = verb === 'read' ? 'reader' : 'print';
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const popup = await scene.browser.popup();
    await popup.click(`#acts [data-verb=${verb}]`);
    const reader = await scene.browser.waitForOurs(`pages/${page}/${page}.html`);
    await reader.waitForSelector('article h1', { visible: true });
    return reader;
  };
  const shown = (reader: Page): Promise<string> => reader.$eval('article', (article) => (article.textContent ?? '').replace(/\s+/g, ' '));

  it('shows the article clean and whole', async () => {
    const reader = await openFromPopup('read');
    // What no window shows at first comes after the first sight.
    await until('the end of the article', async () => (await shown(reader)).includes(LAST_WORDS));
    const text = await shown(reader);
    for (const part of [SAMPLE_TITLE, 'The Harbour Courier', 'Town Life', 'Tamsin Averill', 'Jonah Okpara', FIRST_WORDS, LAST_WORDS, 'Bricks, mortar and the chimney sweep', 'If you take the last of the salt, you are the salt.']) expect(text).toContain(part);
    for (const chrome of ['Most read', 'Heron returns', 'Spring boat covers', 'High water', 'Cookies', 'Sign up for our newsletter']) expect(text).not.toContain(chrome);
    expect(await reader.$$eval('article h2', (all) => all.map((each) => each.textContent?.trim()))).toEqual(['One fire, ninety loaves', 'The shelf by the door', 'What the heat leaves behind']);
    expect(await reader.$$eval('article blockquote, article table, article ul', (all) => all.map(({ localName }) => localName).toSorted())).toEqual(['blockquote', 'table', 'ul']);
    await until('the picture', () => reader.$$eval('article img', (all) => all.length === 1 && (all[0] as HTMLImageElement).naturalWidth === 1200));
    expect(await reader.title()).toBe(SAMPLE_TITLE);
  });

  it('says once what stands in its head', async () => {
    const reader = await openFromPopup('read');
    const text = await shown(reader);
    for (const words of [SAMPLE_TITLE, 'On Thursdays a town of four thousand', 'By Tamsin Averill', 'Town Life']) expect(text.split(words).length - 1, words).toBe(1);
  });

  it('prints from the popup: source, date and address on clean paper, no interface', async () => {
    const page = await openFromPopup('print');
    await until('the sheets counted beside those of the page itself', () => page.$eval('#count', (words) => / instead of about \d+$/.test(words.textContent ?? '')));
    const count = await page.$$eval('.back', (all) => all.length);
    // Another page of the site in that tab is not the one this was: nothing is said of its sheets.
    await scene.browser.page.goto(scene.server.page('/another', '<!doctype html><title>Another</title>' + '<p>A line of it.'.repeat(1_000)));
    await page.reload({ waitUntil: [] });
    await until('the sheets counted', () => page.$eval('#count', (words) => /^\d+ sheets?/.test(words.textContent ?? '')));
    await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    expect(await page.$eval('#count', (words) => words.textContent)).not.toContain('instead');
    await page.bringToFront();
    await page.click('#print-now');
    const pdf = await scene.browser.printed();
    const text = textOf(pdf);
    for (const part of [SAMPLE_TITLE, 'The Harbour Courier', 'Tamsin Averill', '2026', '127.0.0.1', 'the-oven-on-gull-street.html', FIRST_WORDS.slice(0, 40), LAST_WORDS]) expect(text).toContain(part);
    for (const words of await page.$$eval('#options button, #options label, #options legend, #hint', (all) => all.map((each) => each.textContent?.trim() ?? '').filter((each) => each.length > 6))) expect(text).not.toContain(words);
    // The browser's own running lines: Chromium leaves them out for ours, Firefox cannot be asked to.
    if (scene.kind === 'chrome') expect(text).not.toMatch(/\d+\/\d+\/\d+, \d+:\d+|chrome-extension:/);
    const { count: sheets, width, height } = sheetsOf(pdf);
    expect(sheets).toBe(count);
    // A4 is the default paper: 595 × 842 points.
    expect([Math.round(width / 5), Math.round(height / 5)]).toEqual([119, 168]);
  });

  it('opens the sheets from the reading page, on the paper chosen there', async () => {
    const reader = await openFromPopup('read');
    await reader.bringToFront();
    await reader.click('#open-print');
    await until('the sheets', () => reader.evaluate(() => document.querySelectorAll('.back').length > 0));
    await reader.click('#papers label:has(input[value=A5])');
    await until('more sheets of smaller paper', () => reader.evaluate(() => document.querySelectorAll('.back').length > 3));
    await reader.click('#print-now');
    const { width, height } = sheetsOf(await scene.browser.printed());
    // A5 is 420 × 595 points. The size a page asks for reaches a silent printer in Chromium only; in Firefox the person's own choice stands.
    if (scene.kind === 'chrome') expect([Math.round(width / 5), Math.round(height / 5)]).toEqual([84, 119]);
    else expect(width).toBeGreaterThan(0);
    await reader.click('#papers label:has(input[value=A4])');
  });

  it('saves, and takes it back', async () => {
    const reader = await openFromPopup('read');
    await reader.bringToFront();
    await reader.click('#save');
    await savedWith(scene, SAMPLE_TITLE);
    await reader.waitForSelector('#save[data-state=saved]');
    await reader.click('#save');
    await reader.waitForSelector('#remove', { visible: true });
    await reader.click('#remove');
    await until('an empty library', async () => (await savedArticles(scene)).length === 0);
  });

  it('says what is the matter when there is nothing to show', async () => {
    for (const query of ['?draft=no-such-draft', '?id=4711', '', '?id=x']) {
      const reader = await scene.browser.openOurs(`pages/reader/reader.html${query}`);
      await reader.waitForFunction(() => !document.body.hasAttribute('aria-busy') && (document.querySelector('main')?.textContent?.trim().length ?? 0) > 30);
    }
  });
});
