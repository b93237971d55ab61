/** The settings: what is chosen is kept, and every page follows. */
import { beforeEach, expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers.ts';
import { until } from '../support/wait.ts';

inBothBrowsers('settings', (scene) => {
  beforeEach(() => scene.browser.inExtension('await browser.storage.local.clear();'));
  const settings = () => scene.browser.inExtension<Readonly<Record<string, unknown>>>('return (await browser.storage.local.get("settings")).settings ?? {}');

  it('keeps name, address, paper and theme, and shows them again', async () => {
    const page = await scene.browser.openOurs('pages/options/options.html');
    await page.bringToFront();
    await page.type('#my-name', 'Anselm Book');
    await page.type('#my-email', 'anselm@letters.example');
    await page.click('label:has(input[name=paper][value=Letter])');
    await page.click('label:has(input[name=theme][value=night])');
    await until('the settings', async () => {
      const now = await settings();
      return now['myName'] === 'Anselm Book' && now['myEmail'] === 'anselm@letters.example' && now['paper'] === 'Letter' && now['theme'] === 'night';
    });
    const library = await scene.browser.openOurs('pages/library/library.html');
    await library.waitForFunction(() => document.documentElement.dataset['theme'] === 'night');
    const again = await scene.browser.openOurs('pages/options/options.html');
    await again.waitForFunction(() => document.querySelector<HTMLInputElement>('#my-name')?.value === 'Anselm Book');
    expect(await again.$eval('input[name=paper][value=Letter]', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
  });

  it('asks about an address that cannot be one', async () => {
    const page = await scene.browser.openOurs('pages/options/options.html');
    await page.bringToFront();
    await page.type('#my-email', 'anselm at letters');
    await page.keyboard.press('Tab');
    await page.waitForSelector('#email-error', { visible: true });
    expect((await settings())['myEmail'] ?? '').not.toBe('anselm at letters');
  });

  it('shows the keys that are really set', async () => {
    const page = await scene.browser.openOurs('pages/options/options.html');
    await page.waitForFunction(() => document.querySelectorAll('#key-list dt').length === 4);
    expect(await page.$eval('#key-list', (list) => list.textContent)).toMatch(/Alt.*Shift.*1.*Alt.*Shift.*2.*Alt.*Shift.*3.*Alt.*Shift.*4/s);
  });
});
