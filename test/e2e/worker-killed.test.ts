/** The browser may end the background at any moment: what was acknowledged stays, what was not can be done again. */
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers, MENU, SAMPLE, SAMPLE_TITLE, savedArticles, savedWith } from './both-browsers.ts';
import { until } from '../support/wait.ts';

inBothBrowsers('background ended', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.visit(scene.server.origin + SAMPLE);
  });

  it('keeps what it said it had saved', async () => {
    const popup = await scene.browser.popup();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await scene.browser.killBackground();
    await popup.close();
    expect(await savedArticles(scene)).toHaveLength(1);
    const page = await scene.browser.openOurs('pages/library/library.html');
    await page.waitForFunction((title: string) => document.querySelector('#items')?.textContent?.includes(title), {}, SAMPLE_TITLE);
  });

  it('wakes for the popup, the menu and the keys', async () => {
    await scene.browser.killBackground();
    const popup = await scene.browser.popup();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.close();
    await emptyLibrary(scene);

    await scene.browser.killBackground();
    await scene.browser.chooseInMenu({ on: 'page' }, 'Save article', MENU.page);
    await savedWith(scene, SAMPLE_TITLE);
    await emptyLibrary(scene);

    await scene.browser.killBackground();
    await scene.browser.press('Alt+Shift+4');
    await savedWith(scene, SAMPLE_TITLE);
  });

  it('loses nothing, makes no two and leaves no popup hanging when it ends in the middle of saving, again and again', async () => {
    for (const delay of [0, 5, 15, 30, 60, 120]) {
      await emptyLibrary(scene);
      const popup = await scene.browser.popup();
      await popup.see('#action-save [data-verb=save]');
      await popup.click('#action-save [data-verb=save]');
      await new Promise((resolve) => { setTimeout(resolve, delay); });
      await scene.browser.killBackground();
      const state = await until('the row to come to rest', () => popup.evaluate<string | undefined>(`const { state } = document.querySelector('#action-save').dataset; return state === 'working' ? undefined : state`));
      const rows = await savedArticles(scene);
      if (state === 'done') expect(rows, `killed after ${delay} ms`).toHaveLength(1);
      else {
        expect(state, `killed after ${delay} ms`).toBe('failed');
        await popup.click('#action-save .act-failed button');
        await popup.see('#action-save[data-state=done]');
        expect(await savedArticles(scene)).toHaveLength(1);
      }
      await popup.close();
    }
  });
});
