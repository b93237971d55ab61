import '../../support/extension-page.ts';
import { expect, it } from 'vitest';
import { shareWords } from '../../../src/pages/shared/share-words.ts';

const share = (way: string, ...to: string[]) => ({ uid: 'a', id: 1, at: Date.UTC(2026, 4, 3, 12), way, to });

it('says to whom something was passed on, else by what, else only when', () => {
  expect(shareWords(share('mail', 'Marta'))).toBe('Passed on to Marta on Sun, 3 May 2026');
  expect(shareWords(share('mastodon'))).toBe('Passed on by Mastodon on Sun, 3 May 2026');
  expect(shareWords(share('code'))).toBe('Passed on, Sun, 3 May 2026');
});

it('knows no way that a file made up', () => {
  for (const way of ['constructor', '__proto__', 'toString']) expect(shareWords(share(way))).toBe('Passed on, Sun, 3 May 2026');
});
