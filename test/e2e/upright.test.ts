/** Lines that stand upright, as in Japanese books: from the page they stand on to the reading page and onto paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { printArticles } from '../../bench/print/articles.mjs';
import { checkPdf } from '../../bench/print/check.mjs';
import { countOf, openArticleSheets, printForReal } from '../../bench/print/printer.mjs';
import { inBothBrowsers } from './both-browsers.ts';
import { ROOT } from '../support/folders.ts';
import { until } from '../support/wait.ts';

const FIXTURE = readFileSync(join(ROOT, 'test/article/pages/upright-lines-in-japanese.html'), 'utf8');
/** Twice as long, so that there is something to go through. */
const LONG = FIXTURE.replace(/(<h2>一[\s\S]*)(<\/main>)/, (_, text: string, end: string) => `${text}${text.replaceAll('<h2>', '<h2>再び')}${end}`);

inBothBrowsers('upright lines', (scene) => {
  /** Where the paragraph stands that is being read: its number, and how far from the right side of the window it begins. */
  const reading = (tab: Page): Promise<{ at: number; right: number }> => tab.evaluate(() => {
    const all = [...document.querySelectorAll('#text p')];
    const at = all.findIndex((each) => innerWidth - each.getBoundingClientRect().left > 26);
    return { at, right: Math.round(innerWidth - all[at]!.getBoundingClientRect().right) };
  });

  it('are read sideways: keys and wheel go on, the place stays while the type grows, and a person can lay the lines down', async () => {
    scene.server.page('/tale.html', LONG);
    await scene.browser.visit(`${scene.server.origin}/tale.html`);
    const popup = await scene.browser.popup();
    await popup.click('#acts [data-verb=read]');
    const tab = await scene.browser.waitForOurs('pages/reader/reader.html');
    await until('the tools', () => tab.evaluate(() => !document.body.hasAttribute('aria-busy') && !document.getElementById('strip')!.hidden));
    await tab.setViewport({ width: 1000, height: 700 });
    await tab.bringToFront();

    const laid = await tab.evaluate(() => {
      const [first, second] = [...document.querySelectorAll('#text p')].map((each) => each.getBoundingClientRect());
      const text = getComputedStyle(document.getElementById('text')!);
      const short = document.querySelector('.short')!;
      return {
        mode: text.writingMode, goesLeft: second!.right <= first!.left, fits: document.documentElement.scrollHeight <= innerHeight && first!.bottom <= innerHeight,
        short: [short.textContent, getComputedStyle(short).textCombineUpright], strip: getComputedStyle(document.getElementById('strip')!).writingMode,
        readings: document.querySelectorAll('#text ruby rt').length,
      };
    });
    expect(laid).toEqual({ mode: 'vertical-rl', goesLeft: true, fits: true, short: ['12', 'all'], strip: 'horizontal-tb', readings: 3 });

    const line = (): Promise<number> => tab.$eval('#progress', (each) => Number.parseFloat((each as HTMLElement).style.inlineSize) || 0);
    const left = (): Promise<string> => tab.$eval('#time-left', (each) => each.textContent ?? '');
    const [before, time] = [await tab.evaluate(() => scrollX), await left()];
    await tab.keyboard.press(' ');
    await until('a page further on', async () => await tab.evaluate(() => scrollX) < before - 800 && await line() > 5);
    await tab.keyboard.press('PageDown');
    await until('another page further on', async () => await tab.evaluate(() => scrollX) < before - 1_700);
    await tab.mouse.move(500, 400);
    const beforeWheel = await tab.evaluate(() => scrollX);
    await tab.mouse.wheel({ deltaY: 120 });
    await until('the wheel to go on', async () => await tab.evaluate(() => scrollX) < beforeWheel - 50);
    await until('less time to be left', async () => await left() !== time);

    const there = await reading(tab);
    expect(there.at).toBeGreaterThan(2);
    for (let n = 0; n < 3; n += 1) await tab.evaluate(() => document.getElementById('larger')!.click());
    const after = await reading(tab);
    expect(after.at).toBe(there.at);

    // Marked words get their bar beside them, in the window.
    await tab.evaluate(() => {
      const paragraph = [...document.querySelectorAll('#text p')].find((each) => innerWidth - each.getBoundingClientRect().right > 60 && each.getBoundingClientRect().left > 60)!;
      getSelection()!.selectAllChildren(paragraph);
    });
    const bar = await until('the bar', () => tab.evaluate(() => { const box = document.getElementById('selection-bar')?.getBoundingClientRect(); return box && box.width > 0 ? { left: box.left, right: box.right } : undefined; }));
    expect(bar.left).toBeGreaterThanOrEqual(0);
    expect(bar.right).toBeLessThanOrEqual(1_000);

    // The outline leads to its heading and marks it.
    await tab.evaluate(() => { getSelection()!.removeAllRanges(); document.getElementById('open-outline')!.click(); });
    await tab.evaluate(() => document.querySelector<HTMLElement>('#outline-list li:nth-child(2) a')!.click());
    await until('the second heading', () => tab.evaluate(() => { const box = document.querySelectorAll('#text h2')[1]!.getBoundingClientRect(); return box.right <= innerWidth && box.right > innerWidth - 100 && document.querySelector('#outline-list li:nth-child(2) a')!.getAttribute('aria-current') === 'true'; }));

    const words = await reading(tab);
    await tab.evaluate(() => document.querySelector<HTMLElement>('#stand [value=level]')!.click());
    const level = await tab.evaluate(() => {
      const at = [...document.querySelectorAll('#text p')].findIndex((each) => each.getBoundingClientRect().bottom > 70);
      return { at, mode: getComputedStyle(document.getElementById('text')!).writingMode, wide: document.documentElement.scrollWidth <= innerWidth };
    });
    expect(level).toEqual({ at: words.at, mode: 'horizontal-tb', wide: true });
    await until('the choice to be kept', async () => (await scene.browser.inExtension<{ settings?: { stand?: string } }>('return browser.storage.local.get("settings")')).settings?.stand === 'level');
    await scene.browser.inExtension('await browser.storage.local.remove("settings")');
  });

  it('stand on paper as they were counted: no word lost, no heading or line left alone, no picture cut', async () => {
    const { article } = printArticles().find(({ slug }) => slug === 'upright')!;
    const tab = await openArticleSheets(scene.browser, article);
    const { sheets: counted, words } = await countOf(tab);
    expect(words).not.toMatch(/about/i);
    // Nothing hangs over the side of its sheet.
    expect(await tab.$$eval('.leaf-flow', (all) => all.map((each) => [each.scrollWidth - each.clientWidth, each.scrollHeight - each.clientHeight]).filter(([x, y]) => x! > 2 || y! > 2))).toEqual([]);
    const { found, sheets, gaps, running } = checkPdf(await printForReal(scene.browser, tab), article);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((promise) => [promise, []])));
    expect(sheets).toBe(counted);
    expect(sheets).toBeGreaterThan(5);
    expect(gaps).toBe(0);
    if (scene.kind === 'chrome') expect(running[1]).toContain(`2 of ${sheets}`);
  });
});
