/** "Save as PDF" of the print page, which Firefox offers: into the file that was chosen, without a print window. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printArticles } from '../../bench/print/articles.mjs';
import { checkPdf } from '../../bench/print/check.mjs';
import { countOf, openArticleSheets } from '../../bench/print/printer.mjs';
import { sheetsOf, textOf } from '../support/paper.ts';
import { until } from '../support/wait.ts';
import { inBothBrowsers } from './both-browsers.ts';

const { article } = printArticles().find(({ slug }) => slug === 'tables')!;

inBothBrowsers('a PDF at once', (scene) => {
  it('is offered where the browser can, and is the paper that the sheets showed', async () => {
    const tab = await openArticleSheets(scene.browser, article);
    const isOffered = await tab.$eval('#save-pdf', (button) => !(button as HTMLElement).hidden);
    expect(isOffered).toBe(scene.kind === 'firefox');
    // Where it is not, a sentence says how the print window does it.
    expect(await tab.$eval('#pdf-hint', (hint) => !(hint as HTMLElement).hidden)).toBe(!isOffered);
    if (!isOffered) return;
    const { sheets } = await countOf(tab);
    const file = join(scene.browser.downloads, 'chosen.pdf');
    await scene.browser.answerFileWindow!(file);
    await tab.bringToFront();
    await tab.click('#save-pdf');
    await until('the PDF', () => existsSync(file) && readFileSync(file).subarray(-1024).includes('%%EOF'), 20_000);
    expect(await until('a word that it is there', () => tab.$eval('.toast', (toast) => toast.textContent))).toContain('PDF');
    const { found } = checkPdf(file, article);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((promise) => [promise, []])));
    expect(sheetsOf(file)).toMatchObject({ count: sheets, width: 596, height: 842 });
    // The numbers of its sheets stand in Firefox's own line at the foot.
    expect(textOf(file)).toContain(`2 of ${sheets}`);
    // The sheets lie on the desk again.
    expect((await countOf(tab)).sheets).toBe(sheets);
  });

  it('says nothing when nobody chooses a file, and says it when it can not be written', async () => {
    if (scene.kind !== 'firefox') return;
    const tab = await openArticleSheets(scene.browser, article);
    await tab.bringToFront();
    await scene.browser.answerFileWindow!(undefined);
    await tab.click('#save-pdf');
    await until('the button to rest', () => tab.$eval('#save-pdf', (button) => !button.hasAttribute('aria-busy')), 20_000);
    expect(await tab.$('.toast')).toBeNull();
    // A folder is no file to write into.
    await scene.browser.answerFileWindow!(scene.browser.downloads);
    await tab.click('#save-pdf');
    const said = await until('a word that it is not', () => tab.$eval('.toast', (toast) => toast.textContent), 20_000);
    expect(said).toMatch(/not/);
  });
});
