import { openDocument } from '../../support/extension-page.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let page: Document;
let showToast: typeof import('../../../src/pages/shared/toasts.ts').showToast;
beforeEach(async () => {
  page = openDocument('<main></main>');
  vi.useFakeTimers();
  vi.resetModules();
  vi.stubGlobal('window', { setTimeout: (run: () => void, ms: number) => setTimeout(run, ms) });
  ({ showToast } = await import('../../../src/pages/shared/toasts.ts'));
});
afterEach(() => vi.useRealTimers());
const texts = () => [...page.querySelectorAll('.toast > span')].map((toast) => toast.textContent);
const event = (name: string) => new page.defaultView!.Event(name);

it('speaks through a polite live region and goes by itself', () => {
  showToast('Done.');
  expect(page.querySelector('[role="status"]')?.textContent).toBe('Done.');
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual([]);
});

it('stays longer with something to undo, and as long as it is pointed at', () => {
  showToast('Removed.', { label: 'Undo', run: () => undefined });
  vi.advanceTimersByTime(11_900);
  const toast = page.querySelector('.toast')!;
  toast.dispatchEvent(event('pointerenter'));
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(['Removed.']);
  toast.dispatchEvent(event('pointerleave'));
  vi.advanceTimersByTime(12_000);
  expect(texts()).toEqual([]);
});

it('undoes once and is gone', () => {
  const run = vi.fn();
  showToast('Removed.', { label: 'Undo', run });
  const button = page.querySelector('button')!;
  button.click();
  button.click();
  expect(run).toHaveBeenCalledTimes(1);
  expect(texts()).toEqual([]);
});

it('keeps the newest three', () => {
  for (const n of [1, 2, 3, 4]) showToast(`${n}`);
  expect(texts()).toEqual(['2', '3', '4']);
});
