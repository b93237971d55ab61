/** Picking the part of a page that is the article, by hand and by keys, and what is remembered of it for the site. */
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers } from './both-browsers.ts';
import { BELLS, FERRY, twoTexts } from '../support/two-texts.ts';
import { until } from '../support/wait.ts';

const FERRY_PATH = '/parish/the-small-ferry.html';
const BELLS_PATH = '/parish/two-bells.html';

inBothBrowsers('picking', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.clear();');
    scene.server.page(FERRY_PATH, twoTexts(FERRY));
    scene.server.page(BELLS_PATH, twoTexts(BELLS));
  });
  const open = async (path: string) => {
    await scene.browser.visit(scene.server.origin + path);
    const popup = await scene.browser.popup();
    await popup.see('#popup[data-state=article]');
    return popup;
  };
  const pickFromPopup = async (path: string) => {
    const popup = await open(path);
    await popup.click('#receipt-button');
    await popup.click('#receipt-pick');
    await until('the popup gone', async () => !(await popup.isOpen()));
    await until('the picker on the page', () => scene.browser.page.evaluate(() => document.querySelector('html > [popover=manual]') !== null));
  };
  const pointAt = async (selector: string) => {
    const box = await scene.browser.page.$eval(selector, (element) => { const { left, top, width, height } = element.getBoundingClientRect(); return { x: left + width / 2, y: top + Math.min(height / 2, 60) }; });
    await scene.browser.page.mouse.move(box.x - 5, box.y);
    await scene.browser.page.mouse.move(box.x, box.y);
    await scene.browser.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    return box;
  };

  it('reads the part that was clicked, leaves no trace, and finds its like on another page of the site', async () => {
    await pickFromPopup(FERRY_PATH);
    const { x, y } = await pointAt('[data-component] p:nth-of-type(2)');
    await scene.browser.page.mouse.click(x, y);
    await new Promise((resolve) => { setTimeout(resolve, 600); });
    await scene.browser.page.keyboard.press('Enter');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=');
    await reader.waitForFunction(() => document.querySelector('#article, article')?.textContent?.includes('Mr Pascoe'));
    expect(await reader.evaluate(() => document.body.textContent)).not.toContain('orchard keeper');
    expect(await scene.browser.page.evaluate(() => document.querySelector('[popover]'))).toBe(null);

    await scene.browser.closeOurs();
    const popup = await open(BELLS_PATH);
    await popup.click('#receipt-button');
    await popup.see('#receipt dl');
    expect(await popup.text('#receipt')).toMatch(/As you chose for this site/);
    await popup.click('#action-read [data-verb=read]');
    const other = await scene.browser.waitForOurs('pages/reader/reader.html?draft=');
    await other.waitForFunction(() => document.body.textContent?.includes('long ladder'));
    expect(await other.evaluate(() => document.body.textContent)).not.toMatch(/orchard keeper|tea towels/);
  });
});
