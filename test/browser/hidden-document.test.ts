import { beforeEach, expect, it, vi } from 'vitest';

const offscreen = { createDocument: vi.fn<() => Promise<void>>(), closeDocument: vi.fn<() => Promise<void>>() };
const getContexts = vi.fn<() => Promise<unknown[]>>();
vi.mock('webextension-polyfill', () => ({ default: { offscreen, runtime: { getContexts } } }));

beforeEach(() => {
  vi.resetModules();
  getContexts.mockReset().mockResolvedValue([]);
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

it('that is on its way out is waited for: who comes then gets one of their own', async () => {
  const { withHiddenDocument } = await import('../../src/browser/hidden-document.ts');
  // As the browser does it: the document stands among the contexts until it is closed, and closing takes its time.
  let there = 0;
  getContexts.mockImplementation(() => Promise.resolve(Array.from({ length: there })));
  offscreen.createDocument.mockImplementation(async () => { there += 1; });
  offscreen.closeDocument.mockImplementation(async () => {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    there -= 1;
  });
  const first = withHiddenDocument(() => Promise.resolve());
  await vi.waitFor(() => expect(offscreen.closeDocument).toHaveBeenCalledTimes(1), { interval: 1 });
  const second = withHiddenDocument(async () => {
    await new Promise((resolve) => { setTimeout(resolve, 40); });
    return there;
  });
  await first;
  expect(await second).toBe(1);
  expect(there).toBe(0);
});
