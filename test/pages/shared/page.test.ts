import { openDocument } from '../../support/extension-page.ts';
import { beforeEach, expect, it, vi } from 'vitest';

let page: Document;
let fail: (() => void) | undefined;
let runPage: typeof import('../../../src/pages/shared/page.ts').runPage;
beforeEach(async () => {
  page = openDocument('<body aria-busy="true"><main>Waiting</main></body>');
  vi.resetModules();
  vi.stubGlobal('window', { setTimeout: () => 0 });
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => { if (name === 'unhandledrejection') fail = listener; });
  ({ runPage } = await import('../../../src/pages/shared/page.ts'));
});

it('puts a plain sentence and a way on in place of a page that could not start', async () => {
  const unhandled = vi.fn<() => void>();
  process.once('unhandledRejection', unhandled);
  runPage(() => Promise.reject(new Error('storage')));
  await vi.waitFor(() => expect(page.querySelector('[role="alert"]')?.textContent).toMatch(/Something went wrong.*Try again/));
  expect(page.body.textContent).not.toContain('Waiting');
  expect(page.body.hasAttribute('aria-busy')).toBe(false);
  // The fault itself is not hushed up: whoever watches the browser sees it.
  await vi.waitFor(() => expect(unhandled).toHaveBeenCalledTimes(1));
});

it('says at the foot of the page that something later went wrong', async () => {
  runPage(() => Promise.resolve());
  fail?.();
  expect(page.querySelector('.toast')?.textContent).toMatch(/Something went wrong/);
  expect(page.body.textContent).toContain('Waiting');
});
