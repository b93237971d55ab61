import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  counts, findByUrl, getArticle, listSaved, onLibraryChange, removeArticles, saveArticle, saveLink, setFavourite, setReadState, type LibraryChange,
} from '../../src/library/library.ts';
import { articleAt, freshLibrary, sizes, spoil, value } from './support.ts';

freshLibrary();
afterEach(() => vi.restoreAllMocks());

describe('saveArticle', () => {
  it('gives back exactly what was put in', async () => {
    const article = articleAt('https://a.example/one', {
      standfirst: 'A standfirst', siteName: 'Site', section: 'Arts', modified: '2025-03-05', leadImage: 'https://a.example/p.jpg',
      printVersion: 'https://a.example/one/print', dir: 'rtl', keywords: ['mills', 'water'], licence: 'https://a.example/terms',
      nextPage: 'https://a.example/one/2', paywalled: true, upright: 'rl',
    });
    const { id, existed } = value(await saveArticle(article, 1000));
    expect(existed).toBe(false);
    const got = value(await getArticle(id));
    expect(got.article).toEqual(article);
    expect(got.saved).toMatchObject({ id, savedAt: 1000, updatedAt: 1000, readState: 'unread', favourite: false, hasBody: true, tags: [], quotes: [] });
    expect(got.saved.uid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps one entry for one article, however its address is written, and its marks', async () => {
    const first = value(await saveArticle(articleAt('https://a.example/one'), 1000));
    await setFavourite([first.id], true, 1500);
    await setReadState([first.id], 'archived', 1500);
    const again = value(await saveArticle(articleAt('http://a.example/one?utm_source=mail#top', { title: 'New title', text: 'New text' }), 2000));
    expect(again).toEqual({ id: first.id, existed: true });
    const { saved, article } = value(await getArticle(first.id));
    expect(saved).toMatchObject({ title: 'New title', savedAt: 1000, updatedAt: 2000, favourite: true, readState: 'archived' });
    expect(article?.text).toBe('New text');
    expect(await sizes()).toMatchObject({ articles: 1, texts: 1, bodies: 1 });
  });

  it('drops fields the newer copy does not have', async () => {
    const { id } = value(await saveArticle(articleAt('https://a.example/one', { standfirst: 'Old' }), 1));
    await saveArticle(articleAt('https://a.example/one'), 2);
    expect(value(await getArticle(id)).article).not.toHaveProperty('standfirst');
  });

  it('adds a quote once', async () => {
    const { id } = value(await saveArticle(articleAt('https://a.example/one'), 1, { quote: 'Words to keep.' }));
    await saveArticle(articleAt('https://a.example/one'), 2, { quote: ' Words to keep.\n' });
    await saveArticle(articleAt('https://a.example/one'), 3, { quote: 'More words.' });
    expect(value(await getArticle(id)).saved.quotes).toEqual(['Words to keep.', 'More words.']);
  });

  it('makes one entry when twenty writers save the same article at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => saveArticle(articleAt(`https://a.example/one#${i}`), i, { quote: `q${i}` })));
    expect(new Set(answers.map((answer) => value(answer).id)).size).toBe(1);
    expect(answers.filter((answer) => !value(answer).existed)).toHaveLength(1);
    const { items } = value(await listSaved({ filter: '*', limit: 50 }));
    expect(items).toHaveLength(1);
    expect(items[0]?.quotes).toHaveLength(20);
  });

  it('brings a removed article back as new, with its favourite mark and quotes', async () => {
    const { id } = value(await saveArticle(articleAt('https://a.example/one'), 1000, { quote: 'Kept.' }));
    await setFavourite([id], true, 1100);
    await removeArticles([id], 1200);
    expect(await findByUrl('https://a.example/one')).toBeUndefined();
    expect(value(await saveArticle(articleAt('https://a.example/one'), 2000))).toEqual({ id, existed: false });
    expect(value(await getArticle(id)).saved).toMatchObject({ savedAt: 2000, favourite: true, quotes: ['Kept.'], readState: 'unread' });
    expect(value(await counts())).toEqual({ unread: 1, archived: 0, favourite: 1, removed: 0 });
  });

  it('refuses what is no article, and writes nothing', async () => {
    expect(await saveArticle(articleAt('javascript:alert(1)'), 1)).toEqual({ ok: false, reason: 'damaged' });
    expect(await saveArticle({} as never, 1)).toEqual({ ok: false, reason: 'damaged' });
    expect((await sizes())['articles']).toBe(0);
  });

  it('announces what was saved, and only after it can be read', async () => {
    const heard: { change: LibraryChange; title: string | undefined }[] = [];
    const stop = onLibraryChange((change) => {
      void getArticle(change.ids[0]!).then((answer) => heard.push({ change, title: answer.ok ? answer.value.saved.title : undefined }));
    });
    const { id } = value(await saveArticle(articleAt('https://a.example/one', { title: 'Told' }), 1));
    await vi.waitFor(() => expect(heard).toEqual([{ change: { kind: 'saved', ids: [id] }, title: 'Told' }]));
    stop();
  });
});

