/** The right-click menu, clicked for real. */
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers, MENU, SAMPLE, SAMPLE_TITLE, savedArticles, savedWith, printSheets } from './both-browsers.ts';
import { textOf } from '../support/paper.ts';
import { until } from '../support/wait.ts';

inBothBrowsers('right-click menu', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.visit(scene.server.origin + SAMPLE);
  });
  const page = (label: string) => scene.browser.chooseInMenu({ on: 'page' }, label, MENU.page);
  const selected = (label: string) => scene.browser.chooseInMenu({ on: 'selection', selector: 'blockquote p' }, label, MENU.selection);
  const badge = (text: string) => until(`the badge ${text}`, async () => (await scene.browser.badge()) === text);
  const QUOTE = /We have had doctors, deckhands and a bishop/;

  it('saves the article, and the button says so', async () => {
    await page('Save article');
    await savedWith(scene, SAMPLE_TITLE);
    await badge('✓');
    await page('Save article');
    await until('the second click to be answered', async () => (await scene.browser.badge()) === '✓');
    expect(await savedArticles(scene)).toHaveLength(1);
  });

  it('opens the print version, and it prints', async () => {
    await page('Print version');
    expect(textOf(await printSheets(scene))).toContain(SAMPLE_TITLE);
  });

  it('opens a letter to a friend', async () => {
    await page('Share with a friend');
    const share = await scene.browser.waitForOurs('pages/share/share.html');
    await share.waitForFunction((title: string) => document.body.textContent?.includes(title), {}, SAMPLE_TITLE);
  });

  it('saves with the selected quote', async () => {
    await selected('Save with this quote');
    const row = await savedWith(scene, SAMPLE_TITLE);
    expect(row.quotes).toHaveLength(1);
    expect(row.quotes[0]).toMatch(QUOTE);
  });

  it('shares the selected quote', async () => {
    await selected('Share this quote');
    const share = await scene.browser.waitForOurs('pages/share/share.html');
    await share.waitForFunction(() => /We have had doctors, deckhands and a bishop/.test(document.body.textContent ?? ''));
  });

  it('says why when there is nothing to save: on the button and in a notice', async () => {
    await scene.browser.visit(scene.server.page('/nothing', '<!doctype html><title>Nothing</title><p>Hello.</p>'));
    const before = await scene.browser.notices();
    await page('Save article');
    await badge('!');
    await until('a notice', async () => (await scene.browser.notices()) > before);
    expect(await savedArticles(scene)).toHaveLength(0);
  });

  it('is the same after the browser has put the background to sleep', async () => {
    await scene.browser.killBackground();
    await page('Save article');
    await savedWith(scene, SAMPLE_TITLE);
  });
});
