/** The index finds what a scan of the texts finds: the same articles, always, also after edits, removals and merges. */
import { describe, expect, it } from 'vitest';
import {
  changeArticles, purgeArticles, rebuildIndex, removeArticles, restoreArticles, saveArticle, saveLink, searchLibrary, snippetsFor, tendIndex,
} from '../../src/library/library.ts';
import { maintainIndex } from '../../src/library/search/maintaining.ts';
import { randomNumbers } from '../support/random-numbers.ts';
import { answers, madeUpQuery, madeUpText, type Model } from './search-oracle.ts';
import { articleAt, freshLibrary, rawDatabase, sizes, spoil, value } from './support.ts';

freshLibrary();

/** `npm run bench:library` asks for more. */
const QUERIES = Number(process.env['PASSALONG_QUERIES'] ?? 600);

describe('the index', () => {
  it('finds what a scan finds', async () => {
    const random = randomNumbers(20_251);
    const models = new Map<number, Model>();
    const authors = () => (random() < 0.5 ? ['Ada Quill'] : ['Zoë Okafor', 'Ben Reed']);
    let made = 0;
    const act = async (): Promise<void> => {
      const ids = [...models.keys()];
      const id = ids[Math.floor(random() * ids.length)];
      const model = id === undefined ? undefined : models.get(id);
      const doing = random();
      if (!model || id === undefined || doing < 0.5) {
        const url = `https://a.example/${made += 1}`;
        const fresh: Model = { url, title: madeUpText(random, 3) || 'x', text: madeUpText(random, 30), authors: authors(), note: '', removed: false };
        // A title is one line and has its spaces trimmed on the way in; the same terms are in it.
        const saved = value(await saveArticle(articleAt(url, { title: fresh.title, text: fresh.text, authors: fresh.authors, publication: '' }), made));
        models.set(saved.id, fresh);
      } else if (doing < 0.65) {
        model.text = madeUpText(random, 30);
        model.removed = false;
        value(await saveArticle(articleAt(model.url, { title: model.title, text: model.text, authors: model.authors, publication: '' }), made));
      } else if (doing < 0.75) {
        if (model.removed) return;
        model.note = madeUpText(random, 3);
        value(await changeArticles([id], { note: model.note }, made));
      } else if (doing < 0.85) {
        model.removed = !model.removed;
        value(await (model.removed ? removeArticles([id], made) : restoreArticles([id], made)));
      } else if (doing < 0.9) {
        if (model.removed) return;
        value(await saveLink({ url: model.url, title: 'nothing' }, made));
      } else {
        value(await removeArticles([id], made));
        value(await purgeArticles([id], made));
        models.delete(id);
      }
    };
    let most = 0;
    for (let asked = 0; asked < QUERIES; asked += 1) {
      if (asked % 4 === 0) await act();
      // Small segments, so that there are many to merge.
      if (asked % 11 === 0) { value(await tendIndex()); value(await maintainIndex(true)); }
      if (asked % 397 === 396) value(await rebuildIndex());
      const query = madeUpQuery(random);
      const expected = [...models].filter(([, model]) => answers(model, query)).map(([id]) => id).toSorted((a, b) => a - b);
      expect(value(await searchLibrary(query)).toSorted((a, b) => a - b), JSON.stringify(query)).toEqual(expected);
      most = Math.max(most, expected.length);
    }
    expect(most).toBeGreaterThan(5);
  }, 1_800_000);

  it('finds the same after many small segments became few, and leaves nothing behind', async () => {
    for (let i = 0; i < 40; i += 1) {
      const { id } = value(await saveArticle(articleAt(`https://a.example/${i}`, { text: `common word${i}` }), i + 1));
      value(await maintainIndex(true));
      if (i % 4 === 0) { value(await removeArticles([id], 1)); value(await purgeArticles([id], 2)); }
    }
    value(await tendIndex());
    const before = await sizes();
    expect(before['indexSegments']).toBeLessThan(16);
    expect(value(await searchLibrary('common'))).toHaveLength(30);
    value(await rebuildIndex());
    value(await maintainIndex(true));
    expect(value(await searchLibrary('common'))).toHaveLength(30);
    expect(await sizes()).toMatchObject({ indexTodo: 0, indexPending: 0, indexSegments: 1, indexBlocks: 1, indexGraves: 30 });
  });

  it('clears away what a killed merge left', async () => {
    await saveArticle(articleAt('https://a.example/1', { text: 'one' }), 1);
    value(await maintainIndex(true));
    const db = await rawDatabase();
    db.transaction('indexBlocks', 'readwrite').objectStore('indexBlocks').put({ terms: 'stray', bytes: new Uint8Array([1, 1]) }, [77, 'stray']);
    db.close();
    value(await maintainIndex());
    expect(value(await searchLibrary('stray'))).toEqual([]);
    expect((await sizes())['indexBlocks']).toBe(1);
  });

  it('is made anew when it is damaged', async () => {
    const { id } = value(await saveArticle(articleAt('https://a.example/1', { text: 'one' }), 1));
    value(await maintainIndex(true));
    const db = await rawDatabase();
    db.transaction('indexSegments', 'readwrite').objectStore('indexSegments').clear();
    db.close();
    expect(value(await searchLibrary('one'))).toEqual([id]);
  });

  it('puts titles and rare words first', async () => {
    const put = async (n: number, title: string, text: string) => value(await saveArticle(articleAt(`https://a.example/${n}`, { title, text, authors: [] }), n)).id;
    const body = await put(1, 'Of something else', `A tram. ${'other words '.repeat(40)}`);
    const title = await put(2, 'The night tram', 'It rang.');
    const often = await put(3, 'Rails', 'tram tram tram tram, and more of the same');
    expect(value(await searchLibrary('tram'))).toEqual([title, often, body]);
    expect(value(await searchLibrary('tram', 'oldest'))).toEqual([body, title, often]);
    expect(value(await snippetsFor([often], 'tram')).get(often)?.marks).toHaveLength(4);
  });

  it('narrows by site, tag, state and date', async () => {
    const put = async (url: string, published: string, tags: string[] = []) => {
      const { id } = value(await saveArticle(articleAt(url, { published, text: 'brass' }), 5));
      if (tags.length > 0) await changeArticles([id], { addTags: tags }, 6);
      return id;
    };
    const a = await put('https://news.a.example/1', '2023-12-31', ['To read']);
    const b = await put('https://www.b.example/1', '2024-01-01T10:00', ['Sea']);
    const all = async (query: string) => value(await searchLibrary(query, 'oldest'));
    expect(await all('brass site:a.example')).toEqual([a]);
    expect(await all('site:https://www.b.example/x')).toEqual([b]);
    expect(await all('tag:"to read"')).toEqual([a]);
    expect(await all('tag:SE brass')).toEqual([b]);
    expect(await all('-tag:sea')).toEqual([a]);
    expect(await all('before:2024')).toEqual([a]);
    expect(await all('after:2024-01')).toEqual([b]);
    expect(await all('tag:')).toEqual([]);
    await changeArticles([a], { readState: 'archived' }, 7);
    expect(await all('is:archived')).toEqual([a]);
    expect(await all('brass -is:archived')).toEqual([b]);
    await spoil('articles', b, (record) => ({ ...record, title: 7 }));
    expect(await all('brass is:archived')).toEqual([a]);
  });
});
