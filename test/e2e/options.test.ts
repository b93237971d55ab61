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

  it('forgets one friend or all of them, and puts them back as long as the page is open', async () => {
    const friends = [{ name: 'Marta Lind', email: 'marta@letters.example' }, { name: '', email: 'tom@letters.example' }, { name: 'Ines', email: 'ines@letters.example' }];
    await scene.browser.inExtension('await browser.storage.local.set({ settings: { friends: arguments[0] } })'.replace('arguments[0]', JSON.stringify(friends)));
    const kept = async () => ((await settings())['friends'] as typeof friends | undefined)?.map(({ email }) => email.split('@')[0]);
    const page = await scene.browser.openOurs('pages/options/options.html');
    await page.bringToFront();
    await page.waitForSelector('#show-friends', { visible: true });
    expect(await page.$('#friends:not([hidden])')).toBeNull();
    await page.click('#show-friends');
    await page.waitForSelector('#forget-all', { visible: true });
    expect(await page.$$eval('#friend-list li > span', (all) => all.map((one) => one.textContent))).toEqual(['Marta Lindmarta@letters.example', 'tom@letters.example', 'Inesines@letters.example']);
    await page.click('#friend-list li:nth-child(2) button');
    await until('one to be forgotten', async () => String(await kept()) === 'marta,ines');
    await page.click('#forget-all');
    await until('all to be forgotten', async () => (await kept())?.length === 0);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('#show-friends')!.hidden && document.querySelector<HTMLElement>('#friends')!.hidden);
    // The letter knows nobody any more, in whatever page it is written.
    const letter = await scene.browser.openOurs('pages/share/share.html?url=https%3A%2F%2Fgazette.lowland.example%2F&title=The+gazette');
    await letter.waitForSelector('.letter-friends');
    expect(await letter.$$('.chip[data-email]')).toEqual([]);
    await page.bringToFront();
    await page.click('#put-back');
    await until('both put back', async () => String(await kept()) === 'marta,ines');
    await page.waitForSelector('#show-friends', { visible: true });
  });

  it('shows the keys that are really set', async () => {
    const page = await scene.browser.openOurs('pages/options/options.html');
    await page.waitForFunction(() => document.querySelectorAll('#key-list dt').length === 4);
    expect(await page.$eval('#key-list', (list) => list.textContent)).toMatch(/Alt.*Shift.*1.*Alt.*Shift.*2.*Alt.*Shift.*3.*Alt.*Shift.*4/s);
  });
});
