/** One article under several addresses: where it was read, and links that turn out to be it. */
import { describe, expect, it } from 'vitest';
import {
  changeArticles, closeLibrary, fillLink, findByUrl, getArticle, highlightsOf, importArticles, listIds, noteShare, removeArticles, restoreArticles, rowsOf, saveArticle, saveLink, searchLibrary, sharesOf, tendIndex, wantTexts,
} from '../../src/library/library.ts';
import { articleAt, freshLibrary, rawDatabase, value } from './support.ts';

freshLibrary();
const MOBILE = 'https://m.lamps.example/story?id=7';
const OWN = 'https://lamps.example/story/7';
const story = (more = {}) => articleAt(OWN, { sourceUrl: MOBILE, title: 'The lamp on the quay', ...more });
const count = async () => value(await listIds({ filter: '*' })).length;

describe('an article that was read at another address than its own', () => {
  it('is known by both, and saved again from either is one', async () => {
    const { id } = value(await saveArticle(story(), 1));
    expect((await findByUrl(MOBILE))?.id).toBe(id);
    expect((await findByUrl(`${MOBILE}&utm_source=letter`))?.id).toBe(id);
    expect(value(await saveLink({ url: MOBILE, title: 'Lamp' }, 2))).toEqual({ id, existed: true });
    // Read at its own address this time: the other one still leads to it.
    expect(value(await saveArticle(story({ sourceUrl: OWN }), 3))).toEqual({ id, existed: true });
    expect((await findByUrl(MOBILE))?.id).toBe(id);
    // A page that forgot to say its own address, with the same headline.
    expect(value(await saveArticle(story({ url: MOBILE }), 4))).toEqual({ id, existed: true });
    expect((await findByUrl(OWN))?.url).toBe(OWN);
    expect(await count()).toBe(1);
  });

  it('is not found by it while it is removed, and again when it is put back', async () => {
    const { id } = value(await saveArticle(story(), 1));
    value(await removeArticles([id], 2));
    expect(await findByUrl(MOBILE)).toBeUndefined();
    value(await restoreArticles([id], 3));
    expect((await findByUrl(MOBILE))?.id).toBe(id);
  });

  it('does not swallow another story that stands at that address the next day', async () => {
    const { id } = value(await saveArticle(story({ sourceUrl: 'https://lamps.example/latest' }), 1));
    const next = value(await saveArticle(articleAt('https://lamps.example/latest', { title: 'Another story', text: 'Other words.' }), 2));
    expect(next).toEqual({ id: id + 1, existed: false });
    expect(value(await getArticle(id)).article?.text).toBe('First words. A link.');
    // The address is that of the one that has it for its own.
    expect((await findByUrl('https://lamps.example/latest'))?.id).toBe(next.id);
  });

  it('gives its text to a link that came with a list', async () => {
    value(await importArticles([{ article: { url: MOBILE, title: 'Lamp' }, hasBody: false, tags: ['lamps'] }], 1));
    const saved = value(await saveArticle(story(), 2));
    expect(saved.existed).toBe(true);
    expect(value(await rowsOf([saved.id])).items[0]).toMatchObject({ hasBody: true, tags: ['lamps'], title: 'The lamp on the quay' });
    expect((await findByUrl(OWN))?.id).toBe(saved.id);
    expect(value(await importArticles([{ article: { url: OWN, title: 'Lamp' }, hasBody: false }, { article: { url: MOBILE, title: 'Lamp' }, hasBody: false }], 3)))
      .toMatchObject([{ id: saved.id, outcome: 'same' }, { id: saved.id, outcome: 'same' }]);
    expect(await count()).toBe(1);
  });
});

describe('a link whose page turns out to be an article that is here', () => {
  it('becomes one with it: marks, highlights and addresses of both', async () => {
    const { id } = value(await saveArticle(articleAt(OWN, { title: 'The lamp on the quay' }), 1));
    value(await changeArticles([id], { addTags: ['quay'], note: 'Mine.' }, 2));
    const link = 'https://short.example/x7';
    value(await importArticles([{ article: { url: link, title: 'x7' }, hasBody: false, tags: ['lamps'], favourite: true, note: 'Theirs.', highlights: [{ anchor: { exact: 'First words' } }] }], 3));
    value(await wantTexts(4));
    const from = (await findByUrl(link))!;
    value(await noteShare({ url: link, way: 'mail', to: ['Ada'] }, 5));
    expect(value(await fillLink(from.id, story({ sourceUrl: link }), 6))).toBe(true);
    expect(await count()).toBe(1);
    const row = value(await rowsOf([id])).items[0]!;
    expect([...row.tags].toSorted()).toEqual(['lamps', 'quay']);
    expect(row).toMatchObject({ favourite: true, note: 'Mine.\n\nTheirs.', url: OWN, hasBody: true });
    expect(value(await highlightsOf(id)).map(({ anchor }) => anchor.exact)).toEqual(['First words']);
    expect(value(await sharesOf(id))).toMatchObject([{ to: ['Ada'] }]);
    expect((await findByUrl(link))?.id).toBe(id);
    value(await tendIndex());
    expect(value(await searchLibrary('theirs'))).toEqual([id]);
    // The list it came from brings nothing twice.
    expect(value(await importArticles([{ article: { url: link, title: 'x7' }, hasBody: false, tags: ['lamps'] }], 7))).toMatchObject([{ outcome: 'same' }]);
  });

  it('stays apart where a site leads every address to one page of another title, or that one was removed', async () => {
    const { id } = value(await saveArticle(articleAt('https://lamps.example/', { title: 'Front page' }), 1));
    const other = value(await saveLink({ url: 'https://lamps.example/1', title: 'Lamp' }, 2));
    expect(value(await fillLink(other.id, articleAt('https://lamps.example/', { title: 'Sign in' }), 3))).toBe(true);
    expect(await count()).toBe(2);
    const third = value(await saveLink({ url: 'https://lamps.example/3', title: 'Lamp' }, 4));
    value(await removeArticles([id], 5));
    expect(value(await fillLink(third.id, articleAt('https://lamps.example/', { title: 'Front page' }), 6))).toBe(true);
    expect(await count()).toBe(2);
  });
});

it('a library of before learns the addresses its articles were read at', async () => {
  value(await saveArticle(story(), 1));
  await closeLibrary();
  // As version 5 left it: the rows without the keys, and no index of them.
  const db = await rawDatabase();
  const rows = await new Promise<{ also?: unknown }[]>((resolve) => { const request = db.transaction('articles').objectStore('articles').getAll(); request.onsuccess = () => resolve(request.result as never); });
  db.close();
  expect(rows[0]).toHaveProperty('also');
  await new Promise((resolve) => { indexedDB.deleteDatabase('passalong').onsuccess = resolve; });
  await new Promise<void>((resolve) => {
    const request = indexedDB.open('passalong', 5);
    request.onupgradeneeded = () => {
      const { result } = request;
      const articles = result.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
      articles.createIndex('key', 'key', { unique: true });
      articles.createIndex('lists', 'lists', { multiEntry: true });
      for (const { also: _, ...row } of rows) articles.put(row);
    };
    request.onsuccess = () => { request.result.close(); resolve(); };
  });
  expect((await findByUrl(MOBILE))?.url).toBe(OWN);
});
