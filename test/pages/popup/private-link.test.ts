/** A page without an article: what is kept of it is opened by its number, but from a private window without a trace. */
import { openDocument } from '../../support/extension-page.ts';
import { beforeEach, expect, it, vi } from 'vitest';

const there = vi.hoisted(() => ({ opened: [] as unknown[], held: [] as unknown[], canLook: true }));
const PAGE = { url: 'https://a.example/list', title: 'A list' };
const ARTICLE = { url: PAGE.url, title: PAGE.title, text: 'Kept before.' };
vi.mock('../../../src/browser/tabs.ts', () => ({ openPage: (...opened: unknown[]) => { there.opened.push(opened); return Promise.resolve(); } }));
vi.mock('../../../src/browser/print-page.ts', () => ({ printPage: vi.fn<() => void>() }));
vi.mock('../../../src/browser/messages.ts', () => ({ send: () => Promise.resolve({ ok: true, value: { id: 5, existed: false } }) }));
vi.mock('../../../src/actions/drafts.ts', () => ({ leaveDraft: (...draft: unknown[]) => { there.held.push(draft); return Promise.resolve({ ok: true, value: 'private-x' }); } }));
vi.mock('../../../src/library/library.ts', () => ({
  findByUrl: () => Promise.resolve(there.canLook ? { id: 5 } : undefined),
  getArticle: () => Promise.resolve(there.canLook ? { ok: true, value: { article: ARTICLE } } : { ok: false, reason: 'blocked' }),
}));
vi.mock('../../../src/pages/popup/article-view.ts', () => ({ asInterrupted: () => ({ ok: false, reason: 'interrupted' }) }));
vi.mock('../../../src/pages/popup/letter-view.ts', () => ({ showLetter: vi.fn<() => void>() }));

let page: Document;
beforeEach(() => {
  Object.assign(there, { opened: [], held: [], canLook: true });
  page = openDocument('<div id="head"></div><div id="acts"></div><button id="receipt-button"></button>');
  page.defaultView!.close = () => undefined;
});

async function open(incognito: boolean): Promise<void> {
  const { showRefusalView } = await import('../../../src/pages/popup/refusal-view.ts');
  await showRefusalView({ tab: { id: 7, url: PAGE.url, incognito }, look: () => Promise.resolve() }, 'noArticle', PAGE);
  if (!there.canLook) page.querySelector<HTMLElement>('#action-save button')!.click();
  await vi.waitFor(() => expect(page.querySelector('#open-saved')).toBeTruthy());
  page.querySelector<HTMLElement>('#open-saved')!.click();
  await vi.waitFor(() => expect(there.opened).toHaveLength(1));
}

it('opens by its number', async () => {
  await open(false);
  expect(there.opened).toEqual([['reader', { id: 5 }]]);
  expect(there.held).toEqual([]);
});

it('opens from a private window in a draft, with the text that was kept', async () => {
  await open(true);
  expect(there.opened).toEqual([['reader', { draft: 'private-x' }]]);
  expect(there.held).toEqual([[{ page: PAGE, article: ARTICLE }, expect.any(Number), true]]);
});

it('opens, too, where the browser lets no private window look into the library', async () => {
  there.canLook = false;
  await open(true);
  expect(there.opened).toEqual([['reader', { draft: 'private-x' }]]);
  expect(there.held).toEqual([[{ page: PAGE }, expect.any(Number), true]]);
});
