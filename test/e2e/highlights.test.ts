/** Marking words and writing beside them, kept with the article. */
import { beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/article/article.ts';
import { openArticle } from '../../bench/print/printer.mjs';
import { emptyLibrary, inBothBrowsers, savedWith } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const TEXTS = ['The ferry left before the bread was out of the oven.', 'Nobody on the quay thought that strange, least of all the baker.', 'In the evening the boats came back with flour.'];
const article = (texts: readonly string[]): Article => ({
  url: 'https://www.harbour.example/ferry', sourceUrl: 'https://www.harbour.example/ferry', title: 'The ferry and the bread', authors: [], language: 'en', dir: 'ltr',
  excerpt: '', html: texts.map((text) => `<p>${text.replace('the quay', '<b>the quay</b>')}</p>`).join(''), text: texts.join('\n'), wordCount: 30, feeds: [],
  kept: { paragraphs: 3, pictures: 0, embeds: 0, tables: 0 }, provenance: {},
});

inBothBrowsers('highlights', (scene) => {
  beforeEach(() => emptyLibrary(scene));
  const open = async (texts = TEXTS): Promise<Page> => {
    const reader = await openArticle(scene.browser, article(texts));
    await reader.setViewport({ width: 1440, height: 900 });
    await reader.bringToFront();
    return reader;
  };
  /** Selects words as a drag of the mouse would leave them. */
  const select = (reader: Page, words: string): Promise<void> => reader.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.getElementById('text')!, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    const all = nodes.map(({ data }) => data).join('');
    const place = (at: number): [Text, number] => {
      let left = at;
      for (const node of nodes) {
        if (left <= node.data.length) return [node, left];
        left -= node.data.length;
      }
      throw new Error('beyond the text');
    };
    const start = all.indexOf(wanted);
    if (start < 0) throw new Error(`no "${wanted}"`);
    getSelection()!.setBaseAndExtent(...place(start), ...place(start + wanted.length));
  }, words);
  const marks = (reader: Page): Promise<string[][]> => reader.$$eval('#text mark.highlight', (all) => {
    const said = new Map<string, string[]>();
    for (const mark of all) {
      const { pen = '', highlight = '' } = (mark as HTMLElement).dataset;
      said.set(highlight, [pen, (said.get(highlight)?.[1] ?? '') + (mark.textContent ?? '')]);
    }
    return [...said.values()];
  });

  it('by keyboard alone: the words are marked, a note hangs beside them, and the article is saved with them', async () => {
    const reader = await open();
    await select(reader, 'on the quay thought');
    await reader.waitForSelector('#selection-bar', { visible: true });
    await reader.keyboard.press('Tab');
    await reader.keyboard.press('ArrowRight');
    await reader.keyboard.press('Enter');
    await until('the mark', async () => (await marks(reader)).length === 1);
    expect(await marks(reader)).toEqual([['leaf', 'on the quay thought']]);
    await savedWith(scene, 'The ferry and the bread');
    expect(await reader.$eval('.toast', (toast) => toast.textContent)).toBe('Saved in your library with your highlight');

    await reader.focus('#open-highlights');
    await reader.keyboard.press('Enter');
    await reader.waitForSelector('#highlights-list li .doings button', { visible: true });
    await reader.focus('#highlights-list li .doings button');
    await reader.keyboard.press('Enter');
    await reader.waitForSelector('#note-words', { visible: true });
    await reader.keyboard.type('Ask <b>Papa</b>.');
    await reader.keyboard.press('Escape');
    await until('the note', () => reader.$eval('#text .margin-note', (note) => note.textContent === 'Ask <b>Papa</b>.').catch(() => false));
  });

  it('are there again when the article was saved again with other words around them', async () => {
    const first = await open();
    for (const [words, pen] of [['the bread was out of the oven', 'rose'], ['least of all the baker', 'sky']] as const) {
      await select(first, words);
      await first.waitForSelector('#selection-bar', { visible: true });
      await first.click(`#selection-bar [data-pen=${pen}]`);
      await until('the mark', async () => (await marks(first)).some(([own]) => own === pen));
    }
    await first.close();
    // The page has been edited since: a new paragraph, a word put right, a sentence gone.
    const second = await open(['Added by the editors.', TEXTS[0]!.replace('bread', 'loaf'), TEXTS[2]!]);
    const { id } = await savedWith(scene, 'The ferry and the bread');
    await scene.browser.inExtension('await browser.runtime.sendMessage({ passalong: "saveDraft", input: { draftId: args[0] } })', new URL(await second.evaluate(() => location.href)).searchParams.get('draft'));
    await second.close();
    const third = await scene.browser.openOurs(`pages/reader/reader.html?id=${id}`);
    await third.setViewport({ width: 1440, height: 900 });
    await until('the mark', async () => (await marks(third)).length === 1);
    expect(await third.$eval('#text', (text) => text.textContent)).toContain('Added by the editors.');
    expect(await marks(third)).toEqual([['rose', 'the loaf was out of the oven']]);
    await third.click('#open-highlights');
    await third.waitForSelector('#lost', { visible: true });
    expect(await third.$eval('#lost-list', (list) => list.textContent)).toContain('least of all the baker');
  });

  it('change their colour, go, and come back', async () => {
    const reader = await open();
    await select(reader, 'with flour');
    await reader.waitForSelector('#selection-bar', { visible: true });
    await reader.click('#selection-bar [data-pen=sun]');
    await reader.waitForSelector('#text mark.highlight');
    await reader.click('#text mark.highlight');
    await reader.waitForSelector('#mark-remove', { visible: true });
    expect(await reader.$eval('#selection-bar [aria-pressed=true]', (pen) => (pen as HTMLElement).dataset['pen'])).toBe('sun');
    await reader.click('#selection-bar [data-pen=sky]');
    await until('another colour', async () => (await marks(reader))[0]?.[0] === 'sky');
    await reader.click('#text mark.highlight');
    await reader.waitForSelector('#mark-remove', { visible: true });
    await reader.click('#mark-remove');
    await until('no mark', async () => (await marks(reader)).length === 0);
    await reader.evaluate(() => { [...document.querySelectorAll<HTMLElement>('.toast button')].at(-1)!.click(); });
    await until('the mark again', async () => (await marks(reader)).length === 1);
    expect(await marks(reader)).toEqual([['sky', 'with flour']]);
  });

  /** Marks words and writes beside them. */
  const note = async (reader: Page, words: string, said: string): Promise<void> => {
    await select(reader, words);
    await reader.waitForSelector('#selection-bar', { visible: true });
    await reader.click('#mark-note');
    await reader.waitForSelector('#note-words', { visible: true });
    await reader.keyboard.type(said);
    await reader.click('#note-done');
    await until('the note', async () => (await notes(reader)).includes(said));
  };
  const notes = (reader: Page): Promise<string[]> => reader.$$eval('#text .margin-note', (all) => all.map((one) => one.textContent));

  it('what is being written beside one is kept when another is opened, and without being asked to be', async () => {
    // So far apart that the sheet of the one does not lie over the other.
    const reader = await open([TEXTS[0]!, ...Array<string>(4).fill(TEXTS.join(' ').replace('with flour', 'empty')), TEXTS[2]!]);
    await note(reader, 'The ferry left', 'First');
    await note(reader, 'with flour', 'Second');
    const beside = (said: string) => reader.evaluateHandle((words) => [...document.querySelectorAll<HTMLElement>('.margin-note')].find((one) => one.textContent === words)!, said);
    await (await beside('First')).click();
    await reader.waitForSelector('#note-words', { visible: true });
    await reader.keyboard.press('End');
    await reader.keyboard.type(' and more');
    await (await beside('Second')).click();
    await until('the other note', () => reader.$eval('#note-words', (field) => (field as HTMLTextAreaElement).value === 'Second'));
    await until('both notes', async () => (await notes(reader)).join() === 'First and more,Second');
    await reader.keyboard.press('End');
    await reader.keyboard.type(' thoughts');
    // The sheet is still open. What stands on the page comes from the library.
    await until('both notes', async () => (await notes(reader)).join() === 'First and more,Second thoughts');
    expect(await reader.$eval('#note-words', (field) => [field.matches(':focus'), (field as HTMLTextAreaElement).value])).toEqual([true, 'Second thoughts']);
  });

  it('removed from the list by keyboard one after the other, the focus stays there', async () => {
    const reader = await open();
    for (const [words, said] of [['The ferry left', 'One'], ['least of all', 'Two'], ['with flour', 'Three']] as const) await note(reader, words, said);
    await reader.focus('#open-highlights');
    await reader.keyboard.press('Enter');
    await reader.waitForSelector('#highlights-list li', { visible: true });
    await reader.focus('#highlights-list li:nth-child(2) .doings button:last-child');
    for (const left of [2, 1, 0]) {
      await reader.keyboard.press('Enter');
      await until('one less', () => reader.$$eval('#highlights-list li', (all, count) => all.length === count, left));
      const focused = await reader.evaluate(() => ({ isInList: document.querySelector('#highlights-panel')!.contains(document.activeElement), words: document.activeElement?.textContent?.trim().slice(0, 20) }));
      expect(focused).toMatchObject({ isInList: true, ...(left && { words: 'Remove' }) });
    }
  });
});
