import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closeLibrary, counts, countsBetween, findByUrl, firstTime, getArticle, listSaved, purgeRemoved, removeArticles, restoreArticles, saveArticle, saveLink, setFavourite, setReadState,
  type ListCursor, type ListFilter, type ListOrder,
} from '../../src/library/library.ts';
import { IDBFactory } from 'fake-indexeddb';
import { articleAt, freshLibrary, sizes, value } from './support.ts';

freshLibrary();

async function wholeList(filter: ListFilter, limit: number, order: ListOrder = 'newest'): Promise<number[]> {
  const ids: number[] = [];
  let after: ListCursor | undefined;
  do {
    const page = value(await listSaved({ filter, limit, after, order }));
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
}

describe('listSaved', () => {
  it('pages from newest to oldest and back, also among equal times', async () => {
    const ids: number[] = [];
    for (const [i, at] of [5, 5, 5, 1, 9].entries()) ids.push(value(await saveArticle(articleAt(`https://a.example/${i}`), at)).id);
    const newest = [ids[4], ids[0], ids[1], ids[2], ids[3]];
    for (const limit of [1, 2, 3, 5, 50]) {
      expect(await wholeList('*', limit)).toEqual(newest);
      expect(await wholeList('*', limit, 'oldest')).toEqual(newest.toReversed());
    }
  });

  it('sorts by title without case, marks and opening quotation marks', async () => {
    for (const title of ['Zebra', '“Élan” vital', 'apple', 'Banana', 'Яблоко']) await saveArticle(articleAt(`https://a.example/${encodeURI(title)}`, { title }), 1);
    const { items } = value(await listSaved({ filter: 'unread', limit: 10, order: 'title' }));
    expect(items.map(({ title }) => title)).toEqual(['apple', 'Banana', '“Élan” vital', 'Zebra', 'Яблоко']);
    expect(await wholeList('unread', 2, 'title')).toEqual(items.map(({ id }) => id));
  });

  it('says there is no more exactly at the end', async () => {
    for (let i = 0; i < 4; i += 1) await saveArticle(articleAt(`https://a.example/${i}`), i);
    const page = value(await listSaved({ filter: '*', limit: 4 }));
    expect(page.items).toHaveLength(4);
    expect(page.next).toBeUndefined();
  });

  it('carries no body', async () => {
    await saveArticle(articleAt('https://a.example/1'), 1);
    const { items } = value(await listSaved({ filter: '*', limit: 1 }));
    expect(items[0]).not.toHaveProperty('html');
    expect(items[0]).not.toHaveProperty('text');
  });
});

describe('removing', () => {
  it('gives everything back on undo', async () => {
    const { id } = value(await saveArticle(articleAt('https://a.example/1'), 1, { quote: 'q' }));
    await setFavourite([id], true, 2);
    await setReadState([id], 'archived', 2);
    const before = value(await getArticle(id));
    expect(value(await removeArticles([id, id, 99], 3))).toBe(1);
    expect(value(await counts())).toEqual({ unread: 0, archived: 0, favourite: 0, removed: 1 });
    expect(value(await removeArticles([id], 4))).toBe(0);
    expect(value(await restoreArticles([id], 5))).toBe(1);
    const after = value(await getArticle(id));
    expect({ ...after, saved: { ...after.saved, updatedAt: 0 } }).toEqual({ ...before, saved: { ...before.saved, updatedAt: 0 } });
    expect(value(await counts())).toEqual({ unread: 0, archived: 1, favourite: 1, removed: 0 });
  });

  it('purges only what was removed long enough ago, bodies and all, and leaves a tombstone', async () => {
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map(async (n) => value(await saveArticle(articleAt(`https://a.example/${n}`), 1)).id));
    await removeArticles([a!], 100);
    await removeArticles([b!], 200);
    expect(value(await purgeRemoved(100))).toBe(1);
    expect(await getArticle(a!)).toEqual({ ok: false, reason: 'gone' });
    expect(value(await restoreArticles([b!], 300))).toBe(1);
    expect((await getArticle(c!)).ok).toBe(true);
    expect(await sizes()).toMatchObject({ articles: 2, texts: 2, bodies: 2, tombstones: 1 });
    expect(value(await purgeRemoved(1000))).toBe(0);
  });

  it('never gives a number away twice', async () => {
    const first = value(await saveArticle(articleAt('https://a.example/a'), 1)).id;
    await removeArticles([first], 2);
    await purgeRemoved(3);
    expect(value(await saveArticle(articleAt('https://a.example/a'), 4)).id).toBeGreaterThan(first);
  });
});

