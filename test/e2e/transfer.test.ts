/** In and out: a list from elsewhere, the copy of everything and back, a selection as files. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedArticles, savedWith, type Scene } from './both-browsers.ts';
import { openBrowser } from '../support/open-browser.ts';
import { until } from '../support/wait.ts';
import { drop, everything, openTransfer, tally } from './moving.ts';

/** A list as Pocket wrote it: 200 links, and three rows that lead nowhere. */
const POCKET = [
  'title,url,time_added,tags,status',
  ...Array.from({ length: 200 }, (_, n) => `"Lamp ${n}, lit",https://lamps.example/${n},${1_600_000_000 + n},${n % 2 ? 'lamps|night' : ''},${n % 4 ? 'unread' : 'archive'}`),
  'A trap,javascript:alert(1),1600000000,,unread', 'Nowhere,,1600000000,,unread', '"Never closed,https://lost.example/,1600000000,,unread',
].join('\n');

/** What lay in the downloads before a test began: it is not what the test made. */
let earlier: ReadonlySet<string> = new Set();

/** Saves the sample and waits for its picture, which is fetched a moment after the save. */
async function saveSample(scene: Scene): Promise<void> {
  await scene.browser.visit(scene.server.origin + SAMPLE);
  const popup = await scene.browser.popup();
  await popup.click('#action-save [data-verb=save]');
  await popup.see('#action-save[data-state=done]');
  await popup.close();
  await until('the picture to be kept', async () => ((await savedArticles(scene)) as readonly { readonly pictures?: { readonly kept: number } }[])[0]?.pictures?.kept === 1);
}

/** A file that has come down whole. */
function downloaded({ browser }: Scene, name: RegExp): Promise<string> {
  return until(`a download like ${name}`, async () => {
    const found = readdirSync(browser.downloads).find((file) => name.test(file) && !earlier.has(file) && !readdirSync(browser.downloads).some((other) => other !== file && other.startsWith(file)));
    const path = found && join(browser.downloads, found);
    return path && existsSync(path) && statSync(path).size > 0 ? path : undefined;
  });
}

