/** A library with many large pictures, copied into one file and brought into a profile that has never seen it. */
import { statSync } from 'node:fs';
import { appears, watched } from './watching.mjs';

/** Bytes of one picture: random, so that nothing packs them. */
const PICTURE = 1_000_000;

/** In a page of the extension: articles with a picture each, straight into the stores. */
const FILL = `
  const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const database = await asked(indexedDB.open('passalong'));
  const [from, to, size] = args;
  for (let n = from; n < to; n += 1) {
    const id = n + 1;
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
    const url = 'https://lamps.example/picture/' + n;
    const picture = url + '.png';
    const text = 'Lamp ' + n + ' on the wall: lämp, светильник, 灯, مصباح.';
    const all = database.transaction(['articles', 'texts', 'bodies', 'pictures'], 'readwrite');
    all.objectStore('articles').put({ id, uid: crypto.randomUUID(), url, sourceUrl: url, key: 'lamps.example/picture/' + n, lists: [['*', -n, id]], title: 'Lamp ' + n, authors: ['Ines Moor'], dir: 'ltr', excerpt: '', wordCount: 9, savedAt: 1500000000000 + n, updatedAt: 1500000000000 + n, readState: 'unread', favourite: false, tags: [], hasBody: true, quotes: [], pictures: { kept: 1, linked: 0 } });
    all.objectStore('texts').put({ id, text });
    all.objectStore('bodies').put({ id, html: '<p>' + text + '</p><figure><img src="' + picture + '" alt=""></figure>', feeds: [], kept: { paragraphs: 1, pictures: 1, embeds: 0, tables: 0 }, provenance: {} });
    all.objectStore('pictures').put({ id, n: 0, url: picture, blob: new Blob([bytes], { type: 'image/png' }) });
    await new Promise((resolve, reject) => { all.oncomplete = resolve; all.onabort = () => reject(all.error); });
  }
  database.close();`;

/** In a page of the extension: of each address, a sum over its text, body and pictures to the byte. */
const SUMS = `
  const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const database = await asked(indexedDB.open('passalong'));
  const hex = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const sums = {};
  for (const { id, url } of await asked(database.transaction('articles').objectStore('articles').getAll())) {
    const from = (name, key) => asked(database.transaction(name).objectStore(name).get(key));
    const [text, body] = await Promise.all([from('texts', id), from('bodies', id)]);
    const pictures = await asked(database.transaction('pictures').objectStore('pictures').getAll(IDBKeyRange.bound([id], [id, []])));
    const parts = [text?.text ?? '', body?.html ?? ''];
    for (const { n, url: at, blob } of pictures) parts.push(String(n), at, blob.type, await hex(await blob.arrayBuffer()));
    sums[url] = await hex(new TextEncoder().encode(JSON.stringify(parts)));
  }
  database.close();
  return sums;`;

/**
 * @param withBrowser opens a browser with the transfer page for the time of its work
 * @param downloaded the zip that has come down, once it is whole
 */
export async function thereAndBack({ megabytes, withBrowser, downloaded }) {
  return withBrowser(async (from, page) => {
    for (let n = 0; n < megabytes; n += 25) await from.inExtension(FILL, n, Math.min(megabytes, n + 25), PICTURE);
    const before = await from.inExtension(SUMS);
    await page.evaluate('Object.defineProperty(globalThis, "showSaveFilePicker", { value: undefined })');
    const out = await watched(page, async () => {
      await page.click('#backup');
      await appears(page, '[data-outcome="written"]', 600);
    });
    const file = await downloaded(from.downloads);
    return withBrowser(async (to, other) => {
      const input = await other.$('#files');
      await input.uploadFile(file);
      await appears(other, '[data-doing="bring-in"]', 120);
      const back = await watched(other, async () => {
        await other.click('[data-doing="bring-in"]');
        await appears(other, '#tally', 600);
      });
      const after = await to.inExtension(SUMS);
      const differ = new Set([...Object.keys(before), ...Object.keys(after)].filter((url) => before[url] !== after[url])).size;
      return [
        { name: `copy of ${megabytes} articles with a picture of 1 MB each: size`, value: statSync(file).size / 1e6, unit: 'MB', atLeast: megabytes },
        { name: 'going out: time', value: out.seconds, unit: 's' },
        { name: 'going out: memory of the page above idle', value: out.bytes / 1e6, unit: 'MB', atMost: 150 },
        { name: 'coming back into another profile: time', value: back.seconds, unit: 's' },
        { name: 'coming back: memory of the page above idle', value: back.bytes / 1e6, unit: 'MB', atMost: 150 },
        { name: 'articles that are not the same to the byte', value: differ, unit: '', atMost: 0 },
      ];
    });
  });
}
