/** The copy that makes itself: asked for once, written when it is due, the last ones kept, and said when it can't be made. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers } from './both-browsers.ts';
import { drop, openTransfer, tally } from './moving.ts';

inBothBrowsers('a copy by itself', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.clear(); await browser.storage.local.set({ settings: { welcomed: true } });');
  });
  const copies = (): readonly string[] => {
    const folder = join(scene.browser.downloads, 'Passalong');
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  };
  const due = (settings: string) => scene.browser.inExtension(`
    const { settings } = await browser.storage.local.get('settings');
    await browser.storage.local.set({ lastCopy: 1, settings: { ...settings, ${settings} } });`);

  it('goes to the downloads when it is due, takes older ones away, and says when it may not', async () => {
    let page = await openTransfer(scene.browser);
    await drop(page, 'pocket.csv', Buffer.from('title,url,time_added,tags,status\nA lamp,https://lamps.example/1,1600000000,,unread\n'));
    await page.waitForSelector('[data-doing="bring-in"]');
    await page.click('[data-doing="bring-in"]');
    await tally(page);
    await page.waitForSelector('[data-doing="copies-on"]');
    await page.click('[data-doing="copies-on"]');
    await scene.browser.answerPermission(true);
    const [first] = await until('the first copy', () => (copies().length === 1 && copies()[0]!.endsWith('.zip') ? copies() : undefined));
    await until('the words', () => page.$eval('#last-copy', (words) => words.textContent.startsWith('Last copy: ')));
    expect(await page.$eval('#copies-are-on', (words) => words.textContent)).toContain('The last 3 stay.');

    await due('copiesKept: 1');
    await scene.browser.closeOurs();
    const library = await scene.browser.openOurs('pages/library/library.html');
    await library.bringToFront();
    const [second, ...more] = await until('the second in place of the first', () => (copies().length === 1 && copies()[0] !== first ? copies() : undefined));
    expect([second, more]).toEqual([expect.stringMatching(/\.zip$/), []]);

    await scene.browser.inExtension('await browser.permissions.remove({ permissions: ["downloads"] })');
    await due('copyEvery: "day"');
    await scene.browser.closeOurs();
    page = await openTransfer(scene.browser);
    await page.waitForSelector('#by-itself .notice.bad');
    expect(await page.$eval('#by-itself .notice.bad', (notice) => notice.textContent)).toContain('Turn it off and on again');
    expect(copies()).toEqual([second]);
    await page.click('[data-doing="copies-off"]');
    await page.waitForSelector('[data-doing="copies-on"]');
    expect(await page.$('#by-itself .notice.bad')).toBeNull();
  });
});
