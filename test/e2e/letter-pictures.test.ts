/** A letter's pictures: those the library keeps travel without the web, and newer kinds as what every mail program shows. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, expect, it } from 'vitest';
import { until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers, savedArticles, savedWith } from './both-browsers.ts';

/** Pictures of one and two dots: a WebP without and one with something that shows through, and an AVIF. */
const SMALL = {
  'solid.webp': 'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=',
  'glass.webp': 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
  'two.avif': 'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0MAAAAABNjb2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8+ErK42A=',
} as const;
const TITLE = 'Four lamps that were counted twice';
const PARAGRAPH = 'The keeper wrote the number of every lamp into a book with a green back, and under it the hour at which it was lit, and whether the wind had come from the water or from the hills behind the town.';

inBothBrowsers('letter pictures', (scene) => {
  beforeEach(async () => {
    for (const file of readdirSync(scene.browser.downloads)) rmSync(join(scene.browser.downloads, file));
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.clear(); await browser.storage.session.clear()');
  });
  const downloaded = (ending: string) => until(`a file ${ending}`, () => {
    const name = readdirSync(scene.browser.downloads).find((file) => file.endsWith(ending));
    const path = name && join(scene.browser.downloads, name);
    return path && readFileSync(path).length > 0 ? path : undefined;
  });

  it('that are kept go along when their site is gone, asking for nothing; newer kinds as JPEG and PNG', async () => {
    const png = readFileSync('samples/oven.png');
    const files = { 'oven.png': png, ...Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [name, Buffer.from(text, 'base64')])) };
    const type = (name: string): string => `image/${name.split('.')[1]}`;
    for (const [name, body] of Object.entries(files)) scene.server.page(`/lamps/${name}`, { body, type: type(name) });
    const figures = Object.keys(files).map((name, i) => `<p>${i + 1}. ${PARAGRAPH}</p><figure><img src="/lamps/${name}" alt="A lamp, as ${name}" width="600" height="400"></figure>`);
    await scene.browser.visit(scene.server.page('/lamps/story.html', `<!doctype html><html lang="en"><title>${TITLE}</title><body><article><h1>${TITLE}</h1>${figures.join('')}<p>${PARAGRAPH}</p></article>`));
    const popup = await scene.browser.popup();
    await popup.see('#popup[data-state=article]');
    await popup.click('[data-verb=save]');
    const { id } = await savedWith(scene, TITLE);
    await popup.close();
    expect(await until('the pictures to be counted', async () => (await savedArticles(scene) as readonly { pictures?: object }[])[0]?.pictures)).toEqual({ kept: 4, linked: 0 });
    for (const name of Object.keys(files)) scene.server.page(`/lamps/${name}`, { body: 'gone', status: 410 });
    const before = scene.server.requests.length;

    const page = await scene.browser.openOurs(`pages/share/share.html?id=${id}`);
    await until('the letter', () => page.evaluate(`Boolean(document.querySelector('#sheet .line.title'))`));
    await page.evaluate(`[...document.querySelectorAll('input[name=letter-travels]')].find((radio) => radio.value === 'article').click()`);
    expect(await page.$eval('#along-pictures', (line) => line.textContent)).toBe('All pictures travel in the letter: 4.');
    expect(await page.$eval('#bring-pictures', (button) => (button as HTMLButtonElement).hidden)).toBe(true);
    await until('the pictures on the sheet', () => page.$$eval('.body figure img', (shown) => shown.length === 4 && shown.every((image) => (image as HTMLImageElement).naturalWidth > 0)));
    await page.click('#along-book');
    await page.click('#letter-draft:not([hidden]), #letter-way-draft:not([hidden])');
    const draft = await downloaded('.eml');
    const mail = await until('the whole draft', async () => {
      const parsed = await PostalMime.parse(readFileSync(draft));
      return parsed.attachments.some(({ mimeType }) => mimeType === 'application/epub+zip') ? parsed : undefined;
    });
    const inline = mail.attachments.filter(({ disposition }) => disposition === 'inline');
    expect(inline.map(({ mimeType }) => mimeType)).toEqual(['image/png', 'image/jpeg', 'image/png', 'image/jpeg']);
    const bytes = inline.map(({ content }) => Buffer.from(content as ArrayBuffer));
    // What every program shows travels byte for byte; the others are what they say they are.
    expect(bytes[0]!.equals(png)).toBe(true);
    expect(bytes.slice(1).map((one) => one.subarray(0, 3).toString('hex'))).toEqual(['ffd8ff', '89504e', 'ffd8ff']);
    expect(inline.map(({ filename }) => filename)).toEqual(['1.png', '2.jpg', '3.png', '4.jpg']);
    for (const { contentId } of inline) expect(mail.html).toContain(`src="cid:${contentId!.slice(1, -1)}"`);

    await page.click('#letter-way-file');
    const html = readFileSync(await downloaded('.html'), 'utf8');
    // A browser reads it: there the pictures are what they were.
    for (const [name, body] of Object.entries(files)) expect(html).toContain(`data:${type(name)};base64,${body.toString('base64').slice(0, 60)}`);
    expect(scene.server.requests.slice(before)).toEqual([]);
  });
});
