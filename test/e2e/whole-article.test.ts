/** An article in pages, and a publisher's print version: offered on the print page, fetched only after a click and a yes. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { draftsLeft, emptyLibrary, inBothBrowsers } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const PARTS = ['The harbour had eleven lamps, and each of them had a name.', 'The second part tells of the brass key that opens nothing.', 'In the third part the last lamp is lit by a school class.'];
const FILL = 'The keeper walked the wall every evening while the boats came home, counting the lamps aloud, and the children counted with him until the tide turned and supper was ready.';

inBothBrowsers('whole article', (scene) => {
  const site = 'http://courier.harbour.example';
  const path = (n: number): string => `/the-lamps-of-the-harbour${n > 1 ? `/${n}` : ''}`;
  const part = (n: number): string => `<!doctype html><html lang="en"><head><title>Eleven lamps, and who lights them</title>
    <link rel="next" href="${site}${path(n + 1)}"></head>
    <body><main><article><h1>Eleven lamps, and who lights them</h1><p>By Ines Calder</p>
    ${Array.from({ length: 6 }, (_, k) => `<p>${k === 3 ? PARTS[n - 1] : ''} ${FILL} Part ${n}, paragraph ${k}.</p>`).join('')}</article></main></body></html>`;
  // The strict policy of the hidden document keeps a fetched page's styles from being applied; Chromium notes each on its console.
  beforeAll(() => scene.browser.faults.expect(/fetch\.html:? Applying inline style violates/));
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.permissions.remove({ origins: (await browser.permissions.getAll()).origins })');
    for (const [n] of PARTS.entries()) scene.server.page(path(n + 1), part(n + 1));
    // A site whose last page leads to itself under ever new numbers.
    for (const n of [4, 5]) scene.server.page(path(n), part(3).replace(path(4), path(n + 1)));
    await scene.browser.visit(site + path(1));
  });
  const openSheets = async (): Promise<Page> => {
    const popup = await scene.browser.popup();
    await popup.click('#acts [data-verb=print]');
    const page = await scene.browser.waitForOurs('pages/print/print.html');
    await page.bringToFront();
    await page.waitForSelector('#offer button', { visible: true });
    return page;
  };

  it('joins the pages of an article in order, and stops where nothing new comes', async () => {
    const page = await openSheets();
    const before = scene.server.requests.length;
    expect(await page.$eval('#flow', (flow) => flow.textContent)).not.toContain(PARTS[1]);
    await page.click('#offer button');
    await scene.browser.answerPermission(true);
    await until('the whole article', () => page.evaluate((last: string) => document.getElementById('flow')?.textContent?.includes(last) && document.querySelectorAll('.back').length > 0, PARTS[2]!));
    const text = await page.$eval('#flow', (flow) => flow.textContent);
    const places = PARTS.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text.split('Eleven lamps, and who lights them')).toHaveLength(2);
    expect(await page.$eval('#offer', (offer) => (offer as HTMLElement).hidden)).toBe(true);
    expect(scene.server.requests.slice(before).filter((asked) => asked.startsWith(path(1)))).toEqual([2, 3, 4].map(path));
  });

  it('takes the text from the publisher’s print version, and fetches nothing after a no', async () => {
    const whole = part(1).replace(/<link rel="next"[^>]*>/, '').replace('</article>', `${Array.from({ length: 4 }, (_, k) => `<p>${FILL} Only in print ${k}.</p>`).join('')}<p>${PARTS[2]}</p></article>`);
    scene.server.page('/print/lamps', whole);
    const other = 'http://gazette.lowland.example';
    for (const [from, name] of [[site, 'one'], [other, 'two']] as const) {
      scene.server.page(`/lamps-in-short-${name}`, part(1).replace(/<link rel="next"[^>]*>/, `<link rel="alternate" media="print" href="${from}/print/lamps">`));
    }
    // A site that has never been asked for: Chromium gives back without asking what it once had.
    await scene.browser.visit(`${other}/lamps-in-short-two`);
    let page = await openSheets();
    const before = scene.server.requests.length;
    await page.click('#offer button');
    await scene.browser.answerPermission(false);
    await until('the refusal in words', () => page.$eval('#offer [role=status]', (said) => (said.textContent ?? '').length > 20));
    expect(scene.server.requests.slice(before)).not.toContain('/print/lamps');
    await scene.browser.closeOurs();

    await scene.browser.visit(`${site}/lamps-in-short-one`);
    page = await openSheets();
    await page.click('#offer button');
    // Allowed once before in Chromium, and so without a question there.
    if (scene.kind === 'firefox') await scene.browser.answerPermission(true);
    await until('the print version', () => page.evaluate((last: string) => document.getElementById('flow')?.textContent?.includes(last), PARTS[2]!));
    expect(await page.$eval('#flow .address', (link) => link.textContent)).toContain('lamps-in-short-one');
  });

  it('joins them in a private window, too, and nothing of them is written down', async () => {
    // A site that has never been asked for.
    const quiet = 'http://chronicle.quiet.example';
    for (const n of [1, 2, 3, 4, 5]) scene.server.page(path(n), part(Math.min(n, 3)).replaceAll(site, quiet));
    await scene.browser.visit(quiet + path(1));
    let page = await openSheets();
    await page.click('#offer button');
    // Asked once, here, where the question can be answered: what is allowed holds in private windows.
    await scene.browser.answerPermission(true);
    const isWhole = (): Promise<boolean> => page.evaluate((last: string) => document.getElementById('flow')?.textContent?.includes(last) === true, PARTS[2]!);
    await until('the whole article', isWhole);
    await scene.browser.closeOurs();
    await emptyLibrary(scene);

    const window = await scene.browser.privateWindow(quiet + path(1));
    await (await window.popup()).click('#acts [data-verb=print]');
    page = await scene.browser.waitForOurs('pages/print/print.html?draft=private-');
    await page.bringToFront();
    await page.waitForSelector('#offer button', { visible: true });
    await page.click('#offer button');
    await until('the whole article', isWhole);
    expect(await draftsLeft(scene)).toBe(0);
    await window.close();
  });
}, { privately: true });