describe('any sequence of doings', () => {
  interface Model { at: number; unread: boolean; favourite: boolean; removed?: number; body: boolean }
  const step = fc.tuple(fc.constantFrom('save', 'link', 'archive', 'unread', 'like', 'unlike', 'remove', 'restore', 'purge'), fc.nat(4));

  it('leaves lists, counts and finds as a simple model says', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), async (steps, limit) => {
      await closeLibrary();
      globalThis.indexedDB = new IDBFactory();
      const model = new Map<string, Model>();
      const ids = new Map<string, number>();
      for (const [i, [doing, n]] of steps.entries()) {
        const now = i + 1;
        const url = `https://a.example/${n}`;
        const entry = model.get(url);
        const id = ids.get(url) ?? -1;
        if (doing === 'save' || doing === 'link') {
          const answer = value(doing === 'save' ? await saveArticle(articleAt(url), now) : await saveLink({ url, title: url }, now));
          const live = entry !== undefined && entry.removed === undefined;
          expect(answer.existed).toBe(live);
          if (entry) expect(answer.id).toBe(id);
          ids.set(url, answer.id);
          const body = doing === 'save' || entry?.body === true;
          model.set(url, live ? { ...entry, body } : { at: now, unread: true, favourite: entry?.favourite ?? false, body });
        } else if (doing === 'archive' || doing === 'unread') {
          await setReadState([id], doing === 'archive' ? 'archived' : 'unread', now);
          if (entry) entry.unread = doing === 'unread';
        } else if (doing === 'like' || doing === 'unlike') {
          await setFavourite([id], doing === 'like', now);
          if (entry) entry.favourite = doing === 'like';
        } else if (doing === 'remove') {
          await removeArticles([id], now);
          if (entry) entry.removed ??= now;
        } else if (doing === 'restore') {
          await restoreArticles([id], now);
          delete entry?.removed;
        } else {
          await purgeRemoved(now);
          for (const [key, { removed }] of model) if (removed !== undefined) { model.delete(key); ids.delete(key); }
        }
      }
      const live = [...model].filter(([, m]) => m.removed === undefined);
      const removed = [...model].filter(([, m]) => m.removed !== undefined);
      const order = (list: [string, Model][], time: (m: Model) => number) =>
        list.toSorted(([p, a], [q, b]) => time(b) - time(a) || ids.get(p)! - ids.get(q)!).map(([url]) => ids.get(url));
      expect(await wholeList('*', limit)).toEqual(order(live, (m) => m.at));
      expect(await wholeList('unread', limit)).toEqual(order(live.filter(([, m]) => m.unread), (m) => m.at));
      expect(await wholeList('favourite', limit)).toEqual(order(live.filter(([, m]) => m.favourite), (m) => m.at));
      expect(await wholeList('removed', limit)).toEqual(order(removed, (m) => m.removed!));
      expect(value(await counts())).toEqual({
        unread: live.filter(([, m]) => m.unread).length, archived: live.filter(([, m]) => !m.unread).length,
        favourite: live.filter(([, m]) => m.favourite).length, removed: removed.length,
      });
      for (let n = 0; n < 5; n += 1) {
        const url = `https://a.example/${n}`;
        const found = await findByUrl(`${url}?utm_campaign=x`);
        const m = model.get(url);
        expect(found?.id).toBe(m && m.removed === undefined ? ids.get(url) : undefined);
        if (m) expect(value(await getArticle(ids.get(url)!)).article !== undefined).toBe(m.body);
      }
    }), { numRuns: 60 });
  }, 60_000);
});

describe('a list over time', () => {
  it('counts from each moment up to the next, and knows the earliest', async () => {
    expect(value(await firstTime('*'))).toBeUndefined();
    for (const [i, at] of [10, 10, 19, 20, 35, 5].entries()) await saveArticle(articleAt(`https://a.example/${i}`), at);
    expect(value(await countsBetween('*', [10, 20, 30, 40]))).toEqual([3, 1, 1]);
    expect(value(await countsBetween('finished', [0, 100]))).toEqual([0]);
    expect(value(await firstTime('*'))).toBe(5);
  });
});
