/** Finding again: from the address bar, and by the mark on the button when a kept page is visited again. */
import { beforeEach, expect, it } from 'vitest';
import { saveAll } from '../../bench/print/printer.mjs';
import { until } from '../support/wait.ts';
import { articleAt } from '../library/support.ts';
import { emptyLibrary, inBothBrowsers, SAMPLE } from './both-browsers.ts';

inBothBrowsers('coming back', (scene) => {
  beforeEach(() => emptyLibrary(scene));
  it('words typed after the keyword find an article, which opens; words that find none open the library’s search', async () => {
    const [, second] = await saveAll(scene.browser, [
      articleAt('https://reed.example/bread', { title: 'Bread on credit', text: 'Flour and water.' }),
      articleAt('https://reed.example/lamps', { title: 'Lamps & <quays> at dusk', text: 'The harbourmaster counts the lamps.' }),
    ]);
    await scene.browser.visit(scene.server.origin + SAMPLE);
    await scene.browser.chooseInAddressBar('pa harbourmaster', 1);
    await scene.browser.waitForOurs(`pages/reader/reader.html?id=${second}`);
    await scene.browser.visit(scene.server.origin + SAMPLE);
    await scene.browser.chooseInAddressBar('pa flour', 0);
    const library = await scene.browser.waitForOurs('pages/library/library.html#search/flour');
    await until('what was looked for', () => library.evaluate(`document.getElementById('search')?.value === 'flour' && document.querySelector('.item h2')?.textContent === 'Bread on credit'`));
  });

  it('the button says that a page is kept, only where the person asked for it, and no longer when it is taken back', async () => {
    const badges = () => scene.browser.inExtension<readonly string[]>(`
      const texts = [];
      for (const { id } of await browser.tabs.query({})) texts.push(await browser.action.getBadgeText({ tabId: id }));
      return texts.filter(Boolean);`);
    const kept = scene.server.origin + SAMPLE;
    await saveAll(scene.browser, [articleAt(kept, { title: 'Kept' })]);
    await scene.browser.visit(kept);
    expect(await badges()).toEqual([]);
    const options = await scene.browser.openOurs('pages/options/options.html');
    await options.waitForSelector('#mark-visits');
    await options.bringToFront();
    await options.click('#mark-visits');
    await scene.browser.answerPermission(true);
    await until('the permission', () => scene.browser.inExtension(`return browser.permissions.contains({ permissions: ['webNavigation'] })`));
    expect(await scene.browser.inExtension('return (await browser.permissions.getAll()).origins')).toEqual([]);
    await scene.browser.visit(`${kept}?utm_source=mail`);
    await until('the mark', async () => (await badges())[0] === '✓');
    // It is shown for every visit anew, by a background that keeps nothing. Firefox wakes it for visits only once it has been
    // started with the permission, by whatever comes first; here it is a save.
    await scene.browser.killBackground();
    await scene.browser.inExtension(`return browser.runtime.sendMessage({ passalong: 'saveLink', input: { url: 'https://reed.example/link', title: 'A link' } })`);
    await scene.browser.killBackground();
    await scene.browser.visit(scene.server.page('/not-kept', '<!doctype html><title>Other</title><p>Other'));
    await until('no mark', async () => (await badges()).length === 0);
    await scene.browser.visit(kept);
    await until('the mark again', async () => (await badges())[0] === '✓');
    expect(await scene.browser.inExtension('return Object.keys(await browser.storage.local.get())')).not.toContain('visits');
    await options.bringToFront();
    await options.click('#mark-visits');
    await until('the permission to be gone', async () => !(await scene.browser.inExtension(`return browser.permissions.contains({ permissions: ['webNavigation'] })`)));
    await until('the marks to be gone', async () => (await badges()).length === 0);
    await scene.browser.visit(kept);
    expect(await badges()).toEqual([]);
  });
});