describe('a save that fails half-way', () => {
  it.each([1, 2, 3, 4])('leaves everything as it was when write %i finds no room', async (nth) => {
    const { id } = value(await saveArticle(articleAt('https://a.example/old', { text: 'Old text' }), 1));
    const before = { sizes: await sizes(), old: value(await getArticle(id)) };
    let writes = 0;
    for (const method of ['put', 'add'] as const) {
      const real = IDBObjectStore.prototype[method];
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
        writes += 1;
        if (writes === nth) throw new DOMException('no room', 'QuotaExceededError');
        return real.apply(this, args);
      });
    }
    expect(await saveArticle(articleAt('https://a.example/new'), 2)).toEqual({ ok: false, reason: 'full' });
    vi.restoreAllMocks();
    expect({ sizes: await sizes(), old: value(await getArticle(id)) }).toEqual(before);
    // The connection is still good.
    expect((await saveArticle(articleAt('https://a.example/new'), 3)).ok).toBe(true);
  });

  it('knows a full disk by the words of a browser that has no name for it', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('Connection is closing because of: IO error: 000012.ldb: FILE_ERROR_NO_SPACE (WritableFileAppend)', 'UnknownError');
    });
    expect(await saveArticle(articleAt('https://a.example/new'), 1)).toEqual({ ok: false, reason: 'full' });
    vi.restoreAllMocks();
    expect((await saveArticle(articleAt('https://a.example/new'), 2)).ok).toBe(true);
  });

  it('says "full" when only the commit finds no room', async () => {
    await saveArticle(articleAt('https://a.example/old'), 1);
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = real.apply(this, args);
      const tx = this.transaction as unknown as { ['_abort'](name: string): void };
      if (this.name === 'texts') queueMicrotask(() => tx['_abort']('QuotaExceededError'));
      return request;
    });
    const answer = await saveArticle(articleAt('https://a.example/new'), 2);
    vi.restoreAllMocks();
    expect(answer).toEqual({ ok: false, reason: 'full' });
    expect(await sizes()).toMatchObject({ articles: 1, texts: 1, bodies: 1 });
  });
});

describe('saveLink', () => {
  it('keeps an address without a body', async () => {
    const { id } = value(await saveLink({ url: 'https://a.example/link', title: '  A\nlink ' }, 5));
    const got = value(await getArticle(id));
    expect(got.article).toBeUndefined();
    expect(got.saved).toMatchObject({ title: 'A link', hasBody: false, authors: [], excerpt: '' });
  });

  it('never replaces an article that is there, removed or not', async () => {
    const article = articleAt('https://a.example/one');
    const { id } = value(await saveArticle(article, 1));
    expect(value(await saveLink({ url: article.url, title: 'Just a link' }, 2))).toEqual({ id, existed: true });
    expect(value(await getArticle(id)).article).toEqual(article);
    await removeArticles([id], 3);
    expect(value(await saveLink({ url: article.url, title: 'Just a link' }, 4))).toEqual({ id, existed: false });
    expect(value(await getArticle(id)).article).toEqual(article);
  });

  it('becomes an article when one is saved at its address', async () => {
    const { id } = value(await saveLink({ url: 'https://a.example/one', title: 'L' }, 1));
    expect(value(await saveArticle(articleAt('https://a.example/one'), 2))).toEqual({ id, existed: true });
    expect(value(await getArticle(id)).saved.hasBody).toBe(true);
  });

  it('takes the address for a title when there is none, and refuses what is no web address', async () => {
    const { id } = value(await saveLink({ url: 'https://a.example/x', title: ' ' }, 1));
    expect(value(await getArticle(id)).saved.title).toBe('https://a.example/x');
    expect((await saveLink({ url: 'file:///etc/passwd', title: 'x' }, 1)).ok).toBe(false);
  });
});

describe('damaged records', () => {
  it.each([
    ['articles', { title: 7 }], ['articles', { url: 'javascript:1' }], ['texts', { text: null }], ['bodies', { html: 12 }],
  ])('answers "damaged" for a spoilt record in %s and leaves the others alone', async (store, change) => {
    const bad = value(await saveArticle(articleAt('https://a.example/bad'), 1)).id;
    const good = value(await saveArticle(articleAt('https://a.example/good'), 2)).id;
    await spoil(store, bad, (record) => ({ ...record, ...change }));
    expect(await getArticle(bad)).toEqual({ ok: false, reason: 'damaged' });
    expect(value(await getArticle(good)).article).toEqual(articleAt('https://a.example/good'));
    const page = value(await listSaved({ filter: 'unread', limit: 10 }));
    expect(page.items.map(({ id }) => id)).toContain(good);
    expect([...page.items.map(({ id }) => id), ...page.damaged].toSorted()).toEqual([bad, good]);
    // It can be removed, and it can be saved anew.
    expect(value(await removeArticles([bad], 3))).toBe(1);
    expect(value(await saveArticle(articleAt('https://a.example/bad'), 4)).id).toBe(bad);
    expect(value(await getArticle(bad)).article).toEqual(articleAt('https://a.example/bad'));
  });

  it('repairs single bad fields', async () => {
    const { id } = value(await saveArticle(articleAt('https://a.example/one'), 1));
    await spoil('articles', id, (record) => ({ ...record, authors: 'nobody', readState: 'eaten', tags: [1, 'x'], favourite: 'yes', leadImage: 'data:x' }));
    expect(value(await getArticle(id)).saved).toMatchObject({ authors: [], readState: 'unread', tags: ['x'], favourite: false });
  });

  it('answers "gone" for what was never there', async () => {
    expect(await getArticle(404)).toEqual({ ok: false, reason: 'gone' });
  });
});
