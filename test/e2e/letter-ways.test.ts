/** The letter's other ways: a quote with its link, the article as a file, pictures fetched for the draft, and the note of what was passed on. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PostalMime from 'postal-mime';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedWith } from './both-browsers.ts';
import { openLetterInPopup, openLetterPage } from './letter-steps.ts';

inBothBrowsers('letter ways', (scene) => {
  beforeEach(async () => {
    scene.browser.mail.clear();
    for (const file of readdirSync(scene.browser.downloads)) rmSync(join(scene.browser.downloads, file));
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.clear(); await browser.storage.session.clear()');
  });

  const openFullPage = (prepare = ''): Promise<Page> => openLetterPage(scene, 'Smell the bread!', prepare);
  const downloaded = (ending: string) => until(`a file ${ending}`, () => {
    const name = readdirSync(scene.browser.downloads).find((file) => file.endsWith(ending));
    const path = name && join(scene.browser.downloads, name);
    return path && readFileSync(path).length > 0 ? path : undefined;
  });
  const pasted = async (field: string): Promise<Page> => {
    await scene.browser.visit(scene.server.page('/paste', '<!doctype html><title>Mail</title><div id="rich" contenteditable>&nbsp;</div><textarea id="plain"></textarea>'));
    const web = scene.browser.page;
    await web.bringToFront();
    await web.focus(field);
    await web.keyboard.down('Control');
    await web.keyboard.press('v', { commands: ['Paste'] });
    await web.keyboard.up('Control');
    return web;
  };

  it('from a selected quote to the clipboard, with its source and a link that opens the page at it', async () => {
    const page = await openFullPage(`(() => {
      const words = document.querySelector('article > p:not([class])').firstChild;
      getSelection().setBaseAndExtent(words, 0, words, words.nodeValue.indexOf(' ', 40));
    })()`);
    const quote = await page.$eval('.body .quotation', (line) => line.textContent);
    expect(quote!.length).toBeGreaterThan(30);
    // The ways to messengers and web mail are links; nothing of theirs is loaded before the click.
    const links = await page.$$eval('.letter-ways a[target=_blank]', (all) => all.map((link) => new URL((link as HTMLAnchorElement).href).host));
    expect(links.length).toBeGreaterThan(5);
    expect(await page.evaluate(`performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).map(({ name }) => name)`)).toEqual([]);
    await page.click('#letter-way-quote');
    await until('the copy', () => page.evaluate(`document.querySelector('#letter-said').textContent.startsWith('Copied')`));
    const web = await pasted('#rich');
    const rich = await until('the pasted quote', () => web.$eval('#rich', (element) => (element.querySelector('blockquote') ? { quote: element.querySelector('blockquote')!.textContent!.trim(), link: element.querySelector('a')!.href } : undefined)));
    expect(rich.quote).toBe(quote);
    const [address, directive = ''] = rich.link.split('#:~:text=');
    expect(address).toContain(SAMPLE);
    const start = decodeURIComponent(directive.split(',').filter((part) => !/^-|-$/.test(part))[0] ?? '');
    expect(start).not.toBe('');
    expect(quote!.toLowerCase().startsWith(start.toLowerCase().slice(0, 10))).toBe(true);
  });

  it('from a selected quote to the mail program and to the draft file', async () => {
    const page = await openFullPage(`(() => {
      const words = document.querySelector('article > p:not([class])').firstChild;
      getSelection().setBaseAndExtent(words, 0, words, words.nodeValue.indexOf(' ', 40));
    })()`);
    const quote = await page.$eval('.body .quotation', (line) => line.textContent!);
    const email = await page.evaluate(`'#' + [...document.querySelectorAll('label')].find((label) => label.textContent === 'Friend’s e-mail').htmlFor`) as string;
    await page.focus(email);
    await page.keyboard.type('marta@example.org');
    await page.keyboard.press('Tab');
    await page.click('#letter-mail');
    const mail = new URL(await scene.browser.mail.mail());
    expect(mail.pathname).toBe('marta@example.org');
    expect(mail.searchParams.get('body')!.replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' '));
    await page.click('#letter-way-draft');
    const path = await downloaded('.eml');
    const draft = await until('the whole draft', async () => {
      const parsed = await PostalMime.parse(readFileSync(path));
      return parsed.html?.includes('</html>') ? parsed : undefined;
    });
    expect(draft.to?.[0]?.address).toBe('marta@example.org');
    expect(draft.text!.replace(/^> ?/gm, '').replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' '));
  });

  it('from the popup itself to the clipboard', async () => {
    const popup = await openLetterInPopup(scene);
    await popup.fill('#letter-note', 'Straight from here.');
    await popup.click('#letter-more');
    await popup.see('#letter-way-copy');
    await popup.click('#letter-way-copy');
    await until('the copy', async () => (await popup.text('#letter-said')).startsWith('Copied'));
    await popup.close();
    const web = await pasted('#plain');
    await until('the pasted letter', () => web.$eval('#plain', (element) => (element as HTMLTextAreaElement).value.includes('Straight from here.') && (element as HTMLTextAreaElement).value.includes('/samples/')));
  });

  it('the article as a file: complete without the web, asking nothing of it', async () => {
    const page = await openFullPage();
    await page.click('#letter-way-file');
    const path = await downloaded('.html');
    expect(path.endsWith(`${SAMPLE_TITLE}.html`)).toBe(true);
    const before = scene.server.requests.length;
    const tab = await scene.browser.page.browser().newPage();
    try {
      if (scene.kind === 'chrome') await tab.setOfflineMode(true);
      await tab.goto(pathToFileURL(path).href, { waitUntil: 'load' });
      const seen = await tab.evaluate(`({
        title: document.querySelector('h1').textContent, note: document.querySelector('.note').textContent.includes('Smell the bread!'),
        words: document.querySelector('article .text').innerText.split(/\\s+/).length, asked: performance.getEntriesByType('resource').length,
        broken: [...document.images].filter((image) => image.checkVisibility() && image.naturalWidth === 0).length, scripts: document.scripts.length,
      })`) as { title: string; note: boolean; words: number; asked: number; broken: number; scripts: number };
      expect(seen).toMatchObject({ title: SAMPLE_TITLE, note: true, asked: 0, broken: 0, scripts: 0 });
      expect(seen.words).toBeGreaterThan(300);
      expect(scene.server.requests.length).toBe(before);
    } finally {
      await tab.close();
    }
  });

  it('fetches pictures for the draft after a click and a permission that is handed back, and takes the article along as file and book', async () => {
    const page = await openFullPage();
    await page.evaluate(`[...document.querySelectorAll('input[name=letter-travels]')].find((radio) => radio.value === 'article').click()`);
    // An item of a list is as wide as its line, not as its sign.
    expect(await page.$$eval('.body .line.item', (items) => items.map((item) => item.clientWidth > 250))).toEqual([true, true, true, true, true]);
    expect(await page.$eval('#along-pictures', (line) => line.textContent)).toMatch(/stay on the web/);
    await page.click('#bring-pictures');
    await scene.browser.answerPermission(true);
    await until('the pictures', () => page.evaluate(`/^All pictures/.test(document.querySelector('#along-pictures').textContent)`));
    expect(await scene.browser.inExtension('return (await browser.permissions.getAll()).origins')).toEqual([]);
    expect(await page.$$eval('.body figure img', (pictures) => pictures.every((picture) => picture.src.startsWith('blob:')))).toBe(true);
    await page.click('#along-file');
    await page.click('#along-book');
    await page.click('#letter-draft, #letter-way-draft:not([hidden])');
    const path = await downloaded('.eml');
    const mail = await until('the whole draft', async () => {
      const parsed = await PostalMime.parse(readFileSync(path));
      return parsed.attachments.some(({ mimeType }) => mimeType === 'application/epub+zip') ? parsed : undefined;
    });
    const kinds = mail.attachments.map(({ mimeType, disposition }) => `${mimeType} ${disposition}`);
    expect(kinds).toContain('image/png inline');
    expect(kinds.slice(-2)).toEqual(['text/html attachment', 'application/epub+zip attachment']);
    const picture = mail.attachments.find(({ mimeType }) => mimeType === 'image/png')!;
    expect(Buffer.from(picture.content as ArrayBuffer).equals(readFileSync('samples/oven.png'))).toBe(true);
    expect(mail.html).toContain(`src="cid:${picture.contentId!.slice(1, -1)}"`);
    expect(Buffer.from(mail.attachments.at(-1)!.content as ArrayBuffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('hands the letter and the article’s file to the system’s own sheet, and says so when that fails', async () => {
    const page = await openFullPage();
    expect(await page.$('#letter-way-apps')).toBeNull();
    // Nothing can be put into a page of ours there before it begins; and on a desktop that browser has no such sheet.
    if (scene.kind === 'firefox') return;
    // No browser has a sheet to share with on this system: it alone is stood in for, as a telephone’s browser offers it.
    await page.evaluateOnNewDocument(`
      const sheet = { shared: [], fails: '', takesFiles: true };
      const share = async (data) => {
        if (sheet.fails) throw new DOMException('', sheet.fails);
        sheet.shared.push({ ...data, files: await Promise.all((data.files ?? []).map(async (file) => ({ name: file.name, type: file.type, text: await file.text() }))) });
      };
      Object.defineProperties(navigator, { share: { value: share }, canShare: { value: ({ files }) => !files || sheet.takesFiles } });
      Object.assign(window, { sheet });
    `);
    await page.reload({ waitUntil: [] });
    await page.waitForSelector('#letter-way-apps', { visible: true });
    const click = () => page.evaluate(`document.querySelector('#letter-way-apps').click()`);
    const shared = (n: number) => until('the sheet', () => page.evaluate(`sheet.shared[${n}]`)) as Promise<{ title: string; text: string; url?: string; files: { name: string; type: string; text: string }[] }>;
    const said = () => page.$eval('#letter-said', (element) => ((element as HTMLElement).hidden ? '' : element.textContent!));
    await click();
    const whole = await shared(0);
    expect(whole.title).toContain(SAMPLE_TITLE);
    expect(whole.text).toContain('Smell the bread!');
    expect(whole.text.trim().endsWith(SAMPLE)).toBe(true);
    expect(whole.files).toMatchObject([{ name: `${SAMPLE_TITLE}.html`, type: 'text/html', text: expect.stringContaining('name="passalong-letter"') }]);

    await page.evaluate('sheet.takesFiles = false');
    await click();
    const bare = await shared(1);
    expect(bare).toMatchObject({ title: whole.title, url: expect.stringContaining(SAMPLE), files: [] });
    expect(bare.text).not.toContain(SAMPLE);

    await page.evaluate(`sheet.fails = 'AbortError'`);
    await click();
    expect(await said()).toBe('');
    await page.evaluate(`sheet.fails = 'NotAllowedError'`);
    await click();
    await until('word of it', async () => /copy/i.test(await said()));
    expect(await page.evaluate('sheet.shared.length')).toBe(2);
  });

  it('notes beside a saved article to whom it was passed on, and forgets it; the way used last comes first', async () => {
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const popup = await scene.browser.popup();
    await popup.see('#popup[data-state=article]');
    await popup.click('[data-verb=save]');
    const { id } = await savedWith(scene, SAMPLE_TITLE);
    await popup.close();
    const page = await openFullPage();
    const email = await page.evaluate(`'#' + [...document.querySelectorAll('label')].find((label) => label.textContent === 'Friend’s e-mail').htmlFor`) as string;
    await page.focus(email);
    await page.keyboard.type('marta@example.org');
    await page.keyboard.press('Tab');
    await page.click('#letter-mail, #letter-way-mail:not([hidden])');
    await scene.browser.mail.mail();
    const library = await scene.browser.openOurs('pages/library/library.html#everything');
    await until('the note in the row', () => library.evaluate(`document.querySelector('.item .passed-on')?.textContent === 'Passed on to marta@example.org'`));
    await library.click('.item .passed-on');
    await until('when it was', () => library.evaluate(`/^Passed on to marta@example.org on /.test(document.querySelector('#passed-on[open] li span')?.textContent)`));
    await library.click('#passed-on li button');
    await until('it to be forgotten', () => library.evaluate(`document.querySelector('#passed-on li span').textContent === 'Forgotten.' && !document.querySelector('.item .passed-on')`));
    await library.click('#passed-on li button');
    await until('it to be put back', () => library.evaluate(`Boolean(document.querySelector('.item .passed-on'))`));
    const reader = await scene.browser.openOurs(`pages/reader/reader.html?id=${id}`);
    const said = await until('the note of it', () => reader.evaluate(`document.querySelector('#passed-on:not([hidden])')?.innerText`)) as string;
    expect(said).toContain('Passed on to marta@example.org on ');
    await reader.evaluate(`(() => { const button = document.querySelector('#passed-on button'); button.focus(); button.click(); })()`);
    await until('it to be forgotten', () => reader.evaluate(`document.querySelector('#passed-on').hidden`));
    // Not lost with the button that had it.
    expect(await reader.evaluate(`document.activeElement.id`)).toBe('article');
    await page.bringToFront();
    await page.click('#letter-way-markdown');
    await until('the copy', () => page.evaluate(`document.querySelector('#letter-said').textContent.startsWith('Copied')`));
    await scene.browser.closeOurs();
    const again = await openFullPage();
    expect(await again.$eval('.letter-go', (go) => [...go.children].filter((child) => !(child as HTMLElement).hidden).map((child) => child.id))).toEqual(['letter-way-markdown']);
  });
});