inBothBrowsers('in and out', (scene) => {
  beforeEach(async () => {
    await emptyLibrary(scene);
    earlier = new Set(readdirSync(scene.browser.downloads));
    await scene.browser.inExtension('await browser.storage.local.clear(); await browser.storage.local.set({ settings: { welcomed: true, myName: "Anselm Book" } });');
  });

  it('takes a list from Pocket, row by row, and the second time nothing of it', async () => {
    let page = await openTransfer(scene.browser);
    await drop(page, 'part_000000.csv', Buffer.from(POCKET));
    await page.waitForSelector('.found li');
    expect(await page.$eval('.found', (list) => list.textContent)).toContain('203');
    await page.click('[data-doing="bring-in"]');
    expect(await tally(page)).toEqual({ added: '200', notTaken: '3' });
    expect(await page.$$eval('.refused small', (all) => all.map((each) => each.textContent.split(' · ')[0]))).toEqual(['Entry 201', 'Entry 202', 'Entry 203']);
    const saved = await savedArticles(scene) as readonly { title: string; url: string; tags?: readonly string[]; readState?: string; savedAt?: number }[];
    expect(saved).toHaveLength(200);
    expect(saved.find(({ url }) => url === 'https://lamps.example/7')).toMatchObject({ title: 'Lamp 7, lit', tags: ['lamps', 'night'], readState: 'unread', savedAt: 1_600_000_007_000 });
    const library = await scene.browser.openOurs('pages/library/library.html');
    await library.bringToFront();
    // Only the rows in view are built.
    await until('the list', async () => (await library.$$('#items li.item')).length >= 5);
    expect(await library.$eval('#items', (list) => list.textContent)).toContain('Lamp 199, lit');

    // So many are worth a copy, and there is none.
    await until('the reminder', () => library.$eval('#copied a', (link) => link.textContent === 'Keep a copy'));

    page = await openTransfer(scene.browser);
    await drop(page, 'part_000000.csv', Buffer.from(POCKET));
    await page.waitForSelector('[data-doing="bring-in"]');
    await page.click('[data-doing="bring-in"]');
    expect(await tally(page)).toEqual({ added: '0', same: '200', notTaken: '3' });
  });

  it('says of a file that it knows nothing about it', async () => {
    const page = await openTransfer(scene.browser);
    await drop(page, 'letter.txt', Buffer.from('Dear Anna, nothing here.'));
    await page.waitForSelector('.found .bad');
    expect(await page.$('[data-doing="bring-in"]')).toBeNull();
  });

  it('keeps a copy of everything and puts it back into a fresh profile, equal to the byte, broken off or not', async () => {
    await saveSample(scene);
    await scene.browser.inExtension(`
      const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
      const database = await asked(indexedDB.open('passalong'));
      try {
        const [article] = await asked(database.transaction('articles').objectStore('articles').getAll());
        const { id } = article;
        const all = database.transaction(['articles', 'highlights', 'pictures', 'shares', 'versions', 'tags'], 'readwrite');
        all.objectStore('articles').put({ ...article, note: 'mine', progress: 0.5, readAt: 9, pictures: { kept: 1, linked: 0 } });
        all.objectStore('highlights').put({ id: 'mark-one-1', articleId: id, pen: 'leaf', anchor: { exact: 'the bakehouse', prefix: 'in ', suffix: '', start: 4, end: 17 }, note: 'so true', createdAt: 5, updatedAt: 6 });
        all.objectStore('pictures').put({ id, n: 0, url: 'https://lamps.example/a.png', blob: new Blob([Uint8Array.from({ length: 5000 }, (_, n) => (n * 7) % 256)], { type: 'image/png' }) });
        all.objectStore('shares').put({ uid: 'share-one', id, at: 7, way: 'mail', to: ['Ada'] });
        all.objectStore('versions').put({ id, at: 8, title: 'Before', html: '<p>Before</p>', text: 'Before' });
        all.objectStore('tags').put({ key: 'lamps', name: 'Lamps', colour: 'teal' });
        await new Promise((resolve, reject) => { all.oncomplete = resolve; all.onabort = () => reject(all.error); });
      } finally { database.close(); }`);
    const list = await openTransfer(scene.browser);
    await drop(list, 'pocket.csv', Buffer.from(POCKET));
    await list.waitForSelector('[data-doing="bring-in"]');
    await list.click('[data-doing="bring-in"]');
    expect(await tally(list)).toMatchObject({ added: '200' });
    const before = await everything(scene.browser);

    // The browser's own window for choosing a place can't be driven; where there is none, the copy is a download.
    await list.evaluate('delete globalThis.showSaveFilePicker; Object.defineProperty(globalThis, "showSaveFilePicker", { value: undefined });');
    await list.click('#backup');
    await list.waitForSelector('[data-outcome="written"]', { timeout: 30_000 });
    expect(await list.$eval('#out-state', (state) => state.textContent)).toContain('201');
    const file = await downloaded(scene, /^passalong-.*\.zip$/);
    const copy = readFileSync(file);
    const entries = unzipSync(copy);
    const page = Object.keys(entries).find((name) => name.startsWith('articles/') && name.includes('oven on Gull Street'));
    expect(strFromU8(entries[page!]!)).toContain('The first person in the bakehouse');
    expect(JSON.parse(strFromU8(entries['settings.json']!))).toMatchObject({ myName: 'Anselm Book' });
    expect(Object.keys(entries)).toContain('schema/article-1.schema.json');

    // Another profile that has never seen any of it, as on another computer.
    const fresh = await openBrowser(scene.kind, { headed: scene.kind === 'chrome', web: scene.server.origin });
    try {
      await fresh.inExtension('await browser.storage.local.set({ settings: { welcomed: true } });');
      const equal = async (): Promise<void> => {
        const after = await everything(fresh);
        for (const [name, rows] of Object.entries(before)) {
          expect(after[name]!.filter((row) => !rows.includes(row)).map((row) => row.slice(0, 600)), name).toEqual([]);
          expect(after[name], name).toHaveLength(rows.length);
        }
      };
      const back = await openTransfer(fresh);
      await drop(back, 'copy.zip', copy);
      await back.waitForSelector('[data-doing="bring-in"]');
      // Broken off as soon as something has come in.
      await back.evaluate(`new MutationObserver(() => { if (/^[1-9]/.test(document.querySelector('#in-state .progress .num')?.textContent ?? '')) document.querySelector('[data-doing="stop"]')?.click(); }).observe(document.getElementById('in-state'), { subtree: true, childList: true, characterData: true })`);
      await back.click('[data-doing="bring-in"]');
      const part = Number((await tally(back))['added']);
      expect(part).toBeGreaterThan(0);
      expect(part).toBeLessThan(201);
      const again = await openTransfer(fresh);
      await drop(again, 'copy.zip', copy);
      await again.waitForSelector('[data-doing="bring-in"]');
      await again.click('#settings-too');
      await again.click('[data-doing="bring-in"]');
      expect(await tally(again)).toEqual({ added: String(201 - part), same: String(part) });
      await equal();
      const { settings } = await fresh.inExtension<{ settings: { myName: string } }>('return browser.storage.local.get("settings")');
      expect(settings.myName).toBe('Anselm Book');

      // What changed since then stays when the copy is put beside it, and goes when the copy takes its place.
      const putNote = `
        const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
        const database = await asked(indexedDB.open('passalong'));
        const store = database.transaction('articles', 'readwrite').objectStore('articles');
        const all = await asked(store.getAll());
        const row = all.find(({ note }) => note);
        if (args[0]) await asked(store.put({ ...row, note: args[0] }));
        database.close();
        return row.note;`;
      await fresh.inExtension(putNote, 'changed since');
      for (const [choice, note] of [['fill', 'changed since'], ['replace', 'mine']]) {
        const page3 = await openTransfer(fresh);
        await drop(page3, 'copy.zip', copy);
        await page3.waitForSelector('[data-doing="bring-in"]');
        await page3.click(`[name="when-there"][value="${choice}"] + span`);
        await page3.click('[data-doing="bring-in"]');
        expect((await tally(page3))['added']).toBe('0');
        expect(await fresh.inExtension(putNote)).toBe(note);
      }
      await equal();
      await fresh.assertNoFaults();
    } finally {
      await fresh.close();
    }
  });

  it('makes files of what was selected in the library', async () => {
    await saveSample(scene);
    const library = await scene.browser.openOurs('pages/library/library.html');
    await library.bringToFront();
    await library.waitForSelector('#items li.item [data-doing=choose]');
    await library.click('#items li.item [data-doing=choose]');
    await library.waitForSelector('#chosen-acts .button', { visible: true });
    await library.evaluate(`[...document.querySelectorAll('#chosen-acts .button')].find((button) => button.textContent === 'Take along').click()`);
    await until('the page for files', async () => (await library.$('#export-go')) !== null && (await library.$eval('#export-what', (what) => what.textContent)) !== '');
    expect(await library.$eval('#export-what', (what) => what.textContent)).toBe('The article you selected');
    const make = async (kind: string, name: RegExp): Promise<Buffer> => {
      await library.select('#export-as', kind);
      await library.click('#export-go');
      await library.waitForSelector('[data-outcome="made"]', { timeout: 20_000 });
      return readFileSync(await downloaded(scene, name));
    };
    // The article's picture was kept with it, so the text comes with a folder of pictures, in one zip.
    const files = unzipSync(await make('markdown', /\.zip$/));
    const [text, ...pictures] = Object.keys(files).toSorted((a, b) => Number(b.endsWith('.md')) - Number(a.endsWith('.md')));
    expect(pictures.length).toBeGreaterThan(0);
    const markdown = strFromU8(files[text!]!);
    for (const picture of pictures) expect(markdown).toContain(encodeURI(picture));
    expect(markdown).toContain(`# ${SAMPLE_TITLE}`);
    expect(markdown).toContain('The first person in the bakehouse');
    expect(Object.keys(unzipSync(await make('epub', /\.epub$/)))).toContain('EPUB/article-1.xhtml');
    expect((await make('bibtex', /\.bib$/)).toString()).toContain(SAMPLE_TITLE);

    // To an e-reader: the same book, in a letter to its address, which is asked for and remembered.
    await library.select('#export-as', 'ereader');
    await library.click('#export-go');
    await library.waitForSelector('#reader-address-error:not([hidden])');
    await library.type('#reader-address', 'anselm@reader.example');
    await library.click('#export-go');
    await library.waitForSelector('[data-outcome="made"]', { timeout: 20_000 });
    const letter = await PostalMime.parse(readFileSync(await downloaded(scene, /\.eml$/)));
    expect(letter.to?.map(({ address }) => address)).toEqual(['anselm@reader.example']);
    expect(letter.attachments).toMatchObject([{ mimeType: 'application/epub+zip', filename: expect.stringMatching(/\.epub$/) }]);
    expect(strFromU8(unzipSync(new Uint8Array(letter.attachments[0]!.content as ArrayBuffer))['EPUB/article-1.xhtml']!)).toContain('The first person in the bakehouse');

    // The reading page of a saved article leads there, and the address is there already.
    const { id } = (await savedWith(scene, SAMPLE_TITLE));
    const reader = await scene.browser.openOurs(`pages/reader/reader.html?id=${id}`);
    await reader.bringToFront();
    await until('the way to the e-reader', async () => (await reader.$eval('#to-ereader', (link) => (link as HTMLAnchorElement).href)).endsWith(`?id=${id}#ereader`));
    const way = await scene.browser.openOurs(`pages/transfer/transfer.html?id=${id}#ereader`);
    await way.waitForSelector('#to-reader:not([hidden])');
    expect(await way.$eval('#reader-address', (field) => (field as HTMLInputElement).value)).toBe('anselm@reader.example');
    expect(await way.$eval('#export-what', (what) => what.textContent)).toBe('The article you selected');
  });
});
