/** Pictures are kept with the article: seen again when the site is gone. What the site guards stays a link, and that is said. */
import { beforeEach, expect, it } from 'vitest';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedArticles, savedWith } from './both-browsers.ts';

inBothBrowsers('kept pictures', (scene) => {
  beforeEach(() => emptyLibrary(scene));

  it('are fetched in the page with the save, and shown from here', async () => {
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const popup = await scene.browser.popup();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.close();
    const { id } = await savedWith(scene, SAMPLE_TITLE);
    const kept = await until('the pictures to be counted', async () => (await savedArticles(scene) as readonly { pictures?: { kept: number; linked: number } }[])[0]?.pictures);
    expect(kept).toEqual({ kept: 1, linked: 0 });
    const page = await scene.browser.openOurs(`pages/reader/reader.html?id=${id}`);
    await page.waitForSelector('article img');
    const picture = await until('the picture', () => page.$eval('article img', (image) => {
      const { src, naturalWidth } = image as HTMLImageElement;
      return naturalWidth > 0 ? src : undefined;
    }));
    expect(picture).toMatch(/^blob:/);
    // What is said under the article comes with the tools, after the first sight.
    const said = await until('what is said of the pictures', () => page.$eval('#pictures-words', (words) => words.textContent || undefined));
    expect(said).toBe('All its pictures are kept with it.');
    // The shelf shows it from here too, and asks the site for nothing.
    const asked = scene.server.requests.length;
    const shelf = await scene.browser.openOurs('pages/library/library.html');
    await shelf.bringToFront();
    await shelf.waitForSelector('.item .picture img');
    expect(await until('the picture in the list', () => shelf.$eval('.item .picture img', (image) => {
      const { src, naturalWidth } = image as HTMLImageElement;
      return naturalWidth > 0 ? src : undefined;
    }))).toMatch(/^blob:/);
    expect(scene.server.requests.slice(asked)).toEqual([]);
  });

  it('are kept as well when the article is read first and saved then', async () => {
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const popup = await scene.browser.popup();
    await popup.click('[data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=');
    await reader.waitForSelector('#save[data-state=unsaved]');
    await reader.$eval('#save', (button) => { (button as HTMLElement).click(); });
    await savedWith(scene, SAMPLE_TITLE);
    expect(await until('the pictures to be counted', async () => (await savedArticles(scene) as readonly { pictures?: { kept: number; linked: number } }[])[0]?.pictures)).toEqual({ kept: 1, linked: 0 });
  });
});
