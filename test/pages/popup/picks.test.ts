/** What a site's pages are read by can be forgotten from wherever it is seen. */
import { expect, it, vi } from 'vitest';

const forgotten = vi.hoisted(() => [] as unknown[]);
vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../../src/browser/site-choices.ts', () => ({ forgetPlaces: (...what: unknown[]) => { forgotten.push(what); return Promise.resolve(); }, rememberPlaces: vi.fn<() => void>() }));
const { picksIn } = await import('../../../src/pages/popup/picks.ts');

it.each([false, true])('in a private window: %s', async (incognito) => {
  forgotten.length = 0;
  const again = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
  const ways = picksIn({ id: 7, url: 'https://www.paper.example/mill', incognito }, again);
  await ways.forget('title');
  expect(forgotten).toEqual([['paper.example', 'title']]);
  expect(again).toHaveBeenCalledTimes(1);
  // But nothing new is noted from there.
  expect('site' in ways).toBe(!incognito);
});
