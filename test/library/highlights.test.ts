import { describe, expect, it } from 'vitest';
import { HIGHLIGHT_LIMITS, parseHighlight, type Highlight } from '../../src/article/highlight.ts';
import {
  highlightsOf, highlightsOfAll, keepPosition, notesText, positionOf, putHighlight, purgeArticles, removeArticles, removeHighlight, saveArticle,
} from '../../src/library/library.ts';
import { articleAt, freshLibrary, sizes, spoil, value } from './support.ts';

freshLibrary();
const URL_ONE = 'https://a.example/one';
const highlight = (id: string, start: number, more: Partial<Highlight> = {}): Highlight => ({
  id: `highlight-${id}`, pen: 'leaf', note: '', createdAt: 5, updatedAt: 5,
  anchor: { exact: 'First words.', prefix: '', suffix: ' A link.', start, end: start + 12 }, ...more,
});
const save = async (url = URL_ONE): Promise<number> => value(await saveArticle(articleAt(url), 1)).id;

describe('highlights', () => {
  it('stand with their article in the order of its text, and change under their own id', async () => {
    const id = await save();
    await putHighlight(id, highlight('b', 40));
    await putHighlight(id, highlight('a', 2));
    await putHighlight(id, highlight('b', 40, { pen: 'rose', note: 'Ask Papa.' }));
    expect(value(await highlightsOf(id))).toEqual([highlight('a', 2), highlight('b', 40, { pen: 'rose', note: 'Ask Papa.' })]);
    const other = await save('https://a.example/two');
    expect(value(await highlightsOfAll([id, other])).size).toBe(1);
    expect(value(await highlightsOf(other))).toEqual([]);
  });

  it('stay when the article is saved again, and when it is removed; they go when it goes for good', async () => {
    const id = await save();
    await putHighlight(id, highlight('a', 2));
    await saveArticle(articleAt(URL_ONE, { text: 'Other words.' }), 9);
    await removeArticles([id], 10);
    expect(value(await highlightsOf(id))).toHaveLength(1);
    await purgeArticles([id], 11);
    expect(value(await highlightsOf(id))).toEqual([]);
    expect(await sizes()).toMatchObject({ highlights: 0 });
  });

  it('are taken away and put back', async () => {
    const id = await save();
    await putHighlight(id, highlight('a', 2));
    const removed = value(await removeHighlight(id, 'highlight-a'));
    expect(value(await highlightsOf(id))).toEqual([]);
    expect(await removeHighlight(id, 'highlight-a')).toEqual({ ok: false, reason: 'gone' });
    await putHighlight(id, removed);
    expect(value(await highlightsOf(id))).toEqual([highlight('a', 2)]);
  });

  it('belong to one article that is there', async () => {
    const [one, two] = [await save(), await save('https://a.example/two')];
    expect(await putHighlight(4711, highlight('a', 2))).toEqual({ ok: false, reason: 'gone' });
    await putHighlight(one, highlight('a', 2));
    expect(await putHighlight(two, highlight('a', 2))).toEqual({ ok: false, reason: 'damaged' });
    expect(await removeHighlight(two, 'highlight-a')).toEqual({ ok: false, reason: 'gone' });
  });

  it('are checked when they come in and when they come out', async () => {
    const id = await save();
    await putHighlight(id, highlight('a', 2));
    await putHighlight(id, highlight('b', 3));
    await spoil('highlights', 'highlight-a', (record) => ({ ...record, anchor: 'nonsense' }));
    expect(value(await highlightsOf(id)).map((each) => each.id)).toEqual(['highlight-b']);
    for (const bad of [null, 7, {}, { ...highlight('a', 1), id: '' }, { ...highlight('a', 1), anchor: { exact: ' ' } }, { ...highlight('a', 1), createdAt: Number.NaN },
      { ...highlight('a', 1), anchor: { exact: 'x'.repeat(HIGHLIGHT_LIMITS.exact + 1) } }]) expect(parseHighlight(bad)).toBeUndefined();
    expect(parseHighlight({ ...highlight('a', 1), pen: 'url(x)', note: 'n'.repeat(HIGHLIGHT_LIMITS.note + 5), anchor: { exact: 'Words' } })).toMatchObject({
      pen: 'sun', note: 'n'.repeat(HIGHLIGHT_LIMITS.note), anchor: { exact: 'Words', prefix: '', suffix: '', start: 0, end: 5 },
    });
  });

  it('give search what was written beside the text', () => {
    expect(notesText([highlight('a', 1, { note: ' Ask Papa. ' }), highlight('b', 2), highlight('c', 3, { note: 'Twice?' })])).toBe('Ask Papa.\nTwice?');
  });
});

describe('positions', () => {
  it('are dropped with the article they belong to', async () => {
    const id = await save();
    await keepPosition(URL_ONE, { at: 7, words: 'words.', part: 0.3 }, 2);
    await removeArticles([id], 10);
    expect(await positionOf(URL_ONE)).toEqual({ at: 7, words: 'words.', part: 0.3 });
    await purgeArticles([id], 11);
    expect(await positionOf(URL_ONE)).toBeUndefined();
  });
});
