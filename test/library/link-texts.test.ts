/** Links without text: wanted, filled, given up. */
import { expect, it } from 'vitest';
import { changeArticles, fillLink, findByUrl, getArticle, importArticles, listIds, noteTrouble, removeArticles, rowsOf, saveArticle, saveLink, searchLibrary, wantTexts } from '../../src/library/library.ts';
import { articleAt, freshLibrary, value } from './support.ts';

freshLibrary();
const link = (n: number) => ({ article: { url: `https://lamps.example/${n}`, title: `Lamp ${n}` }, hasBody: false, tags: ['lamps'], savedAt: 1_000 + n });

it('are wanted once, and not again when they were given up, unless that is wished', async () => {
  value(await importArticles([link(1), link(2), link(3)], 5_000));
  value(await saveArticle(articleAt('https://lamps.example/whole'), 5_000));
  expect(value(await wantTexts(6_000))).toBe(3);
  const [first] = value(await listIds({ filter: 'wanted', order: 'oldest' }));
  value(await noteTrouble(first!, { reason: 'linkGone', tries: 1 }, 'broken', 7_000));
  expect(value(await listIds({ filter: 'broken' }))).toEqual([first]);
  expect(value(await wantTexts(8_000))).toBe(2);
  expect(value(await wantTexts(8_000, true))).toBe(3);
  expect(value(await rowsOf([first!])).items[0]!.fetchTrouble).toBeUndefined();
});

it('get their text and keep their address, their marks and their day', async () => {
  value(await importArticles([link(1)], 5_000));
  value(await wantTexts(6_000));
  const { id } = (await findByUrl('https://lamps.example/1'))!;
  value(await noteTrouble(id, { reason: 'linkSlow', tries: 1, after: 9_000 }, 'wanted', 7_000));
  value(await changeArticles([id], { favourite: true }, 7_500));
  // The site led on to another address; the list it came from knows this one.
  expect(value(await fillLink(id, articleAt('https://moved.example/lamp', { title: 'The lamp itself', text: 'A wick and oil.' }), 8_000))).toBe(true);
  const { saved, article } = value(await getArticle(id));
  expect(saved).toMatchObject({ url: 'https://lamps.example/1', title: 'The lamp itself', hasBody: true, favourite: true, tags: ['lamps'], savedAt: 1_001, textAt: 8_000 });
  expect(saved.fetch).toBeUndefined();
  expect(saved.fetchTrouble).toBeUndefined();
  expect(article?.text).toBe('A wick and oil.');
  expect(value(await listIds({ filter: 'wanted' }))).toEqual([]);
  expect(value(await searchLibrary('wick', 'best'))).toEqual([id]);
  expect(value(await importArticles([link(1)], 9_000))).toEqual([{ ok: true, id, outcome: 'same' }]);
});

it('leaves alone what has a text by now, or is gone', async () => {
  value(await saveLink({ url: 'https://lamps.example/1', title: 'Lamp' }, 1_000));
  const { id } = (await findByUrl('https://lamps.example/1'))!;
  value(await removeArticles([id], 2_000));
  expect(value(await fillLink(id, articleAt('https://lamps.example/1'), 3_000))).toBe(false);
  const saved = value(await saveArticle(articleAt('https://lamps.example/2', { text: 'Mine.' }), 4_000));
  expect(value(await fillLink(saved.id, articleAt('https://lamps.example/2', { text: 'Theirs.' }), 5_000))).toBe(false);
  expect(value(await getArticle(saved.id)).article?.text).toBe('Mine.');
});
