/** Looking into a tab: what was read there stands, whatever becomes of the tab. */
import { expect, it, vi } from 'vitest';

const tab = vi.hoisted(() => ({ answers: [] as (() => unknown)[] }));
vi.mock('webextension-polyfill', () => ({ default: {
  runtime: { getURL: () => 'moz-extension://ours/' },
  storage: { local: { get: () => Promise.resolve({}) } },
  scripting: { executeScript: async () => [{ result: tab.answers.shift()!() }] },
} }));
const { captureTab } = await import('../../src/browser/capture.ts');
const { articleAt } = await import('../library/support.ts');

const text = '川口の町には橋がない。渡し船は朝の六時に出る。'.repeat(20);
const article = articleAt('https://river.example/bridge', { text, language: 'ja' });
const tabLike = { id: 7, url: article.url, title: article.title };

it('an article whose tab goes before it has said how its lines stand is read all the same', async () => {
  tab.answers = [() => ({ result: { ok: true, article }, selection: '' }), () => { throw new Error('No tab with id: 7'); }];
  expect(await captureTab(tabLike)).toMatchObject({ ok: true, article: { title: article.title } });
  tab.answers = [() => ({ result: { ok: true, article }, selection: '' }), () => undefined, () => 'rl'];
  expect(await captureTab(tabLike)).toMatchObject({ ok: true, article: { upright: 'rl' } });
});
