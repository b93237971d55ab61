/** What is read from a private window: in memory, found by its id, gone with the last private window, and never in the library unasked. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';

interface Win { readonly id: number; readonly incognito: boolean }
const memory = vi.hoisted(() => ({ items: new Map<string, unknown>(), room: 3, windows: [] as Win[], closed: undefined as ((id: number) => Promise<void>) | undefined }));
vi.mock('webextension-polyfill', () => ({ default: {
  storage: { session: {
    get: (key: string | null) => Promise.resolve(Object.fromEntries([...memory.items].filter(([name]) => key === null || name === key))),
    set: (given: object) => {
      if (memory.items.size >= memory.room) return Promise.reject(new Error('quota exceeded'));
      for (const [name, item] of Object.entries(given)) memory.items.set(name, structuredClone(item));
      return Promise.resolve();
    },
    remove: (names: string | string[]) => { for (const name of [names].flat()) memory.items.delete(name); return Promise.resolve(); },
  } },
  windows: { onRemoved: { addListener: (listener: (id: number) => Promise<void>) => { memory.closed = listener; } }, getAll: () => Promise.resolve(memory.windows) },
} }));

const { findDraft, leaveDraft, saveFoundDraft } = await import('../../src/actions/drafts.ts');
const { keepUnsent, loadUnsent } = await import('../../src/browser/unsent-letter.ts');
const { forgetWithPrivateWindows } = await import('../../src/browser/private-drafts.ts');
const { counts, getArticle, getDraft } = await import('../../src/library/library.ts');
const { articleAt, freshLibrary, sizes, value } = await import('../library/support.ts');

freshLibrary();
const article = articleAt('https://a.example/secret');
const draft = { article, page: { url: article.url, title: article.title }, quote: 'Words.' };
beforeEach(() => {
  memory.items.clear();
  memory.items.set('unsent-letter', { note: 'kept' });
});

it('is found again, whole, and nothing of it is in the database', async () => {
  const id = value(await leaveDraft(draft, 10, true));
  expect(value(await findDraft(id))).toEqual({ ...draft, id, createdAt: 10 });
  expect(await getDraft(id)).toEqual({ ok: false, reason: 'gone' });
  expect((await sizes())['drafts'] ?? 0).toBe(0);
});

it('from an ordinary window goes where drafts lie', async () => {
  const id = value(await leaveDraft(draft, 10, false));
  expect(value(await findDraft(id))).toEqual({ ...draft, id, createdAt: 10 });
  expect([...memory.items.keys()]).toEqual(['unsent-letter']);
});

it('is in the library when the person saves it, once', async () => {
  const id = value(await leaveDraft(draft, 10, true));
  const saved = value(await saveFoundDraft(id, 20));
  expect(value(await getArticle(saved.id))).toMatchObject({ article, saved: { quotes: ['Words.'], savedAt: 20 } });
  expect(value(await saveFoundDraft(id, 30))).toEqual({ id: saved.id, existed: true });
  expect(value(await counts()).unread).toBe(1);
});

it('goes with the last private window, and nothing else with it', async () => {
  forgetWithPrivateWindows();
  const id = value(await leaveDraft(draft, 10, true));
  memory.windows = [{ id: 1, incognito: false }, { id: 2, incognito: true }, { id: 3, incognito: true }];
  await memory.closed!(3);
  expect((await findDraft(id)).ok).toBe(true);
  // One browser still counts the window that is closing.
  await memory.closed!(2);
  expect((await findDraft(id)).ok).toBe(true);
  memory.windows = [{ id: 1, incognito: false }, { id: 2, incognito: true }];
  await memory.closed!(2);
  expect(await findDraft(id)).toEqual({ ok: false, reason: 'gone' });
  expect(await saveFoundDraft(id, 40)).toEqual({ ok: false, reason: 'gone' });
  expect([...memory.items.keys()]).toEqual(['unsent-letter']);
});

it('takes the letter about it along', async () => {
  forgetWithPrivateWindows();
  memory.windows = [];
  const letter = { url: article.url, friends: [], note: 'Look', travels: 'link', edits: [] };
  await keepUnsent(letter);
  await keepUnsent({ ...letter, note: 'Keep it quiet' }, true);
  expect((await loadUnsent(article.url, true))?.note).toBe('Keep it quiet');
  // The one that was begun in an ordinary window is neither replaced by it nor goes with it, and that window sees only its own.
  expect((await loadUnsent(article.url))?.note).toBe('Look');
  await memory.closed!(2);
  expect(await loadUnsent(article.url, true)).toBeUndefined();
  expect((await loadUnsent(article.url))?.note).toBe('Look');
  expect([...memory.items.keys()]).toEqual(['unsent-letter']);
});

it('makes room for itself, and says so when it is larger than all there is', async () => {
  const first = value(await leaveDraft(draft, 10, true));
  const second = value(await leaveDraft(draft, 11, true));
  const third = value(await leaveDraft(draft, 12, true));
  expect((await findDraft(first)).ok).toBe(false);
  // Only as much goes as has to: it may be open in another tab, and is saved from here.
  expect((await findDraft(second)).ok).toBe(true);
  expect((await findDraft(third)).ok).toBe(true);
  memory.room = 0;
  expect(await leaveDraft(draft, 13, true)).toEqual({ ok: false, reason: 'privateTooLarge' });
  memory.room = 3;
});

it('makes room for a letter, too, which would else be lost on its way to its full page', async () => {
  const first = value(await leaveDraft(draft, 10, true));
  const second = value(await leaveDraft(draft, 11, true));
  expect(await keepUnsent({ url: article.url, friends: [], note: 'Look', travels: 'link', edits: [] })).toBe(true);
  expect((await loadUnsent(article.url))?.note).toBe('Look');
  expect((await findDraft(first)).ok).toBe(false);
  expect((await findDraft(second)).ok).toBe(true);
});

it('that is damaged is told from one that is gone', async () => {
  memory.items.set('private-draft:private-x', { id: 'private-x', createdAt: 1, page: { url: 'javascript:alert(1)', title: '' } });
  expect(await findDraft('private-x')).toEqual({ ok: false, reason: 'damaged' });
});
