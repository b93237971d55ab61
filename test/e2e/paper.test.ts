/** The paper, printed for real and checked by program: a short form of `npm run bench:print`, which prints all of the articles. */
import { expect, it } from 'vitest';
import { printArticles } from '../../bench/print/articles.mjs';
import { checkPdf } from '../../bench/print/check.mjs';
import { countOf, openArticleSheets, printForReal } from '../../bench/print/printer.mjs';
import { inBothBrowsers } from './both-browsers.ts';

const CHOSEN = ['lamplighters', 'tables', 'code', 'arabic', 'bold-lines', 'wrapped'];

/** Settings in which Firefox needs more than groups and reserves: lines full to a hair, bare text beside lists, tables longer and wider than a column. */
const HARD = [
  { slug: 'mixed', settings: { printSize: 16, printMargins: 'wide', printFace: 'plain' }, margins: { top: 22, foot: 26 } },
  { slug: 'tables', settings: { printSize: 13, printMargins: 'wide', printFace: 'plain', printColumns: 2 }, margins: { top: 22, foot: 26 } },
];

inBothBrowsers('paper', (scene) => {
  it.each(HARD)('$slug, in large letters or two columns: nothing lost, nothing left alone', async ({ slug, settings, margins }) => {
    const { article } = printArticles().find((each) => each.slug === slug)!;
    await scene.browser.inExtension('await browser.storage.local.set({ settings: args[0] })', settings);
    const tab = await openArticleSheets(scene.browser, article);
    const count = await countOf(tab);
    const pdf = await printForReal(scene.browser, tab);
    await scene.browser.inExtension('await browser.storage.local.remove("settings")');
    const { found, sheets } = checkPdf(pdf, article, margins, settings.printColumns);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((promise) => [promise, []])));
    // A table over both columns begins them anew, and the count says that it may be off.
    if (settings.printColumns === 2) expect(count.words).toMatch(/about/i);
    // Of formulas Chromium's columns and pages may make a sheet's difference; never more.
    expect(Math.abs(count.sheets - sheets)).toBeLessThanOrEqual(1);
  });

  it.each(printArticles().filter(({ slug }) => CHOSEN.includes(slug)))('$slug: no word lost, nothing left alone, nothing of the interface', async ({ article }) => {
    const tab = await openArticleSheets(scene.browser, article);
    const count = await countOf(tab);
    const pdf = await printForReal(scene.browser, tab);
    const { found, sheets, running, heads } = checkPdf(pdf, article);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((promise) => [promise, []])));
    expect(sheets).toBeGreaterThan(3);
    // The preview counted these very sheets.
    expect(count.sheets).toBe(sheets);
    // Firefox draws no lines of ours; its own may stand there.
    if (scene.kind === 'chrome') {
      expect(running[1]).toContain(`2 of ${sheets}`);
      expect(heads.join('')).toBe('');
    }
  });
});
