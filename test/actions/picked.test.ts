/** A part that a person picked themselves: where it goes, and that reading or printing it from a private window changes nothing that is kept. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';

const browser = vi.hoisted(() => ({ picked: undefined as Article | undefined, opened: [] as string[], memory: {} as Record<string, unknown> }));
vi.mock('webextension-polyfill', () => ({ default: {
  runtime: { getURL: (path: string) => `chrome-extension://passalong/${path}` },
  scripting: { executeScript: () => Promise.resolve([{ result: { result: { ok: true, article: browser.picked } } }]) },
  tabs: { create: ({ url }: { url: string }) => { browser.opened.push(url); return Promise.resolve(); } },
  storage: { session: { set: (given: object) => { Object.assign(browser.memory, given); return Promise.resolve(); } } },
} }));

const { actOnPicked } = await import('../../src/actions/picked.ts');
const { getArticle, saveArticle } = await import('../../src/library/library.ts');
const { articleAt, freshLibrary, value } = await import('../library/support.ts');

freshLibrary();
const known = articleAt('https://a.example/lane');
const part: Article = { ...known, html: '<p>Only this part.</p>', text: 'Only this part.' };
beforeEach(() => {
  Object.assign(browser, { picked: part, opened: [], memory: {} });
});
const tab = { id: 7, url: known.url, title: known.title };

it('is read from a draft, and brings an article that is kept up to date', async () => {
  const { id } = value(await saveArticle(known, 10));
  expect((await actOnPicked({ verb: 'read' }, tab, 20)).ok).toBe(true);
  expect(browser.opened[0]).toMatch(/reader\.html\?draft=[\da-f-]{36}&tab=7$/);
  expect(value(await getArticle(id)).article?.text).toBe('Only this part.');
});

it('from a private window leaves what is kept as it is, unless the person saves it', async () => {
  const { id } = value(await saveArticle(known, 10));
  expect((await actOnPicked({ verb: 'print' }, { ...tab, incognito: true }, 20)).ok).toBe(true);
  expect(browser.opened[0]).toMatch(/print\.html\?draft=private-/);
  expect(value(await getArticle(id)).article?.text).toBe(known.text);
  expect((await actOnPicked({ verb: 'save' }, { ...tab, incognito: true }, 30)).ok).toBe(true);
  expect(value(await getArticle(id)).article?.text).toBe('Only this part.');
});
