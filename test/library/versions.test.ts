import { describe, expect, it } from 'vitest';
import { getArticle, goBackTo, removeArticles, saveArticle, searchLibrary, versionsOf } from '../../src/library/library.ts';
import { articleAt, freshLibrary, value } from './support.ts';

freshLibrary();

const STORY = 'https://a.example/story';
const save = async (text: string, at: number, title = 'Story') => value(await saveArticle(articleAt(STORY, { title, text, html: `<p>${text}</p>`, wordCount: 9 }), at)).id;
const times = async (id: number) => value(await versionsOf(id)).map(({ at }) => at);

describe('goBackTo', () => {
  it('puts an earlier text in its place, and lays the one that was there aside', async () => {
    const id = await save('The lantern was green.', 10, 'Green');
    await save('The lantern was copper.', 20, 'Copper');
    await save('The lantern was gone altogether.', 30, 'Gone');
    expect(await times(id)).toEqual([20, 10]);
    expect(value(await goBackTo(id, 10, 40))).toBe(30);
    const { saved, article } = value(await getArticle(id));
    expect([article?.text, article?.html, saved.title, saved.wordCount, saved.textAt]).toEqual(['The lantern was green.', '<p>The lantern was green.</p>', 'Green', 4, 10]);
    expect(await times(id)).toEqual([30, 20]);
    expect(value(await searchLibrary('green'))).toEqual([id]);
    expect(value(await searchLibrary('altogether'))).toEqual([]);
    // And back again.
    expect(value(await goBackTo(id, 30, 50))).toBe(10);
    expect(value(await getArticle(id)).article?.text).toBe('The lantern was gone altogether.');
    expect(await times(id)).toEqual([20, 10]);
  });

  it('keeps the text it went back to when the page is saved again', async () => {
    const id = await save('One.', 10);
    await save('Two.', 20);
    value(await goBackTo(id, 10, 30));
    await save('Three.', 40);
    expect(value(await versionsOf(id)).map(({ at, text }) => [at, text])).toEqual([[20, 'Two.'], [10, 'One.']]);
  });

  it('says so when there is no such text, and changes nothing', async () => {
    const id = await save('One.', 10);
    expect(await goBackTo(id, 5, 20)).toEqual({ ok: false, reason: 'gone' });
    expect(await goBackTo(id + 1, 10, 20)).toEqual({ ok: false, reason: 'gone' });
    await removeArticles([id], 30);
    expect(value(await getArticle(id)).article?.text).toBe('One.');
  });
});
