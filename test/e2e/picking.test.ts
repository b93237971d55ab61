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
    // What is pointed at is looked up with the next frame, and the glass can't be asked whether it was: a click before that only shows it.
    await scene.browser.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    await new Promise((resolve) => { setTimeout(resolve, 300); });
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

  it('goes by keys alone on a page that eats them, covers everything and pretends to click, and comes back to the print page', async () => {
    const hostile = `<style>*{z-index:2147483647} html,body{overflow:hidden;pointer-events:none} [popover],dialog{display:none!important;opacity:0!important}</style>
      <div style="position:fixed;inset:0;background:rgba(0,0,0,.02)"></div>
      <script>
        window.heard = [];
        for (const type of ['keydown', 'click', 'pointerdown']) addEventListener(type, (event) => { if (event.isTrusted) heard.push(type); event.preventDefault(); }, false);
        document.addEventListener('keydown', (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);
        setInterval(() => {
          const host = document.querySelector('html > [popover]');
          if (!host) return;
          if (!host.dataset.tried) { host.dataset.tried = '1'; host.remove(); }
          for (const key of ['Enter', 'Escape']) for (const to of [host, window]) to.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
          host.dispatchEvent(new MouseEvent('click', { clientX: innerWidth / 2, clientY: innerHeight - 40, bubbles: true, composed: true }));
          host.click();
          if (host.shadowRoot) heard.push('tree');
        }, 40);
      </script>`;
    scene.server.page(FERRY_PATH, twoTexts({ ...FERRY, after: hostile }));
    const popup = await open(FERRY_PATH);
    await popup.click('#action-print [data-verb=print]');
    const print = await scene.browser.waitForOurs('pages/print/print.html?draft=');
    await print.waitForSelector('#pick-again', { visible: true });
    await print.waitForFunction(() => document.body.textContent?.includes('orchard keeper'));
    await print.bringToFront();
    await print.click('#pick-again');
    const { page } = scene.browser;
    await until('the picker on the page', () => page.evaluate(() => document.querySelector('html > [popover=manual]')?.matches(':popover-open') === true));
    await new Promise((resolve) => { setTimeout(resolve, 900); });
    // First the likely part, which is the longer text; the notice stands beside it.
    for (const key of ['ArrowUp', 'ArrowRight', 'Enter'] as const) {
      await page.keyboard.press(key);
      await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    }
    await new Promise((resolve) => { setTimeout(resolve, 600); });
    await page.keyboard.press('Enter');
    await print.waitForFunction(() => document.body.textContent?.includes('Mr Pascoe') && !document.body.textContent.includes('orchard keeper'));
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('html > [popover]'))).toBe(null);
  });

  it('is left with Escape, and nothing is kept', async () => {
    await pickFromPopup(FERRY_PATH);
    await pointAt('[data-component] p:nth-of-type(2)');
    await scene.browser.page.keyboard.press('Escape');
    await until('the page as it was', () => scene.browser.page.evaluate(() => document.querySelector('[popover]') === null));
    expect(await scene.browser.inExtension<string[]>('return Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith("site:"))')).toEqual([]);
  });

  it('is forgotten from the receipt, and from the settings with a way back', async () => {
    const site = new URL(scene.server.origin).host;
    const remember = () => scene.browser.inExtension(`await browser.storage.local.set({ ['site:' + args[0]]: { body: [['div[data-component~="week-notice"]']], title: ['h3'], at: 1 }, 'site:other.example': { authors: ['.by'], at: 2 }, 'site:bad.example': { body: 'x', title: [7] } });`, site);
    await remember();
    const popup = await open(BELLS_PATH);
    expect(await popup.text('#title')).toBe(BELLS.title);
    await popup.click('#receipt-button');
    await popup.click('#forget-body');
    await until('the other text', async () => /How the page is laid out/.test(await popup.text('#receipt')));
    expect(await popup.text('#receipt')).toMatch(/Title\s*As you chose for this site/);
    await popup.close();

    await remember();
    const options = await scene.browser.openOurs('pages/options/options.html');
    await options.bringToFront();
    const listed = () => options.$$eval('#choice-list bdi', (all) => all.map((each) => each.textContent));
    await until('two sites', async () => (await listed()).length === 2);
    expect(await listed()).toEqual([site, 'other.example']);
    await options.click('#choice-list li:nth-child(2) button');
    await until('one site', async () => (await listed()).length === 1);
    await options.click('#choices-all');
    await until('none', async () => (await listed()).length === 0);
    await options.click('#choices-back');
    await until('the last one back', async () => (await listed()).join() === site);
  });
});
