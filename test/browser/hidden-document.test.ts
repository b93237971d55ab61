import { beforeEach, expect, it, vi } from 'vitest';

const offscreen = { createDocument: vi.fn<() => Promise<void>>(), closeDocument: vi.fn<() => Promise<void>>() };
vi.mock('webextension-polyfill', () => ({ default: { offscreen, runtime: { getContexts: () => Promise.resolve([]) } } }));

beforeEach(() => {
  vi.resetModules();
  offscreen.createDocument.mockReset().mockResolvedValue(undefined);
  offscreen.closeDocument.mockReset().mockResolvedValue(undefined);
});

it('opens once for two at a time, and the last one out closes it', async () => {
  const { withHiddenDocument } = await import('../../src/browser/hidden-document.ts');
  expect(await Promise.all([withHiddenDocument(() => Promise.resolve(1)), withHiddenDocument(() => Promise.resolve(2))])).toEqual([1, 2]);
  expect(offscreen.createDocument).toHaveBeenCalledTimes(1);
  expect(offscreen.closeDocument).toHaveBeenCalledTimes(1);
});

it('that could not be opened is opened anew the next time', async () => {
  const { withHiddenDocument } = await import('../../src/browser/hidden-document.ts');
  offscreen.createDocument.mockRejectedValueOnce(new Error('no room'));
  await expect(withHiddenDocument(() => Promise.resolve(1))).rejects.toThrow('no room');
  expect(await withHiddenDocument(() => Promise.resolve(2))).toBe(2);
  expect(offscreen.closeDocument).toHaveBeenCalledTimes(1);
});

it('answers what the work found, even when the browser has closed the document itself', async () => {
  const { withHiddenDocument } = await import('../../src/browser/hidden-document.ts');
  offscreen.closeDocument.mockRejectedValueOnce(new Error('no current offscreen document'));
  expect(await withHiddenDocument(() => Promise.resolve(3))).toBe(3);
});
