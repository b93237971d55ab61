// @vitest-environment jsdom
/** A selection as a file says what is not in it. */
import '../../support/extension-page.ts';
import { Blob as NodeBlob } from 'node:buffer';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { importArticles, listIds, saveArticle } from '../../../src/library/library.ts';
import { makeExport, type ExportKind } from '../../../src/pages/transfer/export-out.ts';
import { Pace } from '../../../src/pages/transfer/pace.ts';
import { articleAt, freshLibrary, value } from '../../library/support.ts';

freshLibrary();
beforeAll(() => { vi.stubGlobal('Blob', NodeBlob); });

const make = (kind: ExportKind, ids?: readonly number[]) => makeExport(kind, ids ? { ids } : {}, new Pace(), () => undefined);

beforeEach(async () => {
  value(await saveArticle(articleAt('https://lamps.example/1'), 1));
  value(await importArticles([1, 2].map((n) => ({ article: { url: `https://lamps.example/link-${n}`, title: 'A link' }, hasBody: false })), 2));
});

/** A row that says next to nothing, as one that a disk has damaged. */
async function damage(): Promise<number> {
  const { id } = value(await saveArticle(articleAt('https://lamps.example/damaged'), 3));
  const db = await new Promise<IDBDatabase>((resolve) => { const asked = indexedDB.open('passalong'); asked.onsuccess = () => resolve(asked.result); });
  const tx = db.transaction('articles', 'readwrite');
  tx.objectStore('articles').put({ id, key: 'lamps.example/damaged', lists: [['*', -3, id]], title: 7 });
  await new Promise((resolve) => { tx.oncomplete = resolve; });
  db.close();
  return id;
}

it.each(['epub', 'markdown', 'html', 'text'] as const)('%s: links have no text to make it of', async (kind) => {
  expect(await make(kind)).toMatchObject({ ok: true, left: { links: 2, damaged: 0 } });
});

it('a table takes links, too', async () => {
  expect(await make('table')).toMatchObject({ ok: true, left: { links: 0, damaged: 0 } });
});

it('what can not be read is counted', async () => {
  await damage();
  expect(await make('text')).toMatchObject({ ok: true, left: { links: 2, damaged: 1 } });
  expect(await make('table')).toMatchObject({ ok: true, left: { links: 0, damaged: 1 } });
});

it('where nothing can be read there is no file, and not for want of text', async () => {
  const id = await damage();
  const [link] = value(await listIds({ filter: 'link' }));
  expect(await make('table', [id])).toEqual({ ok: false, why: 'damaged' });
  expect(await make('epub', [id])).toEqual({ ok: false, why: 'damaged' });
  expect(await make('epub', [id, link!])).toEqual({ ok: false, why: 'damaged' });
  expect(await make('epub', [link!])).toEqual({ ok: false, why: 'links' });
});
