/**
 * The kind of page this product comes from: tables for layout, no declared facts, a friend form. The real one stands beside
 * the project on some machines; one of our own in the same style is always there. Each is read, printed, shared and saved.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, beforeEach } from 'vitest';
import { emptyLibrary, inBothBrowsers, savedWith, type Scene, printSheets } from './both-browsers.ts';
import { ROOT, SHARED } from '../support/folders.ts';
import { textOf } from '../support/paper.ts';

interface Expected {
  readonly url: string;
  readonly title: string;
  readonly siteName: string;
  readonly section: string;
  readonly publication: string;
  readonly authors: readonly string[];
  readonly paragraphs: readonly string[];
  readonly mustNotContain: readonly string[];
  readonly published?: string;
  readonly publishedTime?: string;
  readonly links?: readonly string[];
}

const OWN = { name: 'our own page of the old kind', page: join(ROOT, 'test/fixtures/old-table-page/page.html'), expected: join(ROOT, 'test/fixtures/old-table-page/expected.json') };
const REAL = { name: 'the real page', page: join(SHARED, 'pages/todayaz.html'), expected: join(SHARED, 'pages/todayaz.json') };
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

inBothBrowsers('old page', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.clear(); await browser.storage.session.clear();');
    scene.browser.mail.clear();
  });
  describe(OWN.name, () => { walk(scene, OWN); });
  if (existsSync(REAL.page)) describe(REAL.name, () => { walk(scene, REAL); });
  else it.skip(`${REAL.name} (needs ../shared)`, () => undefined);
});

function walk(scene: Scene, { page, expected: file }: typeof OWN): void {
  const expected = (): Expected => JSON.parse(readFileSync(file, 'utf8')) as Expected;
  const open = async () => {
    const { url } = expected();
    scene.server.page(new URL(url).pathname, readFileSync(page, 'utf8'));
    await scene.browser.visit(url);
    const popup = await scene.browser.popup();
    await popup.see('#popup[data-state=article]');
    return popup;
  };

  it('shows who, where, when', async () => {
    const { title, publication, section, authors, published, publishedTime } = expected();
    const popup = await open();
    expect(await popup.text('#title')).toBe(title);
    expect(await popup.text('#kick')).toBe(`${publication} · ${section}`);
    expect(await popup.text('#by')).toBe(authors[0]);
    const [date = '', time = ''] = (published ?? publishedTime ?? '').split('T');
    const [year = '', , day = ''] = date.split('-');
    const when = await popup.text('#when');
    expect(when).toContain(year);
    expect(when).toContain(String(Number(day)));
    expect(when).toContain(time);
    await popup.close();
  });

  it('saves every fact, exactly as the page gives it', async () => {
    const { title, publication, siteName, section, authors, published, publishedTime } = expected();
    const popup = await open();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.close();
    expect(await savedWith(scene, title)).toMatchObject({ title, publication, siteName, section, authors, published: published ?? publishedTime, hasBody: true });
  });

  it('reads clean: every paragraph with its links, none of the page around it', async () => {
    const { url, paragraphs, mustNotContain, links = [] } = expected();
    const popup = await open();
    await popup.click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html');
    await reader.waitForSelector('#text');
    const found = await reader.$$eval('#text p', (all) => all.map((each) => each.textContent ?? ''));
    expect(found.map(flat).filter(Boolean)).toEqual(paragraphs.map(flat));
    const whole = flat(await reader.$eval('#article', (article) => article.textContent ?? ''));
    for (const words of mustNotContain) expect(whole).not.toContain(words);
    const hrefs = await reader.$$eval('#text a', (all) => all.map((each) => each.href));
    expect(hrefs).toEqual(links.map((link) => new URL(link, url).href));
  });

  it('prints: everything of the article, nothing of the page', async () => {
    const { title, paragraphs, mustNotContain, publication } = expected();
    const popup = await open();
    await popup.click('#acts [data-verb=print]');
    const text = textOf(await printSheets(scene));
    for (const words of [title, publication, ...paragraphs.map((paragraph) => flat(paragraph).slice(0, 30))]) expect(text).toContain(words);
    for (const words of mustNotContain) expect(text).not.toContain(words);
  });

  it('shares', async () => {
    const { url, title } = expected();
    const popup = await open();
    await popup.click('#acts [data-verb=share]');
    await popup.see('#letter-note');
    const email = await popup.evaluate<string>(`return '#' + [...document.querySelectorAll('label')].find((label) => label.textContent === 'Friend’s e-mail').htmlFor`);
    await popup.fill(email, 'rosalind@letters.example');
    // The whole of it is more than a mail link carries: the bare link always fits.
    await popup.click('label:has(> input[name=letter-travels][value=link])');
    await popup.click('#letter-mail');
    const mail = new URL(await scene.browser.mail.mail());
    expect(mail.searchParams.get('subject')).toContain(title);
    expect(mail.searchParams.get('body')).toContain(url);
  });
}
