/** A fresh, empty library for each test, in a database that lives in memory. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Answer } from '../../src/browser/messages.ts';
import { closeLibrary } from '../../src/library/library.ts';

/** Locks as a browser has them, enough for what the library asks of them. */
const held = new Map<string, Promise<unknown>>();
vi.stubGlobal('navigator', { locks: { async request(name: string, options: { ifAvailable?: boolean } | (() => unknown), given?: (lock: object | null) => unknown) {
  const work = typeof options === 'function' ? options : given!;
  if (typeof options === 'object' && options.ifAvailable && held.has(name)) return work(null);
  while (held.has(name)) await held.get(name);
  const mine = Promise.resolve().then(() => work({ name }));
  held.set(name, mine.catch(() => undefined));
  try {
    return await mine;
  } finally {
    held.delete(name);
  }
} } });

export function freshLibrary(): void {
  beforeEach(() => { globalThis.indexedDB = new IDBFactory(); });
  afterEach(() => closeLibrary());
}

/** The value of an answer that has to be ok. */
export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return answer.value;
}

export function articleAt(url: string, more: Partial<Article> = {}): Article {
  return {
    url, sourceUrl: url, title: `Title of ${url}`, authors: ['Ada Quill'], publication: 'The Reed', published: '2025-03-04T10:15',
    language: 'en', dir: 'ltr', excerpt: 'First words.', html: '<p>First words. <a href="https://a.example/">A link</a>.</p>',
    text: 'First words. A link.', wordCount: 4, feeds: [{ url: 'https://a.example/feed', title: 'Feed', type: 'rss' }],
    kept: { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 }, provenance: { title: { source: 'visible-h1', confidence: 0.9 } }, ...more,
  };
}

/** Opens the database beside the library's own connection, as another program would. */
export function rawDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('passalong');
    request.onsuccess = () => resolve(request.result);
    request.addEventListener('error', () => reject(request.error ?? new Error('open')));
  });
}

/** Changes one stored record behind the library's back. */
export async function spoil(store: string, id: number | string, change: (record: Record<string, unknown>) => unknown): Promise<void> {
  const db = await rawDatabase();
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction(store, 'readwrite');
    const request = tx.objectStore(store).get(id);
    request.onsuccess = () => tx.objectStore(store).put(change(request.result as Record<string, unknown>));
    tx.oncomplete = () => resolve();
    tx.addEventListener('error', () => reject(tx.error ?? new Error('spoil')));
  });
  db.close();
}

/** How many records each store holds. */
export async function sizes(): Promise<Record<string, number>> {
  const db = await rawDatabase();
  const out: Record<string, number> = {};
  for (const store of db.objectStoreNames) {
    out[store] = await new Promise((resolve) => {
      const request = db.transaction(store).objectStore(store).count();
      request.onsuccess = () => resolve(request.result);
    });
  }
  db.close();
  return out;
}
