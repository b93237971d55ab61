import { describe, expect, it } from 'vitest';
import type { Highlight, Pen } from '../../src/article/highlight.ts';
import {
  countHighlights, findHighlights, highlightsNamed, putHighlight, removeArticles, removeHighlight, restoreArticles, saveArticle, searchLibrary, tendIndex, type HighlightWish,
} from '../../src/library/library.ts';
import { articleAt, freshLibrary, spoil, value } from './support.ts';

freshLibrary();
const save = async (name: string): Promise<number> => value(await saveArticle(articleAt(`https://a.example/${name}`), 1)).id;
const mark = async (articleId: number, id: string, exact: string, more: { start?: number; createdAt?: number; note?: string; pen?: Pen } = {}): Promise<Highlight> => {
  const { start = 0, createdAt = 5, note = '', pen = 'leaf' } = more;
  return value(await putHighlight(articleId, { id: `highlight-${id}`, pen, note, createdAt, updatedAt: createdAt, anchor: { exact, prefix: '', suffix: '', start, end: start + exact.length } }));
};
/** The articles found, each with the last letters of its highlights' ids. */
const found = async (wish: HighlightWish = {}): Promise<readonly (readonly [number, string])[]> =>
  value(await findHighlights(wish)).map(({ articleId, highlights }) => [articleId, highlights.map((id) => id.slice('highlight-'.length)).join(' ')] as const);

describe('the highlights of all articles', () => {
  it('stand article by article, the one marked last first, in the order of its text', async () => {
    const [one, two, three] = [await save('one'), await save('two'), await save('three')];
    await mark(one, 'a', 'The oven', { start: 90, createdAt: 10 });
    await mark(two, 'b', 'The ferry', { createdAt: 20 });
    await mark(one, 'c', 'The bread', { start: 4, createdAt: 30 });
    await mark(three, 'd', 'The quay', { createdAt: 25 });
    expect(await found()).toEqual([[one, 'c a'], [three, 'd'], [two, 'b']]);
  });

  it('are found by the words of the passage and of the note, however they are written', async () => {
    const id = await save('one');
    await mark(id, 'a', 'Der Café-Besitzer öffnete um sieben', { start: 1 });
    await mark(id, 'b', 'Nothing here', { start: 2, note: 'Ask Ångström about the oven' });
    await mark(id, 'c', '東京都の市場', { start: 3 });
    for (const [words, ids] of [['cafe', 'a'], ['OFFNETE sieb', 'a'], ['angstrom oven', 'b'], ['nothing ask', 'b'], ['市場', 'c'], [' … ', 'a b c']] as const) {
      expect(await found({ words }), words).toEqual([[id, ids]]);
    }
    for (const words of ['ffnete', 'cafe oven', 'missing']) expect(await found({ words }), words).toEqual([]);
  });

  it('are narrowed by pen, and to those with a note', async () => {
    const id = await save('one');
    await mark(id, 'a', 'One', { pen: 'rose', start: 1 });
    await mark(id, 'b', 'Two', { pen: 'sky', start: 2, note: ' ' });
    await mark(id, 'c', 'Three', { pen: 'sky', start: 3, note: 'Yes.' });
    expect(await found({ pen: 'rose' })).toEqual([[id, 'a']]);
    expect(await found({ pen: 'sky' })).toEqual([[id, 'b c']]);
    expect(await found({ noted: true })).toEqual([[id, 'c']]);
    expect(await found({ pen: 'rose', noted: true })).toEqual([]);
  });

  it('leave out and do not count those of removed articles, until these are put back', async () => {
    const [one, two] = [await save('one'), await save('two')];
    expect(value(await countHighlights())).toBe(0);
    await mark(one, 'a', 'One');
    await mark(two, 'b', 'Two');
    await removeArticles([one], 9);
    expect(await found()).toEqual([[two, 'b']]);
    expect(value(await countHighlights())).toBe(1);
    await restoreArticles([one], 10);
    expect(value(await countHighlights())).toBe(2);
    expect((await found()).length).toBe(2);
  });

  it('pass over what is damaged, and are all looked through when there are thousands', async () => {
    const ids = [await save('one'), await save('two')];
    const marks = Array.from({ length: 1_203 }, (_, n) => n);
    for (const n of marks) await mark(ids[n % 2]!, `n${String(n).padStart(5, '0')}`, n % 100 === 7 ? 'A thimble' : 'A spoon', { start: n });
    await spoil('highlights', 'highlight-n00107', (record) => ({ ...record, anchor: null }));
    const all = value(await findHighlights({}));
    expect(all.reduce((sum, { highlights }) => sum + highlights.length, 0)).toBe(1_202);
    expect((await found({ words: 'thimble' })).flatMap(([, names]) => names.split(' '))).toHaveLength(11);
    expect(value(await highlightsNamed(['highlight-n00001', 'highlight-n00107', 'highlight-none'])).size).toBe(1);
  });

  it('lead to their article by the words of the note, in the search of the library too', async () => {
    const id = await save('one');
    const ask = async (words: string): Promise<readonly number[]> => value(await searchLibrary(words, 'best'));
    await tendIndex();
    const { id: highlight } = await mark(id, 'a', 'First words.', { note: 'Compare with Ångström' });
    // Before the index has taken it in, and after.
    expect(await ask('angstrom')).toEqual([id]);
    await tendIndex();
    expect(await ask('angstrom')).toEqual([id]);
    await removeHighlight(id, highlight);
    expect(await ask('angstrom')).toEqual([]);
    await tendIndex();
    expect(await ask('angstrom')).toEqual([]);
  });
});
