/** A tab's page on its way into the library, by way of a draft that this page of ours may have no database for. */
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { articleAt, freshLibrary } from '../../library/support.ts';

const there = vi.hoisted(() => ({ isPrivate: false, memory: {} as Record<string, unknown> }));
vi.mock('webextension-polyfill', () => ({ default: {
  extension: { get inIncognitoContext() { return there.isPrivate; } },
  storage: { session: { set: (given: object) => { Object.assign(there.memory, given); return Promise.resolve(); } } },
} }));
vi.mock('../../../src/browser/permissions.ts', () => ({ isAllowed: () => Promise.resolve(true) }));
vi.mock('../../../src/browser/capture.ts', () => ({ captureTab: () => Promise.resolve({ ok: true, article: articleAt('https://a.example/lane'), selection: '' }) }));
vi.mock('../../../src/actions/keep-tab-pictures.ts', () => ({ keepTabPictures: () => Promise.resolve() }));
const sent = vi.hoisted(() => [] as [string, { draftId: string }][]);
vi.mock('../../../src/browser/messages.ts', () => ({ send: (name: string, input: { draftId: string }) => { sent.push([name, input]); return Promise.resolve({ ok: true, value: { id: 1, existed: false } }); } }));
const { savePage } = await import('../../../src/pages/shared/save-page.ts');

freshLibrary();
const page = { url: 'https://a.example/lane', title: 'Lane', tabId: 7 };

it('lies in the database until it is saved', async () => {
  expect(await savePage(page)).toEqual({ as: 'article', existed: false });
  expect(sent.at(-1)).toEqual(['saveDraft', { draftId: expect.stringMatching(/^[\da-f-]{36}$/) }]);
  expect(there.memory).toEqual({});
});

it('of a private window, in which one browser gives no database, is held in memory', async () => {
  there.isPrivate = true;
  vi.stubGlobal('indexedDB', { open: () => { throw new DOMException('no', 'InvalidStateError'); } });
  expect(await savePage(page)).toEqual({ as: 'article', existed: false });
  expect(sent.at(-1)).toEqual(['saveDraft', { draftId: expect.stringMatching(/^private-/) }]);
});
