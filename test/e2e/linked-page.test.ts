/** Saving what is only linked: the site's permission, asked then and for that site only, and *no* taken for an answer. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, emptyLibrary, inBothBrowsers, MENU, SAMPLE_TITLE, savedArticles, savedWith } from './both-browsers.ts';
import { ROOT } from '../support/folders.ts';
import { until } from '../support/wait.ts';

inBothBrowsers('linked page', (scene) => {
  const sample = readFileSync(join(ROOT, 'samples/the-oven-on-gull-street.html'), 'utf8');
  let linked = '';
  // The strict policy of the hidden document keeps a fetched page's styles from being applied; Chromium notes each on its console.
  beforeAll(() => scene.browser.faults.expect(/pages\/fetch\/fetch\.html: Applying inline style violates|fetch\.html Applying inline style violates/));
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.permissions.remove({ origins: (await browser.permissions.getAll()).origins })');
    scene.server.page('/linked', sample);
    linked = 'http://courier.harbour.example/linked';
    scene.server.page('/links', `<!doctype html><title>Links</title><p><a id="link" href="${linked}">The oven on Gull Street</a></p><p><a id="other" href="http://gazette.lowland.example/linked">The same elsewhere</a></p><p><a id="dead" href="http://courier.harbour.example/dead">A story that is gone</a></p>`);
    await scene.browser.visit(`${scene.server.origin}/links`);
  });
  const choose = async (selector: string) => {
    await scene.browser.chooseInMenu({ on: 'link', selector }, 'Save linked article', MENU.link);
  };
  const ask = async () => {
    const page = await scene.browser.waitForOurs('pages/ask/ask.html');
    await page.bringToFront();
    await page.waitForSelector('#ask[data-state=question] #allow', { visible: true });
    return page;
  };
  const allowed = () => scene.browser.inExtension<readonly string[]>('return (await browser.permissions.getAll()).origins');

  it('has no site’s permission from the start', async () => {
    expect(await allowed()).toEqual([]);
  });

  it('explains, asks for that site only, fetches and saves', async () => {
    await choose('#link');
    const page = await ask();
    expect(await page.$eval('#say', (say) => say.textContent)).toContain('courier.harbour.example');
    expect(scene.server.requests).not.toContain('/linked');
    await page.click('#allow');
    await scene.browser.answerPermission(true);
    await page.waitForSelector('#ask[data-state=saved]');
    const row = await savedWith(scene, SAMPLE_TITLE);
    expect(row.authors).toEqual(['Tamsin Averill', 'Jonah Okpara']);
    expect(await allowed()).toEqual(['http://courier.harbour.example/*']);
    await page.click('#open-saved');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html');
    await reader.waitForSelector('article h1');
  });

  it('takes no for an answer and keeps just the link if asked to', async () => {
    const before = scene.server.requests.length;
    // Another site: Chromium gives back a permission that it once had and that was returned, without asking again.
    await choose('#other');
    const page = await ask();
    await page.click('#allow');
    await scene.browser.answerPermission(false);
    await page.waitForSelector('#ask[data-state=refused]');
    expect(scene.server.requests.slice(before)).not.toContain('/linked');
    expect(await savedArticles(scene)).toHaveLength(0);
    expect(await allowed()).toEqual([]);
    await page.click('#keep-link');
    const row = await until('the link', async () => (await savedArticles(scene))[0]);
    expect(row).toMatchObject({ hasBody: false });
    expect(row.url).toContain('/linked');
  });

  it('saves the next one of that site at once, and says why when it is gone', async () => {
    await choose('#link');
    const page = await ask();
    await page.click('#allow');
    await scene.browser.answerPermission(true);
    await page.waitForSelector('#ask[data-state=saved]');
    await scene.browser.closeOurs();
    scene.server.page('/linked', sample.replaceAll(SAMPLE_TITLE, 'A second oven after all').replace('<link rel="icon"', '<link rel="canonical" href="/second"><link rel="icon"'));
    await scene.browser.visit(`${scene.server.origin}/links`);
    await choose('#link');
    await savedWith(scene, 'A second oven after all');
    expect(await addressOf(scene.browser.page)).toContain('/links');

    const notices = await scene.browser.notices();
    // The browser itself notes that the page answered 404.
    scene.browser.faults.expect(/404.*\/dead|\/dead.*404/);
    await choose('#dead');
    await until('the badge !', async () => (await scene.browser.badge()) === '!');
    await until('a notice', async () => (await scene.browser.notices()) > notices);
  });
});
