/** What the reading page puts into an article: pictures to enlarge, code to copy, ways back from notes, a line about what is missing. */
import { expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/article/article.ts';
import { picture } from '../../bench/print/articles.mjs';
import { openArticle } from '../../bench/print/printer.mjs';
import { inBothBrowsers } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const CODE = 'for lamp in wall:\n    lamp.light(key="brass")';
const filler = '<p>Nobody on the quay thought that strange.</p>'.repeat(40);
const figure = (words: string, tint: number): string => `<figure><img src="${picture(600, 400, tint)}" alt="${words}"><figcaption>The ${words}.</figcaption></figure>`;
const ARTICLE: Article = {
  url: 'https://www.harbour.example/aids', sourceUrl: 'https://www.harbour.example/aids', title: 'Aids', authors: [], language: 'en', dir: 'ltr', excerpt: '',
  html: `${figure('harbour', 30)}<p>There are eleven lamps.<sup><a href="#a-n1">1</a></sup> And <a href="#a-nowhere">one more</a>.</p><pre><code>${CODE.replace(/"/g, '&quot;')}</code></pre>
    <p class="embed"><a href="https://films.example/1">A film</a></p><p class="embed"><a href="https://films.example/2">Another film</a></p>${figure('mole', 90)}${filler}${figure('slip', 150)}
    <p><a href="https://www.harbour.example/elsewhere"><img src="${picture(300, 300, 10)}" alt="Leads on"></a></p><div class="footnotes"><ol><li id="a-n1">By hand and with attention.</li></ol></div>`,
  text: 'There are eleven lamps.1 And one more.', wordCount: 400, feeds: [], kept: { paragraphs: 42, pictures: 4, embeds: 2, tables: 0 }, provenance: {},
};

inBothBrowsers('reading aids', (scene) => {
  const open = async (): Promise<Page> => {
    const reader = await openArticle(scene.browser, ARTICLE);
    await reader.setViewport({ width: 1280, height: 800 });
    await reader.bringToFront();
    return reader;
  };
  const focused = (reader: Page): Promise<string> => reader.evaluate(() => document.activeElement?.id || document.activeElement?.localName || '');

  it('enlarge pictures one after the other, by keyboard, and come back to the last one', async () => {
    const reader = await open();
    await until('three pictures to enlarge', () => reader.$$eval('img.enlarges', (all) => all.length === 3));
    await reader.focus('img.enlarges');
    await reader.keyboard.press('Enter');
    await reader.waitForSelector('#picture-view[open]', { visible: true });
    const shown = (): Promise<string[]> => reader.$eval('#picture-view', (view) => [view.querySelector('img')!.alt, view.querySelector('.caption')!.textContent ?? '', view.querySelector('#picture-count')!.textContent ?? '', view.querySelector('img')!.style.transform]);
    expect(await shown()).toEqual(['harbour', 'The harbour.', 'Picture 1 of 3', '']);
    await reader.keyboard.press('ArrowRight');
    await reader.keyboard.press('ArrowRight');
    await reader.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['slip', 'The slip.', 'Picture 3 of 3', '']);
    await reader.keyboard.press('+');
    expect((await shown())[3]).toContain('scale(1.5)');
    await reader.keyboard.press('0');
    expect((await shown())[3]).toBe('');
    await reader.keyboard.press('Escape');
    await until('the picture view to be gone', () => reader.$eval('#picture-view', (view) => !(view as HTMLDialogElement).open));
    await until('the focus to be where one stopped', () => reader.evaluate(() => (document.activeElement as HTMLImageElement).alt === 'slip'));
  });

  it('lead to a note and back, and make no link of what leads nowhere', async () => {
    const reader = await open();
    await reader.focus('#text sup a');
    await reader.keyboard.press('Enter');
    expect(await focused(reader)).toBe('a-n1');
    await until('the note to be in view', () => reader.$eval('#a-n1', (note) => note.getBoundingClientRect().bottom < innerHeight));
    await reader.keyboard.press('Tab');
    expect(await reader.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('doc-backlink');
    await reader.keyboard.press('Enter');
    expect(await reader.evaluate(() => document.activeElement?.closest('sup') !== null)).toBe(true);
    expect(await reader.$$eval('#text a:not([href])', (all) => all.map(({ textContent }) => textContent))).toEqual(['one more']);
  });

  it('copy code as it stands there', async () => {
    const reader = await open();
    await reader.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => { document.body.dataset['copied'] = text; return Promise.resolve(); } } }));
    await reader.click('.copy-code');
    await until('the word of it', () => reader.$eval('.copy-code', (button) => button.textContent === 'Copied'));
    expect(await reader.evaluate(() => document.body.dataset['copied'])).toBe(CODE);
  });

  it('say what is not here', async () => {
    const reader = await open();
    expect(await reader.$eval('#kept-line', (line) => line.textContent)).toBe('2 videos or posts are not kept here: they are links to their own sites.');
    await reader.evaluate(() => document.querySelector('img')!.dispatchEvent(new Event('error')));
    expect(await reader.$eval('#kept-line', (line) => line.textContent)).toContain('One picture could not be loaded.');
  });
});
