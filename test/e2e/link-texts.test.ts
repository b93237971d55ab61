/** Links that came without their text: fetched when the person allows it, one after another; what leads nowhere is marked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../support/folders.ts';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers, SAMPLE_TITLE, savedArticles } from './both-browsers.ts';

inBothBrowsers('texts of links', (scene) => {
  beforeAll(() => scene.browser.faults.expect(/Applying inline style violates|the server responded with a status of (?:404|429)/));
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.permissions.remove({ origins: (await browser.permissions.getAll()).origins }); await browser.storage.local.clear(); await browser.storage.local.set({ settings: { welcomed: true } });');
  });
  const sample = readFileSync(join(ROOT, 'samples/the-oven-on-gull-street.html'), 'utf8');
  const articlePage = (title: string): string => sample.replaceAll(SAMPLE_TITLE, title);
  const COURIER = 'http://courier.harbour.example';
  const rows = async () => (await savedArticles(scene)) as readonly { url: string; title: string; hasBody: boolean; fetch?: string; fetchTrouble?: { reason: string }; tags?: readonly string[] }[];
  const rowAt = async (path: string) => (await rows()).find(({ url }) => url.endsWith(path));

  async function bringIn(lines: readonly string[]) {
    const page = await scene.browser.openOurs('pages/transfer/transfer.html');
    await page.bringToFront();
    await page.waitForSelector('#drop .icon');
    const csv = ['title,url,time_added,tags,status', ...lines.map((url, n) => `Lamp ${n},${url},${1_600_000_000 + n},kept,unread`)].join('\n');
    await page.evaluate(`{
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(csv)}], 'pocket.csv'));
      document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await page.waitForSelector('[data-doing="bring-in"]');
    await page.click('[data-doing="bring-in"]');
    await page.waitForSelector('#tally');
    await page.waitForSelector('#texts:not([hidden]) [data-doing="texts-sites"]');
    return page;
  }

  it('are fetched from the sites that were allowed, the rest is marked, and pausing holds them back', async () => {
    scene.server.page('/lamps/1', articlePage('The first lamp on the wall'));
    scene.server.page('/lamps/2', articlePage('The second lamp on the wall'));
    scene.server.page('/lamps/list', '<!doctype html><title>Nothing</title><p>Not here.</p>');
    const before = scene.server.requests.length;
    const page = await bringIn([`${COURIER}/lamps/1`, `${COURIER}/lamps/2`, `${COURIER}/lamps/gone`, `${COURIER}/lamps/list`]);
    expect(await page.$eval('#texts-what', (what) => what.textContent)).toBe('4 links have no text yet');
    expect(await page.$eval('[data-doing="texts-sites"]', (button) => button.textContent)).toBe('Allow this site and fetch');
    expect(scene.server.requests.slice(before).filter((path) => path.startsWith('/lamps/'))).toEqual([]);
    await page.click('[data-doing="texts-sites"]');
    await scene.browser.answerPermission(true);
    await page.waitForSelector('[data-doing="texts-pause"]');
    await until('a first text', async () => (await rows()).some(({ hasBody }) => hasBody));
    await page.click('[data-doing="texts-pause"]');
    await until('the pause', () => page.$eval('#texts-state strong', (words) => words.textContent === 'Paused'));
    expect((await rows()).some(({ fetch }) => fetch === 'wanted')).toBe(true);
    // Wherever the browser was closed: a page that is opened later shows how far it has come, and goes on when told to.
    const later = await scene.browser.openOurs('pages/transfer/transfer.html');
    await later.bringToFront();
    await later.waitForSelector('[data-doing="texts-pause"]');
    await later.click('[data-doing="texts-pause"]');
    await until('all of them', async () => !(await rows()).some(({ fetch }) => fetch === 'wanted'));
    expect(await rowAt('/lamps/1')).toMatchObject({ hasBody: true, title: 'The first lamp on the wall', tags: ['kept'] });
    expect(await rowAt('/lamps/2')).toMatchObject({ hasBody: true, title: 'The second lamp on the wall' });
    expect(await rowAt('/lamps/gone')).toMatchObject({ hasBody: false, fetch: 'broken', fetchTrouble: { reason: 'linkGone' } });
    expect(await rowAt('/lamps/list')).toMatchObject({ hasBody: false, fetch: 'textless', fetchTrouble: { reason: 'linkNoArticle' } });
    await until('the end', () => page.$eval('#texts-given-up', (words) => words.textContent === '1 link leads nowhere any more. 1 link leads to a page without an article.'));
    await page.waitForSelector('[data-doing="texts-again"]');
    const paths = scene.server.requests.slice(before).filter((path) => path.startsWith('/lamps/'));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('take no for an answer', async () => {
    const before = scene.server.requests.length;
    const page = await bringIn(['http://gazette.upland.example/lamps/1']);
    await page.click('[data-doing="texts-sites"]');
    await scene.browser.answerPermission(false);
    await page.waitForSelector('#texts-said .notice');
    expect(scene.server.requests.slice(before).filter((path) => path.startsWith('/lamps/'))).toEqual([]);
    expect(await page.$('[data-doing="texts-sites"]')).not.toBeNull();
  });
});
