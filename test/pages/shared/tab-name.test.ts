/** The names of our tabs, which browsers note in their history: not of what is read in a private window, where an ordinary one shows it. */
import { expect, it, vi } from 'vitest';
import { openDocument } from '../../support/extension-page.ts';

const where = vi.hoisted(() => ({ isPrivate: false }));
vi.mock('../../../src/browser/tabs.ts', () => ({ inPrivateWindow: () => where.isPrivate }));
const { nameTab } = await import('../../../src/pages/shared/tab-name.ts');

it.each([
  ['an ordinary window, an ordinary article', false, false, 'The lamps'],
  ['an ordinary window, an article of a private one', false, true, 'Passalong'],
  ['a private window, an article of it', true, true, 'The lamps'],
])('%s', (_, isPrivateWindow, isPrivate, name) => {
  const page = openDocument('<main></main>');
  where.isPrivate = isPrivateWindow;
  nameTab('The lamps', isPrivate);
  expect(page.title).toBe(name);
});
