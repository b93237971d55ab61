/**
 * Every page of ours, looked at by axe-core: no violation of any of its rules, and text against its ground at 7:1 at least, in
 * every paper that can be chosen. What hangs on the markup alone is asked once; colours in each paper.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/article/article.ts';
import { picture, printArticles } from '../../bench/print/articles.mjs';
import { openArticle, openArticleSheets, putHighlights, saveAll } from '../../bench/print/printer.mjs';
import { inBothBrowsers, SAMPLE } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAPERS = ['day', 'tea', 'night', 'black'] as const;
const COLOURS = ['color-contrast', 'color-contrast-enhanced'];

/** Runs axe in a page and answers what it found, a line a finding. */
const ask = (rules: readonly string[] | undefined): string => `axe.run(document, { ${rules ? `runOnly: ${JSON.stringify(rules)}, ` : ''}rules: { 'color-contrast-enhanced': { enabled: true } } })
  .then(({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, any, all }) => [id, help, html.slice(0, 200), (any[0] ?? all[0])?.message ?? ''].join(' · '))))`;

const base = printArticles().find(({ slug }) => slug === 'lamplighters')!.article;
/** One of everything that an article can hold. */
const FULL: Article = {
  ...base, leadImage: picture(400, 300), kept: { paragraphs: 5, pictures: 1, embeds: 1, tables: 2 },
  html: `<h2>First</h2><p>A <a href="https://a.example/">link</a>, <mark>marked words</mark>, <code>code</code>, <kbd>K</kbd> and a note.<sup><a href="#a-n">1</a></sup></p>
    <figure><img src="${picture(600, 400)}" alt="Stripes"><figcaption>Stripes with a <a href="https://a.example/c">link</a>.</figcaption></figure><pre><code>let a = 'piece of code';</code></pre>
    <h2>Second</h2><blockquote><p>A quote.</p></blockquote><table><tr><th>A</th></tr><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>
    <p class="embed"><a href="https://films.example/1">A film</a></p><details><summary>More</summary><p>Folded.</p></details><ul><li>One<ol><li>Two</li></ol></li></ul><dl><dt>Term</dt><dd>Meaning</dd></dl>
    <p lang="ar" dir="rtl">كلمات.</p><p><img src="${picture(300, 200)}" alt=""></p><ol class="footnotes"><li id="a-n">The note.</li></ol>`,
};

inBothBrowsers('accessibility', (scene) => {
  // Axe itself tries a style or two; our policy refuses them.
  beforeAll(() => scene.browser.faults.expect(/Applying inline style violates|Content-Security-Policy.*inline style|style-src/));
  const findings = (page: Page, rules?: readonly string[]): Promise<string[]> => page.evaluate(ask(rules)) as Promise<string[]>;
  const wear = async (page: Page, theme: string): Promise<void> => {
    await scene.browser.inExtension(`const { settings } = await browser.storage.local.get('settings'); await browser.storage.local.set({ settings: { ...settings, theme: args[0] } })`, theme);
    await until(`the paper "${theme}"`, () => page.evaluate((name) => document.documentElement.dataset['theme'] === name, theme));
  };
  /** Everything once, then the colours in each paper. */
  const look = async (page: Page, what: string): Promise<void> => {
    await page.evaluate(AXE);
    expect(await findings(page), what).toEqual([]);
    // The colours are the same in every browser: one of them is asked.
    if (scene.kind !== 'chrome') return;
    for (const paper of PAPERS) {
      await wear(page, paper);
      expect(await findings(page, COLOURS), `${what}, ${paper}`).toEqual([]);
    }
  };

  it('the reading page, with its panels, its player, its marks and its pictures', async () => {
    const reader = await openArticle(scene.browser, FULL);
    await reader.setViewport({ width: 1440, height: 900 });
    await reader.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#text p')!));
    await reader.waitForSelector('#selection-bar', { visible: true });
    await reader.click('#mark-note');
    await reader.waitForSelector('#note-words', { visible: true });
    await reader.keyboard.type('My note.');
    await reader.click('#note-done');
    await reader.waitForSelector('.margin-note', { visible: true });
    await look(reader, 'article');
    for (const panel of ['text-panel', 'paper-panel', 'highlights-panel', 'more-panel', 'saved-panel']) {
      await reader.evaluate((id) => { document.getElementById(id)!.showPopover(); }, panel);
      expect(await findings(reader), panel).toEqual([]);
      await reader.evaluate((id) => { document.getElementById(id)!.hidePopover(); }, panel);
    }
    await reader.click('#text mark.highlight');
    await reader.waitForSelector('#mark-remove', { visible: true });
    await reader.click('#open-listen');
    await until('the word that there is no voice', () => reader.$eval('#listen-words', (words) => words.textContent !== ''));
    expect(await findings(reader), 'bar and player').toEqual([]);
    await reader.click('#listen-close');
    await reader.evaluate(() => { document.querySelector<HTMLElement>('img.enlarges')!.click(); });
    await reader.waitForSelector('#picture-view[open]');
    expect(await findings(reader), 'picture').toEqual([]);
  });

  it('library, settings, question and letter', async () => {
    await saveAll(scene.browser, [base]);
    const [id] = await scene.browser.inExtension<number[]>(`
      const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
      const database = await asked(indexedDB.open('passalong'));
      try { return await asked(database.transaction('articles').objectStore('articles').getAllKeys()); } finally { database.close(); }`);
    await putHighlights(scene.browser, id!, [{ exact: base.text.slice(0, 60), note: 'A note of mine.', pen: 'sun' }, { exact: base.text.slice(80, 120), note: '', pen: 'rose' }]);
    for (const [path, there] of [['library/library.html', '[data-id], .item, li'], ['library/library.html#highlights', '.marked-article'], ['library/library.html#storage', '.room-key'], [`versions/versions.html?id=${id}`, '#none'], ['options/options.html', '#my-name'], ['transfer/transfer.html', '#drop .icon'], ['gather/gather.html', '#see-tabs'], [`ask/ask.html?url=${encodeURIComponent('https://a.example/x')}`, 'button'], [`share/share.html?id=${id}`, '#letter-note']] as const) {
      const page = await scene.browser.openOurs(`pages/${path}`);
      await page.bringToFront();
      await page.waitForSelector(there, { visible: true });
      await look(page, path);
      await page.close();
    }
  });

  it('the sheets', async () => {
    const sheets = await openArticleSheets(scene.browser, base);
    await look(sheets, 'print');
  });

  // Firefox draws its popup in the browser's own window, where a script of the test's can't see it whole.
  it.runIf(scene.kind === 'chrome')('the popup', async () => {
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const popup = await scene.browser.popup();
    await popup.see('#popup[data-state=article]');
    await popup.evaluate(`${AXE};`);
    expect(await popup.evaluate<string[]>(`return await ${ask(undefined)}`)).toEqual([]);
    await popup.click('#acts [data-verb=share]');
    await popup.see('#letter-note');
    expect(await popup.evaluate<string[]>(`return await ${ask(undefined)}`)).toEqual([]);
    await popup.close();
  });
});
