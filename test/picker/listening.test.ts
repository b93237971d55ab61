// @vitest-environment jsdom
/** Only what a person really did counts; what a page's script sends is the page's own affair. */
import { expect, it, vi } from 'vitest';
import { listen } from '../../src/picker/listening.ts';

it('obeys nothing that a script of the page sends, and lets the page have it', () => {
  const heard = { point: vi.fn<() => void>(), click: vi.fn<() => void>(), key: vi.fn<() => void>(), wheel: vi.fn<() => void>() };
  const stop = listen(window, heard);
  const pages = vi.fn<(type: string) => void>();
  for (const type of ['click', 'keydown', 'pointermove', 'wheel']) document.addEventListener(type, () => pages(type));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  document.body.dispatchEvent(new Event('pointermove', { bubbles: true }));
  document.body.dispatchEvent(new Event('wheel', { bubbles: true }));
  document.body.click();
  for (const hear of Object.values(heard)) expect(hear).not.toHaveBeenCalled();
  expect(pages.mock.calls.flat()).toEqual(['keydown', 'click', 'pointermove', 'wheel', 'click']);
  stop();
});
