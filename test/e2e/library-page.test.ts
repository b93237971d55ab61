/** The library page with much in it: rows as they come into view, keys, tags, cards, what was removed, a year's reading. */
import { build } from 'esbuild';
import { beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { emptyLibrary, inBothBrowsers, savedArticles } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const COUNT = 300;

/** The library's own import, to be run in a page of ours. */
async function importer(): Promise<string> {
  const contents = "import { importArticles } from './src/library/library.ts'; globalThis.importArticles = importArticles;";
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, write: false, format: 'iife', target: 'es2022' });
  return outputFiles[0]!.text;
}

/** Story n was saved n hours before noon of the tenth of May 2024; every third is archived, every tenth has the tag "lamps". */
const SEED = `
  const noon = new Date(2024, 4, 10, 12).getTime();
  const items = Array.from({ length: ${COUNT} }, (_, n) => ({
    article: { url: 'https://site' + (n % 3) + '.example/' + n, title: 'Story ' + n, dir: 'ltr', authors: ['Author ' + (n % 5)], excerpt: 'About ' + n,
      html: '<p>About</p>', text: n === 77 ? 'A thimble was found' : 'Nothing was found', wordCount: 460, published: '2020-01-01' },
    hasBody: true, savedAt: noon - n * 3_600_000, readState: n % 3 === 0 ? 'archived' : 'unread', tags: n % 10 === 1 ? ['lamps'] : [], ...(n === 3 ? { finishedAt: noon } : {}),
  }));
  return importArticles(items, noon).then((answer) => answer.ok);`;

