import { describe, expect, it } from 'vitest';
import {
  counts, DRAFT_LIFE, findByUrl, getArticle, getDraft, pruneDrafts, purgeArticles, putDraft, removeArticles, saveDraft,
} from '../../src/library/library.ts';
import { articleAt, freshLibrary, sizes, spoil, value } from './support.ts';

freshLibrary();
const article = articleAt('https://a.example/one');
const page = { url: article.url, title: article.title };

describe('drafts', () => {
  it('come back whole under an id nobody can guess', async () => {
    const id = value(await putDraft({ article, page, quote: 'Words.' }, 10));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
    expect(value(await getDraft(id))).toEqual({ id, createdAt: 10, article, page, quote: 'Words.' });
    expect(await getDraft('other')).toEqual({ ok: false, reason: 'gone' });
  });

  it('move into the library, and can still be opened where they were', async () => {
    const id = value(await putDraft({ article, page, quote: 'Words.' }, 10));
    const saved = value(await saveDraft(id, 20));
    expect(saved.existed).toBe(false);
    expect(value(await getArticle(saved.id))).toMatchObject({ article, saved: { quotes: ['Words.'], savedAt: 20 } });
    expect(value(await getDraft(id))).toEqual({ id, createdAt: 10, article, page, quote: 'Words.', savedId: saved.id });
    expect(value(await saveDraft(id, 30))).toEqual({ id: saved.id, existed: true });
    expect(value(await counts()).unread).toBe(1);
  });

  it('are saved once when two ask at the same time', async () => {
    const id = value(await putDraft({ article, page }, 10));
    const answers = (await Promise.all([saveDraft(id, 20), saveDraft(id, 21), saveDraft(id, 22)])).map(value);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(answers.map(({ existed }) => existed)).toEqual([false, true, true]);
  });

  it('are put back when they were saved, removed, and saved again', async () => {
    const id = value(await putDraft({ article, page }, 10));
    const saved = value(await saveDraft(id, 20));
    await removeArticles([saved.id], 30);
    expect(value(await saveDraft(id, 40))).toEqual({ id: saved.id, existed: false });
    expect(await findByUrl(article.url)).toMatchObject({ id: saved.id });
    await removeArticles([saved.id], 50);
    await purgeArticles([saved.id], 60);
    expect(await saveDraft(id, 70)).toEqual({ ok: false, reason: 'gone' });
  });

  it('without an article keep the link', async () => {
    const id = value(await putDraft({ page: { url: 'https://a.example/film', title: 'A film' }, quote: 'Said so.' }, 10));
    const saved = value(await saveDraft(id, 20));
    expect(value(await getArticle(saved.id)).saved).toMatchObject({ hasBody: false, quotes: ['Said so.'] });
  });

  it('make room for themselves: laying one down lets the old ones go', async () => {
    const old = value(await putDraft({ article, page }, 0));
    const young = value(await putDraft({ article, page }, DRAFT_LIFE));
    expect(await getDraft(old)).toEqual({ ok: false, reason: 'gone' });
    expect((await getDraft(young)).ok).toBe(true);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'chrome://settings', ''])('of %s are nobody\'s page', async (url) => {
    expect(await putDraft({ page: { url, title: 'A title' } }, 10)).toEqual({ ok: false, reason: 'damaged' });
    const id = value(await putDraft({ page }, 10));
    await spoil('drafts', id, (record) => ({ ...record, page: { url, title: 'A title' } }));
    expect(await getDraft(id)).toEqual({ ok: false, reason: 'damaged' });
  });

  it('are let go after seven days, not before', async () => {
    const old = value(await putDraft({ article, page }, 0));
    const young = value(await putDraft({ article, page }, 1));
    expect(value(await pruneDrafts(DRAFT_LIFE - 1))).toBe(0);
    expect(value(await pruneDrafts(DRAFT_LIFE))).toBe(1);
    expect((await getDraft(old)).ok).toBe(false);
    expect((await getDraft(young)).ok).toBe(true);
  });

  it('answer "damaged" when spoilt, and are not saved', async () => {
    const id = value(await putDraft({ article, page }, 0));
    await spoil('drafts', id, (record) => ({ ...record, article: { url: 'https://a.example/', title: 'x' } }));
    expect(await getDraft(id)).toEqual({ ok: false, reason: 'damaged' });
    expect(await saveDraft(id, 1)).toEqual({ ok: false, reason: 'damaged' });
    expect((await sizes())['articles']).toBe(0);
  });

  it('are refused when they hold no article', async () => {
    expect(await putDraft({ article: { title: 'no' } as never, page }, 0)).toEqual({ ok: false, reason: 'damaged' });
  });
});
