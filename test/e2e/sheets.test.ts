/** The print page: options seen at once, parts taken out and put back, the title put right, several articles as one job. */
import { expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { printArticles } from '../../bench/print/articles.mjs';
import { countOf, leaveDraft, openArticleSheets, openSheets, printForReal, putHighlights, saveAll, settled } from '../../bench/print/printer.mjs';
import { sheetsOf, textOf } from '../support/paper.ts';
import { until } from '../support/wait.ts';
import { inBothBrowsers } from './both-browsers.ts';

const article = (slug: string) => printArticles().find((each) => each.slug === slug)!.article;

inBothBrowsers('sheets', (scene) => {
  const forget = () => scene.browser.inExtension('await browser.storage.local.remove("settings")');
  const count = async (tab: Page): Promise<number> => { await settled(tab); return (await countOf(tab)).sheets; };
  const pick = async (tab: Page, name: string, value: string): Promise<number> => {
    await tab.evaluate((n, v) => { document.querySelector<HTMLInputElement>(`[name="${n}"][value="${v}"]`)!.click(); }, name, value);
    return count(tab);
  };

  it('shows every option at once, and remembers it', async () => {
    await forget();
    const tab = await openArticleSheets(scene.browser, article('pictures'));
    const all = await count(tab);
    const main = await pick(tab, 'printPictures', 'main');
    const none = await pick(tab, 'printPictures', 'none');
    expect(main).toBeLessThan(all);
    expect(none).toBeLessThanOrEqual(main);
    expect(await pick(tab, 'paper', 'A5')).toBeGreaterThan(none);
    expect(await pick(tab, 'printLinks', 'listed')).toBeGreaterThan(0);
    await pick(tab, 'printFace', 'easy');
    expect(await tab.$eval('.doc .text p', (text) => getComputedStyle(text).fontFamily)).toContain('OpenDyslexic');
    await pick(tab, 'printColumns', '2');
    expect(await tab.$eval('.doc .text', (text) => getComputedStyle(text).columnCount)).toBe('2');
    await until('the choice to be kept', () => scene.browser.inExtension(`const { settings } = await browser.storage.local.get('settings'); return settings.printFace === 'easy' && settings.printColumns === 2 && settings.printPictures === 'none';`));
    await forget();
  });

  it('shows the first sheets of a long article while the rest is being laid out, and then counts them all', async () => {
    await forget();
    const long = article('forty-pages');
    const times = 3;
    const tab = await scene.browser.openOurs(`pages/print/print.html?draft=${await leaveDraft(scene.browser, { ...long, html: long.html.repeat(times), text: `${long.text}\n`.repeat(times) })}`);
    await tab.bringToFront();
    await until('the count', () => tab.evaluate(() => /^\d+ sheets/.test(document.getElementById('count')!.textContent)), 60_000);
    // Asked for anew, so that it can be watched: what lies on the desk at every change of the count.
    const seen = await tab.evaluate(async () => {
      const told: string[] = [];
      const heading = document.getElementById('count')!;
      const watch = new MutationObserver(() => { told.push(`${heading.textContent} with ${document.querySelectorAll('.back').length}`); });
      watch.observe(heading, { childList: true, characterData: true, subtree: true });
      document.getElementById('print-larger')!.click();
      do await new Promise((resolve) => { setTimeout(resolve, 50); }); while (!told.length || document.querySelector('#sheets[aria-busy]'));
      watch.disconnect();
      return told;
    });
    expect(seen[0]).toMatch(/^Counting the sheets… with \d\d?$/);
    const all = await count(tab);
    expect(seen.at(-1)).toBe(`${all} sheets with ${all}`);
    expect(all).toBeGreaterThan(100);
    expect(await tab.$eval('#flow', (flow) => [...flow.querySelectorAll('.later')].length + document.querySelectorAll('.first').length)).toBe(0);
    expect(sheetsOf(await printForReal(scene.browser, tab)).count).toBe(all);
    await forget();
  });

  it('fits an article onto fewer sheets, or says that it can not', async () => {
    await forget();
    const tab = await openArticleSheets(scene.browser, article('russian'));
    const before = await count(tab);
    await tab.click('#fewer');
    expect(await count(tab)).toBeLessThan(before);
    for (let i = 0; i < 6 && await tab.$('.toast') === null; i += 1) await tab.click('#fewer');
    await tab.waitForSelector('.toast');
    const least = await count(tab);
    expect(least).toBeGreaterThan(1);
    expect(sheetsOf(await printForReal(scene.browser, tab)).count).toBe(least);
    await forget();
  });

  it('takes parts out by pointer and by keyboard, puts them back, and puts the title right: for this paper alone', async () => {
    await forget();
    const [id] = await saveAll(scene.browser, [article('quotes')]);
    const tab = await openSheets(scene.browser, `id=${id}`);
    const whole = await tab.$eval('#flow', (flow) => flow.textContent);
    // A paragraph by a click on it, the next one by keyboard.
    const first = await tab.$eval('.text > p[data-part]', (part) => ({ number: (part as HTMLElement).dataset['part']!, words: part.textContent!.slice(0, 50) }));
    await tab.click(`[data-part="${first.number}"]`);
    await settled(tab);
    const shown = (): Promise<string> => tab.$eval('#flow', (flow) => (flow as HTMLElement).innerText.replace(/\s+/g, ' '));
    const gone = (number: string): Promise<boolean> => tab.$eval(`[data-part="${number}"]`, (part) => part.getClientRects().length === 0);
    expect(await gone(first.number)).toBe(true);
    await tab.focus('#desk');
    for (let i = 0; i < 4; i += 1) await tab.keyboard.press('ArrowDown');
    const second = await tab.evaluate(() => (document.activeElement as HTMLElement).dataset['part']!);
    expect(second).toBeTruthy();
    await tab.keyboard.press('Delete');
    await settled(tab);
    expect(await gone(second)).toBe(true);
    await tab.click('#undo');
    await settled(tab);
    expect([await gone(first.number), await gone(second)]).toEqual([true, false]);
    await tab.click('#redo');
    await tab.$eval('#paper-title', (field) => { (field as HTMLTextAreaElement).value = 'A title put right'; field.dispatchEvent(new Event('change', { bubbles: true })); });
    await settled(tab);
    expect(await shown()).toContain('A title put right');
    const pdf = textOf(await printForReal(scene.browser, tab));
    expect(pdf).toContain('A title put right');
    expect(pdf).not.toContain(article('quotes').title);
    expect(await gone(first.number)).toBe(true);
    for (let i = 0; i < 3; i += 1) await tab.click('#undo');
    await settled(tab);
    expect(await tab.$eval('#flow', (flow) => flow.textContent)).toBe(whole);
    // The saved article knows nothing of it.
    expect((await tab.evaluate(() => document.title))).toBe(article('quotes').title);
    const again = await openSheets(scene.browser, `id=${id}`);
    expect(await again.$eval('#flow', (flow) => flow.textContent)).toBe(whole);
  });

  it('shows a very long title whole in its field, above the button after it, and spaces only letters that may be', async () => {
    await forget();
    const title = 'पुराने बंदरगाह के आखिरी दीप जलाने वाले लोग '.repeat(8).trim();
    const tab = await openArticleSheets(scene.browser, { ...article('quotes'), title, excerpt: title, language: 'hi' });
    await tab.setViewport({ width: 1280, height: 620 });
    const { field, button, inside } = await tab.evaluate(() => {
      const words = document.getElementById('paper-title')!;
      return { field: words.getBoundingClientRect().bottom, button: document.getElementById('pick-again')!.getBoundingClientRect().top, inside: [words.clientHeight, words.scrollHeight] };
    });
    expect(field).toBeLessThanOrEqual(button);
    expect(inside[1]! - inside[0]!).toBeLessThanOrEqual(4);
    expect(await tab.$eval('.doc .title', (words) => getComputedStyle(words).letterSpacing)).toMatch(/^(?:normal|0px)$/);
  });

  it('prints several saved articles as one job: contents first, each on a new sheet', async () => {
    await forget();
    const chosen = ['footnotes', 'arabic', 'quotes'].map(article);
    const ids = await saveAll(scene.browser, chosen);
    const tab = await openSheets(scene.browser, `ids=${ids.join(',')},999999`);
    const sheets = await count(tab);
    const pdf = await printForReal(scene.browser, tab);
    expect(sheetsOf(pdf).count).toBe(sheets);
    const text = textOf(pdf);
    const places = chosen.map(({ title }) => text.lastIndexOf(title));
    expect(text.indexOf('Contents')).toBeLessThan(200);
    // Letters of Arabic script come out of a PDF in other forms.
    for (const place of [places[0]!, places[2]!]) expect(place).toBeGreaterThanOrEqual(0);
    expect(places[0]!).toBeLessThan(places[2]!);
    // Publications stand in one line under another, whichever way they are written.
    const starts = await tab.$$eval('.contents-list .from', (all) => all.map((from) => { const range = document.createRange(); range.selectNodeContents(from); return Math.round(range.getBoundingClientRect().left); }));
    expect(new Set(starts).size).toBe(1);
    // No two articles share a name inside the document.
    expect(await tab.evaluate(() => { const ids = [...document.querySelectorAll('#flow [id]')].map((each) => each.id); return ids.length - new Set(ids).size; })).toBe(0);
  });

  it('prints marks and numbered notes when there are any, and leaves them out when asked', async () => {
    await forget();
    const [id] = await saveAll(scene.browser, [article('russian')]);
    const words = article('russian').text.split('\n').find((line) => line.length > 60)!.slice(0, 40);
    await putHighlights(scene.browser, id!, [{ exact: words, note: 'A note of my own, to be printed.' }]);
    const tab = await openSheets(scene.browser, `id=${id}`);
    expect(await tab.$eval('#notes-tick', (tick) => (tick as HTMLElement).hidden)).toBe(false);
    expect(textOf(await printForReal(scene.browser, tab))).toContain('[1] A note of my own, to be printed.');
    await tab.click('#notes-tick');
    await settled(tab);
    expect(textOf(await printForReal(scene.browser, tab))).not.toContain('A note of my own');
    await forget();
  });
});
