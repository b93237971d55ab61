import { describe, expect, it } from 'vitest';
import { closeLibrary, counts, getArticle, libraryBorn, listSaved, saveArticle, searchLibrary, tendIndex, versionsOf } from '../../src/library/library.ts';
import { articleAt, freshLibrary, rawDatabase, sizes, value } from './support.ts';

freshLibrary();

/** A database as version 1 left it, made by hand: it must open for ever. @param rows other rows than the one of old */
function versionOne(...rows: readonly (Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[])[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('passalong', 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      const articles = db.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
      articles.createIndex('key', 'key', { unique: true });
      articles.createIndex('lists', 'lists', { multiEntry: true });
      db.createObjectStore('texts', { keyPath: 'id' }).put({ id: 3, text: 'Old words.' });
      db.createObjectStore('bodies', { keyPath: 'id' }).put({ id: 3, html: '<p>Old words.</p>', feeds: [], kept: {}, provenance: {} });
      db.createObjectStore('drafts', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      db.createObjectStore('tombstones', { keyPath: 'uid' });
      for (const row of rows.flat()) articles.put(row);
      if (!rows.length) articles.put({
        id: 3, uid: '0f6d7a52-0000-4000-8000-000000000000', key: 'a.example/old', lists: [['*', -7, 3], ['unread', -7, 3]],
        url: 'https://a.example/old', sourceUrl: 'https://a.example/old', title: 'Old', authors: [], dir: 'ltr', excerpt: '', wordCount: 2,
        savedAt: 7, updatedAt: 7, readState: 'unread', favourite: false, tags: [], hasBody: true, quotes: [],
      });
    };
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.addEventListener('error', () => reject(request.error ?? new Error('open')));
  });
}

describe('the database', () => {
  it('has the stores and indexes of its schema', async () => {
    await counts();
    expect(await sizes()).toEqual({
      articles: 0, bodies: 0, drafts: 0, facts: 1, highlights: 0, indexBlocks: 0, indexGraves: 0, indexManifest: 0, indexPending: 0, indexSegments: 0, indexTodo: 0, pictures: 0, positions: 0, shares: 0, tags: 0, texts: 0, tombstones: 0, versions: 0,
    });
  });

  it('opens what version 1 left', async () => {
    await versionOne();
    expect(value(await getArticle(3)).article?.text).toBe('Old words.');
    expect(value(await saveArticle(articleAt('https://a.example/old'), 8))).toEqual({ id: 3, existed: true });
    value(await tendIndex());
    for (const filter of ['unread', 'untagged', 'site:a.example'] as const) expect(value(await listSaved({ filter, limit: 5 })).items, filter).toHaveLength(1);
    expect(value(await searchLibrary('word'))).toEqual([3]);
    // A text that was there before versions were kept is one to be laid aside, too.
    expect(value(await versionsOf(3))).toMatchObject([{ at: 7, text: 'Old words.' }]);
  });

  it('puts titles of before in the order in which people count, and leaves a damaged row alone', async () => {
    const ids = new Map<string, number>();
    for (const n of [10, 2, 1]) ids.set(`Part ${n}`, value(await saveArticle(articleAt(`https://a.example/${n}`, { title: `Part ${n}` }), n)).id);
    // As the version before left it: places by the letters alone, in a database of that number.
    const db = await rawDatabase();
    const rows = await new Promise<readonly Record<string, unknown>[]>((resolve) => {
      const request = db.transaction('articles').objectStore('articles').getAll();
      request.onsuccess = () => { resolve(request.result as Record<string, unknown>[]); };
    });
    db.close();
    await closeLibrary();
    await new Promise((resolve) => { indexedDB.deleteDatabase('passalong').onsuccess = resolve; });
    await versionOne(rows.map((row) => ({ ...row, lists: [['*', 0, row['id']], ['title:*', String(row['title']).toLowerCase(), row['id']]] })), { id: 99, title: 'Part 3', lists: [['title:*', 'part 3', 99]] });
    const { items, damaged } = value(await listSaved({ filter: '*', order: 'title', limit: 9 }));
    expect(items.map(({ title }) => title)).toEqual(['Part 1', 'Part 2', 'Part 10']);
    expect(damaged).toEqual([99]);
  });

  it('knows one database from another, and itself for as long as it is there', async () => {
    const born = async () => value(await libraryBorn());
    const first = await born();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    await saveArticle(articleAt('https://a.example/1'), 1);
    await closeLibrary();
    expect(await born()).toBe(first);
    await closeLibrary();
    await new Promise((resolve) => { indexedDB.deleteDatabase('passalong').onsuccess = resolve; });
    expect(await born()).not.toBe(first);
    expect(value(await counts()).unread).toBe(0);
  });

  it('gives an old database a name of its own', async () => {
    await versionOne();
    expect(value(await libraryBorn())).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers "blocked" when a newer Passalong has been here, and does not touch its data', async () => {
    await new Promise((resolve) => {
      const request = indexedDB.open('passalong', 999);
      request.onsuccess = () => resolve(request.result.close());
    });
    expect(await saveArticle(articleAt('https://a.example/1'), 1)).toEqual({ ok: false, reason: 'blocked' });
    expect(await counts()).toEqual({ ok: false, reason: 'blocked' });
  });

  it('lets go when another context wants to upgrade, and says so afterwards', async () => {
    await saveArticle(articleAt('https://a.example/1'), 1);
    const blocked = await new Promise((resolve) => {
      const request = indexedDB.open('passalong', 999);
      request.onblocked = () => resolve(true);
      request.onsuccess = () => { request.result.close(); resolve(false); };
    });
    expect(blocked).toBe(false);
    expect(await counts()).toEqual({ ok: false, reason: 'blocked' });
  });

  it('opens again when its connection was closed under it', async () => {
    const { id } = value(await saveArticle(articleAt('https://a.example/1'), 1));
    // Deleting asks every connection to close; ours does, and the next call starts on an empty library.
    await new Promise((resolve) => { indexedDB.deleteDatabase('passalong').onsuccess = resolve; });
    expect(await getArticle(id)).toEqual({ ok: false, reason: 'gone' });
    expect((await saveArticle(articleAt('https://a.example/1'), 2)).ok).toBe(true);
  });

  it('answers "blocked" where the browser keeps no data, and works once it does', async () => {
    const real = globalThis.indexedDB;
    globalThis.indexedDB = { open() { throw new DOMException('not here', 'SecurityError'); } } as never;
    expect(await counts()).toEqual({ ok: false, reason: 'blocked' });
    globalThis.indexedDB = real;
    expect((await counts()).ok).toBe(true);
  });

  it('asks for strict durability', async () => {
    const db = await rawDatabase();
    const seen: unknown[] = [];
    const proto = Object.getPrototypeOf(db) as IDBDatabase;
    const original = proto.transaction;
    proto.transaction = function (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      if (args[1] === 'readwrite') seen.push(args[2]);
      return original.apply(this, args);
    };
    db.close();
    globalThis.indexedDB.deleteDatabase('passalong');
    try {
      await saveArticle(articleAt('https://a.example/1'), 1);
    } finally {
      proto.transaction = original;
    }
    expect(seen).toEqual([{ durability: 'strict' }]);
  });
});
