import { describe, expect, it } from 'vitest';
import { noteShare, putShare, removeShare, saveArticle, sharesOf, sharesOfAll } from '../../src/library/library.ts';
import { articleAt, freshLibrary, value } from './support.ts';

freshLibrary();

describe('what was passed on', () => {
  it('is noted beside the saved article by its address, and listed latest first', async () => {
    const { id } = value(await saveArticle(articleAt('https://news.example/a?id=1'), 1));
    value(await noteShare({ url: 'https://news.example/a?id=1&utm_source=x', way: 'mail', to: ['Anna'] }, 10));
    value(await noteShare({ url: 'http://news.example/a?id=1', way: 'whatsapp', to: [] }, 20));
    expect(value(await sharesOf(id)).map(({ at, way, to }) => ({ at, way, to }))).toEqual([{ at: 20, way: 'whatsapp', to: [] }, { at: 10, way: 'mail', to: ['Anna'] }]);
  });
  it('is not noted of a page that is not kept', async () => {
    expect(await noteShare({ url: 'https://news.example/other', way: 'mail', to: ['Anna'] }, 10)).toEqual({ ok: false, reason: 'gone' });
  });
  it('is forgotten alone, and can be put back', async () => {
    const { id } = value(await saveArticle(articleAt('https://news.example/b'), 1));
    const first = value(await putShare({ id, at: 5, way: 'mail', to: ['Anna'] }));
    value(await putShare({ id, at: 6, way: 'draft', to: ['Ben'] }));
    const gone = value(await removeShare(first));
    expect(value(await sharesOf(id)).map(({ way }) => way)).toEqual(['draft']);
    expect(await removeShare(first)).toEqual({ ok: false, reason: 'gone' });
    value(await putShare(gone));
    expect(value(await sharesOf(id)).map(({ way }) => way)).toEqual(['draft', 'mail']);
  });
  it('is read for many articles at once, without those that never were', async () => {
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map(async (name) => value(await saveArticle(articleAt(`https://news.example/all-${name}`), 1)).id));
    expect(value(await sharesOfAll([a!, b!, c!])).size).toBe(0);
    value(await putShare({ id: a!, at: 5, way: 'mail', to: ['Anna'] }));
    value(await putShare({ id: c!, at: 6, way: 'mail', to: ['Ben'] }));
    value(await putShare({ id: c!, at: 7, way: 'draft', to: ['Cleo'] }));
    const all = value(await sharesOfAll([a!, b!, c!]));
    expect([...all].map(([id, shares]) => [id, shares.map(({ to }) => to[0])])).toEqual([[a, ['Anna']], [c, ['Cleo', 'Ben']]]);
  });
});