inBothBrowsers('library page', (scene) => {
  let code: string;
  beforeEach(async () => {
    code ??= await importer();
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.set({ settings: { welcomed: true } });');
    const seeding = await scene.browser.openOurs('pages/options/options.html');
    expect(await seeding.evaluate(`(() => { ${code}; ${SEED} })()`)).toBe(true);
    await seeding.close();
  });
  const open = async (hash = ''): Promise<Page> => {
    const page = await scene.browser.openOurs(`pages/library/library.html${hash}`);
    await page.bringToFront();
    await page.setViewport({ width: 1280, height: 800 });
    return page;
  };
  const ask = <T>(page: Page, code: string): Promise<T> => page.evaluate(code) as Promise<T>;
  const counted = (page: Page, words: string) => until(`"${words}" in the heading`, async () => await ask<string>(page, "document.getElementById('heading-count').textContent") === words);
  const focused = (page: Page, title: string) => until(`the focus on ${title}`, async () => await ask<string>(page, "document.activeElement.textContent") === title);
  const press = async (page: Page, ...keys: string[]) => { for (const key of keys) await page.keyboard.press(key as 'j'); };
  const clickText = (page: Page, selector: string, text: string) => ask(page, `[...document.querySelectorAll('${selector}')].find((each) => each.textContent.trim() === '${text}').click()`);
  const row = async (title: string) => (await savedArticles(scene) as unknown as readonly { title: string; tags: string[]; readState: string; favourite: boolean }[]).find((each) => each.title === title);

  it('builds the rows in view, walks all of them by keys, and keeps its place', async () => {
    const page = await open();
    await counted(page, '200 articles');
    expect(await ask<number>(page, "document.querySelectorAll('#items .item').length")).toBeLessThan(25);
    const height = await ask<number>(page, "document.getElementById('items').offsetHeight");
    await press(page, 'j', 'j');
    await focused(page, 'Story 2');
    await press(page, 'End');
    await focused(page, 'Story 299');
    expect(await ask(page, "['aria-posinset', 'aria-setsize'].map((name) => document.activeElement.closest('.item').getAttribute(name)).join(' of ')")).toBe('200 of 200');
    expect(await ask<number>(page, "document.getElementById('items').offsetHeight")).toBe(height);
    // The row with the focus stays where it is while others come and go.
    await ask(page, 'scrollTo(0, 0)');
    await until('the first row', () => ask(page, "[...document.querySelectorAll('#items [data-title]')].some((each) => each.textContent === 'Story 1')"));
    await focused(page, 'Story 299');
    await press(page, 'k');
    await focused(page, 'Story 298');
    await press(page, 'v');
    await until('cards side by side', () => ask(page, "Number(document.getElementById('items').style.getPropertyValue('--columns')) > 1"));
    await focused(page, 'Story 298');
  });

  it('does by keys what there is to do, for one and for many, and takes it back', async () => {
    const page = await open();
    await counted(page, '200 articles');
    await press(page, 'j', 's', 'e');
    await counted(page, '199 articles');
    await focused(page, 'Story 2');
    expect(await row('Story 1')).toMatchObject({ readState: 'archived', favourite: true });
    await press(page, 'z');
    await counted(page, '200 articles');
    // Three by Shift and the arrow, and a tag that is made on the way.
    await press(page, 'x');
    await page.keyboard.down('Shift');
    await press(page, 'ArrowDown', 'ArrowDown');
    await page.keyboard.up('Shift');
    await until('three selected', () => ask(page, "document.getElementById('chosen-count').textContent === '3 selected'"));
    await press(page, 't');
    await page.waitForSelector('#tag-picker[open]');
    await page.keyboard.type('to ponder');
    await press(page, 'Enter', 'Enter');
    await until('the tag at the side', () => ask(page, "[...document.querySelectorAll('#lists .names .name')].some((each) => each.textContent === 'to ponder')"));
    expect((await row('Story 4'))?.tags).toEqual(['to ponder']);
    await page.keyboard.down('Control');
    await press(page, 'a');
    await page.keyboard.up('Control');
    await press(page, '#');
    await until('an empty list', () => ask(page, "document.querySelector('#state h2')?.textContent === 'Nothing left to read'"));
    // The latest word stands last.
    await clickText(page, '.toast:last-child button', 'Undo');
    await counted(page, '200 articles');
    await press(page, '?');
    await page.waitForSelector('#keys[open]');
    await press(page, 'Escape');
  });

  it('renames, paints, merges and drops tags, and shows what has one', async () => {
    const page = await open('#tags');
    await page.waitForSelector('[data-tag="lamps"]');
    await page.type('.new-tag input', 'candles');
    await press(page, 'Enter');
    await page.waitForSelector('[data-tag="candles"]');
    await ask(page, "document.querySelector('[data-tag=lamps] [data-focus^=libColourTag]').click()");
    await clickText(page, '#menu [role^=menuitem]', 'Teal');
    await page.waitForSelector('[data-tag="lamps"] .tag[data-colour="teal"]');
    // Undo is of the last thing done, which was the colour.
    await press(page, 'z');
    await page.waitForSelector('[data-tag="lamps"] .tag:not([data-colour])');
    await ask(page, "document.querySelector('[data-tag=lamps] [data-focus^=libMergeTag]').click()");
    await clickText(page, '#menu [role^=menuitem]', 'into “candles”');
    await until('one tag', () => ask(page, "document.querySelectorAll('[data-tag]').length === 1"));
    expect((await row('Story 11'))?.tags).toEqual(['candles']);
    await ask(page, "document.querySelector('[data-tag=candles] [data-focus^=libRenameTag]').click()");
    await page.waitForSelector('#rename[open]');
    await page.keyboard.type('lights');
    await press(page, 'Enter');
    await page.waitForSelector('[data-tag="lights"]');
    await page.click('[data-tag="lights"] .tag');
    await counted(page, '30 articles');
    await page.select('#within', 'archived');
    await counted(page, '10 articles');
  });

  it('draws five thousand tags as they come into view, and finds one by a part of its name', async () => {
    const seeding = await scene.browser.openOurs('pages/options/options.html');
    expect(await seeding.evaluate(`(() => { ${code};
      return importArticles(Array.from({ length: 50 }, (_, n) => ({ article: { url: 'https://many.example/' + n, title: 'Many ' + n }, hasBody: false,
        tags: Array.from({ length: 100 }, (_, tag) => 'tag ' + (n * 100 + (tag * 7) % 100)) })), Date.now()).then((answer) => answer.ok); })()`)).toBe(true);
    await seeding.close();
    const page = await open('#tags');
    await page.waitForSelector('[data-tag="lamps"]');
    expect(await ask(page, "document.querySelectorAll('[data-tag]').length")).toBeLessThan(400);
    // As people count, here and in a row.
    expect(await ask(page, "[...document.querySelectorAll('[data-tag]')].slice(0, 13).map((line) => line.dataset.tag).join()")).toBe(`lamps,${Array.from({ length: 12 }, (_, n) => `tag ${n}`).join()}`);
    await ask(page, "document.querySelector('[data-tag]:last-child').scrollIntoView()");
    await page.waitForSelector('[data-tag="tag 150"]');
    await page.type('.new-tag input', '4999');
    await until('the one tag', () => ask(page, "[...document.querySelectorAll('[data-tag]')].map((line) => line.dataset.tag).join() === 'tag 4999'"));
    // There are too many for a menu: one of the largest, or another by its name, and then the two are one.
    await ask(page, "document.querySelector('[data-focus^=libMergeTag]').click()");
    expect(await ask(page, "document.querySelectorAll('#menu [role^=menuitem]').length")).toBe(31);
    await clickText(page, '#menu [role^=menuitem]', 'into another: name it');
    await page.waitForSelector('#rename[open]');
    await page.keyboard.type('lamps');
    await press(page, 'Enter');
    await until('the tag gone', () => ask(page, "document.querySelectorAll('[data-tag]').length === 0"));
    expect((await row('Many 49'))?.tags).toContain('lamps');
    const shelf = await open();
    await until('the tags of a row, with how many there are', () => ask(shelf, "[...document.querySelectorAll('.item .row-tags')].some((row) => row.textContent === '100 tags#tag 0#tag 1#tag 2#tag 3#tag 4#tag 5#tag 6#tag 7')"));
  });

  it('finds by words and operators, lists a site, puts back and removes for good, and draws the year', async () => {
    const page = await open();
    await counted(page, '200 articles');
    await page.type('#search', 'thimble is:unread');
    await counted(page, '1 article');
    // The texts are read for their passages after the count stands there.
    await until('the passage', () => ask(page, "document.querySelector('.item .snippet mark')?.textContent === 'thimble'"));
    // What was not understood is said, with the way to what can be asked; and what is only begun finds nothing wrong.
    await ask(page, "document.getElementById('search').select()");
    await page.keyboard.type('thimble is:shiny');
    await until('the word about it', () => ask(page, "document.querySelector('#state p')?.textContent.startsWith('“is:shiny” is none of the things')"));
    await page.click('#state button');
    await page.waitForSelector('#search-help:popover-open');
    await page.keyboard.press('Escape');
    await ask(page, "document.getElementById('search').focus(), document.getElementById('search').select()");
    await page.keyboard.type('thimble tag:');
    await counted(page, '1 article');
    await ask(page, "document.activeElement.blur(), location.hash = '#site/site1.example'");
    await counted(page, '100 articles');
    await press(page, 'j', '#');
    await counted(page, '99 articles');
    await ask(page, "location.hash = '#removed'");
    await page.waitForSelector('.item.is-removed');
    // The day on which it goes for good is said whole, on a telephone and on cards too.
    const isWhole = () => ask<boolean>(page, "(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth <= clientWidth && scrollHeight <= clientHeight + 1)(document.querySelector('.item.is-removed .foot'))");
    await page.setViewport({ width: 400, height: 800 });
    await until('the whole day in a narrow row', isWhole);
    await press(page, 'v');
    await until('the whole day on a card', isWhole);
    await page.setViewport({ width: 1280, height: 800 });
    await until('the whole day on a card of a wide window', isWhole);
    await press(page, 'v');
    await press(page, 'j', 'Delete');
    await page.waitForSelector('#ask[open]');
    await page.click('#ask-no');
    await page.click('.item.is-removed [data-doing=putBack]');
    await until('nothing removed', () => ask(page, "document.querySelector('#state h2')?.textContent === 'Nothing was removed'"));
    expect(await row('Story 1')).toBeDefined();
    await ask(page, "location.hash = '#reading'");
    await page.waitForSelector('.year');
    for (let year = new Date().getFullYear(); year > 2024; year -= 1) {
      await page.click('[data-focus=earlier]');
      await until(`the year ${year - 1}`, () => ask(page, `document.querySelector('.year-head h2').textContent === '${year - 1}'`));
    }
    const may = await ask<string[]>(page, "[...document.querySelectorAll('.figures tbody tr')][4].textContent.split(/(?<=[a-z])(?=\\d)/)");
    // From the tenth at noon back to the first: 229 hours and the first of them.
    expect(may[0]).toBe('May');
    expect(await ask(page, "[...document.querySelectorAll('.figures tbody tr')][4].lastElementChild.textContent")).toBe('229');
  });
});
