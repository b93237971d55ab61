// @vitest-environment jsdom
/** The copy of everything, written and put back: what comes out is what went in. The browsers' own doing is `e2e/transfer`. */
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, expect, it, vi } from 'vitest';
import { changeArticles, closeLibrary, eachArticle, findByUrl, importArticles, putPictures, removeArticles, saveArticle, type WholeEntry } from '../../../src/library/library.ts';
import { putBack } from '../../../src/pages/transfer/backup-in.ts';
import { writeBackup } from '../../../src/pages/transfer/backup-out.ts';
import { Pace } from '../../../src/pages/transfer/pace.ts';
import { lookInto, type BackupSource } from '../../../src/pages/transfer/sources.ts';
import { articleAt, freshLibrary, value } from '../../library/support.ts';

freshLibrary();
// jsdom's own can't be streamed; every browser's can.
beforeAll(() => { vi.stubGlobal('Blob', NodeBlob); vi.stubGlobal('File', NodeFile); });

const INPUT = { now: 3, settings: {}, words: { title: 'Title', text: 'Words', language: 'en' } };

async function whole(): Promise<unknown> {
  const all: WholeEntry[] = [];
  for await (const answer of eachArticle({ removedToo: true })) if (answer.ok) all.push(answer.value);
  return Promise.all(all.map(async ({ pictures, saved, ...rest }) => ({
    ...rest, saved: { ...saved, id: null, updatedAt: null }, pictures: await Promise.all(pictures.map(async ({ n, url, blob }) => [n, url, blob.type, [...new Uint8Array(await blob.arrayBuffer())]])),
  })));
}

it('gives back articles, links, pictures, marks, other addresses and what was removed', async () => {
  const { id } = value(await saveArticle(articleAt('https://lamps.example/1', { sourceUrl: 'https://m.lamps.example/1', html: '<p>First words. A link.</p>' }), 1));
  value(await putPictures(id, [{ url: 'https://lamps.example/p.png', blob: new Blob([Uint8Array.from({ length: 3_000 }, (_, n) => n % 256)], { type: 'image/png' }) }], 0));
  // A link of its own address that leads to the article stands apart there too.
  value(await importArticles([{ article: { url: 'https://lamps.example/link', title: 'Лампа' }, hasBody: false, tags: ['quay'] }], 2));
  value(await changeArticles([id], { note: 'Mine.', favourite: true, addTags: ['quay'] }, 2));
  const gone = value(await saveArticle(articleAt('https://lamps.example/gone', { html: '<p>First words. A link.</p>' }), 2));
  value(await removeArticles([gone.id], 2));
  const before = await whole();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  expect(await writeBackup(new WritableStream({ write: (piece) => { pieces.push(piece); } }), INPUT, new Pace(), () => undefined)).toEqual({ ok: true, written: 3, damaged: 0 });

  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
  const [source] = await lookInto([new File(pieces, 'copy.zip')]);
  expect(await putBack(source as BackupSource, 'fill', new Pace(), () => undefined)).toMatchObject({ ok: true, tally: { added: 3, notTaken: [] } });
  expect(await whole()).toEqual(before);
  expect((await findByUrl('https://m.lamps.example/1'))?.url).toBe('https://lamps.example/1');
});

it('says so when the file can not be written, and lets go of it', async () => {
  value(await saveArticle(articleAt('https://lamps.example/1'), 1));
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({ write: () => { throw new DOMException('no room', 'QuotaExceededError'); } });
  expect(await writeBackup(stream, INPUT, new Pace(), () => undefined)).toEqual({ ok: false, reason: 'notWritten' });
  expect(stream.locked).toBe(false);
});
