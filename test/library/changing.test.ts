import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import {
  changeArticles, countOf, getArticle, listIds, listSaved, listTags, colourTag, createTag, deleteTag, facets, finishedBetween, mergeTags, removeArticles, renameTag,
  rowsOf, saveArticle, saveLink, keepPosition, undoChange, type ListFilter, type ListOrder,
} from '../../src/library/library.ts';
import { articleAt, freshLibrary, value } from './support.ts';

freshLibrary();

const save = async (name: string, at: number, more: Parameters<typeof articleAt>[1] = {}) => value(await saveArticle(articleAt(`https://a.example/${name}`, { title: name, ...more }), at)).id;
const row = async (id: number) => value(await getArticle(id)).saved;
const inList = async (filter: ListFilter | ListFilter[], order: ListOrder = 'newest') => value(await listIds({ filter, order }));

describe('changeArticles', () => {
  it('changes thousands and takes it back, each as it was', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 1201; i += 1) ids.push(await save(String(i), i + 1));
    await changeArticles([ids[0]!], { favourite: true, addTags: ['kept'], note: 'Mine.' }, 5000);
    const before = await row(ids[0]!);
    const seen: number[] = [];
    const { changed, undo } = value(await changeArticles(ids, { readState: 'archived', addTags: ['All of them', '#all OF them'] }, 6000, (n) => seen.push(n)));
    expect(changed).toBe(1201);
    expect(seen).toEqual([500, 1000, 1201]);
    expect(await inList('tag:All of them')).toHaveLength(1201);
    expect(await inList('finished')).toHaveLength(1201);
    expect(value(await changeArticles(ids, { readState: 'archived', addTags: ['ALL of them'] }, 7000)).changed).toBe(0);
    expect(value(await undoChange(undo, 8000))).toBe(1201);
    expect({ ...(await row(ids[0]!)), updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
    expect(await inList('unread')).toHaveLength(1201);
    expect(await inList('finished')).toEqual([]);
  });

  it('keeps how far an article was read, and the day it was finished', async () => {
    const id = await save('one', 1);
    const read = (part: number, now: number) => keepPosition('https://a.example/one', { at: 1, words: 'w', part }, now);
    await read(0.4, 100);
    await read(0.41, 101);
    await read(0.1, 102);
    expect(await row(id)).toMatchObject({ progress: 0.4, readAt: 100 });
    expect(await inList('begun')).toEqual([id]);
    await read(0.99, 200);
    await changeArticles([id], { progress: 1 }, 300);
    await read(1, 400);
    expect(await row(id)).toMatchObject({ progress: 1, readAt: 300, finishedAt: 200 });
    expect(value(await finishedBetween(150, 250))).toEqual([200]);
    expect(value(await finishedBetween(201, 250))).toEqual([]);
    expect(await inList('begun')).toEqual([]);
  });

  it('takes back only what it changed: what was removed or marked since stays so', async () => {
    const [gone, read, same] = [await save('gone', 1), await save('read', 2), await save('same', 3)];
    const { undo } = value(await changeArticles([gone, read, same], { addTags: ['lamps'], note: 'Ours.' }, 10));
    await removeArticles([gone], 11);
    await changeArticles([read], { favourite: true, progress: 0.5 }, 12);
    expect(value(await undoChange(undo, 13))).toBe(3);
    expect(await row(gone)).toMatchObject({ removedAt: 11, tags: [] });
    expect(await inList('*')).toEqual([same, read]);
    expect(await row(read)).toMatchObject({ favourite: true, progress: 0.5, readAt: 12, tags: [] });
    expect((await row(read)).note).toBeUndefined();
  });

  it('leaves removed articles alone', async () => {
    const id = await save('one', 1);
    await removeArticles([id], 2);
    expect(value(await changeArticles([id, 77], { addTags: ['x'] }, 3)).changed).toBe(0);
  });

  it('takes a note away when it is emptied', async () => {
    const id = await save('one', 1);
    await changeArticles([id], { note: ' Think of it. ' }, 2);
    expect((await row(id)).note).toBe('Think of it.');
    await changeArticles([id], { note: ' ' }, 3);
    expect(await row(id)).not.toHaveProperty('note');
  });
});

describe('tags', () => {
  it('are one under every way of writing them, are listed with their counts, and keep their colour', async () => {
    const [a, b] = [await save('a', 1), await save('b', 2)];
    await changeArticles([a], { addTags: ['Été'] }, 3);
    await changeArticles([b], { addTags: ['  #ete '] }, 3);
    value(await createTag('Empty'));
    value(await colourTag('été', 'teal'));
    expect(value(await listTags())).toEqual([{ name: 'Empty', count: 0 }, { name: 'Été', colour: 'teal', count: 2 }]);
    expect(await createTag(' # ')).toEqual({ ok: false, reason: 'damaged' });
  });

  it('are counted the same when there are many, also those that only articles know', async () => {
    const [a, b] = [await save('a', 1), await save('b', 2)];
    for (const id of [a, b]) await changeArticles([id], { addTags: Array.from({ length: 80 }, (_, n) => `tag ${id} ${n}`) }, 3);
    for (let n = 0; n < 200; n += 1) value(await createTag(`empty ${n}`));
    await changeArticles([a], { addTags: ['lamps'] }, 3);
    await changeArticles([b], { addTags: ['lamps'] }, 3);
    const all = value(await listTags());
    expect(all).toHaveLength(361);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(162);
    expect(all.find(({ name }) => name === 'lamps')).toEqual({ name: 'lamps', count: 2 });
    const database = await openDB('passalong');
    await database.delete('tags', 'lamps');
    database.close();
    expect(value(await listTags())).toEqual(all);
  });

  it('are renamed in every article, and back', async () => {
    const [a, b] = [await save('a', 1), await save('b', 2)];
    await changeArticles([a, b], { addTags: ['Old', 'Other'] }, 3);
    const { changed, undo } = value(await renameTag('Old', 'New', 4));
    expect(changed).toBe(2);
    expect((await row(a)).tags).toEqual(['New', 'Other']);
    expect(await inList('tag:Old')).toEqual([]);
    await undoChange(undo, 5);
    expect((await row(a)).tags).toEqual(['Old', 'Other']);
    expect(value(await listTags()).map(({ name }) => name)).toEqual(['Old', 'Other']);
  });

  it('are merged, and written another way, without an article having one twice', async () => {
    const [a, b] = [await save('a', 1), await save('b', 2)];
    await changeArticles([a], { addTags: ['sea', 'ships'] }, 3);
    await changeArticles([b], { addTags: ['boats'] }, 3);
    await colourTag('boats', 'blue');
    const { undo } = value(await mergeTags(['sea', 'boats'], 'Ships', 4));
    expect((await row(a)).tags).toEqual(['ships']);
    expect((await row(b)).tags).toEqual(['ships']);
    expect(value(await listTags())).toEqual([{ name: 'ships', colour: 'blue', count: 2 }]);
    await undoChange(undo, 5);
    expect((await row(b)).tags).toEqual(['boats']);
    value(await renameTag('ships', 'SHIPS', 6));
    expect((await row(a)).tags).toEqual(['sea', 'SHIPS']);
  });

  it('are deleted with a way back', async () => {
    const a = await save('a', 1);
    await changeArticles([a], { addTags: ['x'] }, 2);
    const { undo } = value(await deleteTag('X', 3));
    expect((await row(a)).tags).toEqual([]);
    expect(value(await listTags())).toEqual([]);
    await undoChange(undo, 4);
    expect((await row(a)).tags).toEqual(['x']);
  });
});

describe('lists of several kinds', () => {
  it('know sites, authors and years, with counts', async () => {
    const a = await save('a', 1, { authors: ['Ada Quill', 'Ben Reed'], published: '2019-05-05' });
    const b = value(await saveArticle(articleAt('https://www.b.example/x', { authors: ['Ada Quill'], published: '2024-05-05' }), 2)).id;
    expect(value(await facets('author'))).toEqual([{ name: 'Ada Quill', count: 2 }, { name: 'Ben Reed', count: 1 }]);
    expect(value(await facets('year'))).toEqual([{ name: '2024', count: 1 }, { name: '2019', count: 1 }]);
    expect(value(await facets('site'))).toEqual([{ name: 'a.example', count: 1 }, { name: 'b.example', count: 1 }]);
    expect(await inList('author:Ada Quill')).toEqual([b, a]);
    await removeArticles([b], 3);
    expect(value(await facets('year'))).toEqual([{ name: '2019', count: 1 }]);
  });

  it('can be joined, in any order, page by page', async () => {
    const ids: number[] = [];
    for (const [i, [words, published]] of [[50, '2020'], [10, '2022'], [30, '2021'], [20, '2023']].entries()) {
      ids.push(await save(`t${i}`, i + 1, { wordCount: words as number, published: published as string }));
    }
    await changeArticles(ids.slice(0, 3), { addTags: ['x'] }, 9);
    await changeArticles(ids.slice(1), { favourite: true }, 9);
    expect(await inList(['tag:x', 'favourite'])).toEqual([ids[2], ids[1]]);
    expect(await inList(['tag:x'], 'shortest')).toEqual([ids[1], ids[2], ids[0]]);
    expect(await inList(['tag:x'], 'longest')).toEqual([ids[0], ids[2], ids[1]]);
    expect(await inList('unread', 'published')).toEqual([ids[3], ids[1], ids[2], ids[0]]);
    expect(await inList('unread', 'publishedFirst')).toEqual([ids[0], ids[2], ids[1], ids[3]]);
    for (const order of ['newest', 'oldest', 'title', 'published', 'publishedFirst', 'shortest', 'longest'] as const) {
      for (const filter of [['tag:x', 'unread'], ['tag:x'], ['unread']] as ListFilter[][]) {
        const paged: number[] = [];
        let after: Parameters<typeof listSaved>[0]['after'];
        do {
          const page = value(await listSaved({ filter, order, limit: 1, after }));
          paged.push(...page.items.map(({ id }) => id));
          after = page.next;
        } while (after);
        expect(paged, `${order} ${String(filter)}`).toEqual(await inList(filter, order));
      }
    }
    expect(value(await rowsOf([ids[3]!, 99, ids[0]!])).items.map(({ id }) => id)).toEqual([ids[3], ids[0]]);
  });

  it('tell links from articles', async () => {
    const { id } = value(await saveLink({ url: 'https://a.example/l', title: 'L' }, 1));
    await changeArticles([id], { fetch: 'broken' }, 2);
    expect(value(await countOf('broken'))).toBe(1);
    await saveArticle(articleAt('https://a.example/l'), 3);
    expect([value(await countOf('broken')), value(await countOf('link'))]).toEqual([0, 0]);
  });
});
