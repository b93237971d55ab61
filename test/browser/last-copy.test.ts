/** When a copy is to make itself, and what is believed of what was noted about the last ones. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const kept: Record<string, unknown> = {};
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: {
  get: (key: string) => Promise.resolve({ [key]: kept[key] }),
  set: (more: object) => { Object.assign(kept, more); return Promise.resolve(); },
} } } }));
const { copiesByItself, isCopyDue, keepCopiesByItself } = await import('../../src/browser/last-copy.ts');
beforeEach(() => { for (const key of Object.keys(kept)) delete kept[key]; });

const DAY = 86_400_000;
const NOW = 400 * DAY;

describe('a copy by itself', () => {
  it.each([
    ['never', undefined, undefined, false], ['day', undefined, undefined, true], ['day', NOW - DAY, undefined, true], ['day', NOW - DAY + 1, undefined, false],
    ['week', NOW - 8 * DAY, undefined, true], ['week', NOW - 6 * DAY, undefined, false], ['month', NOW - 31 * DAY, undefined, true], ['month', NOW - 29 * DAY, undefined, false],
    // One that failed is tried again, and not at once.
    ['day', NOW - 2 * DAY, { at: NOW - 1_000, reason: 'full' }, false], ['day', NOW - 2 * DAY, { at: NOW - 2 * 3_600_000, reason: 'full' }, true],
  ] as const)('%s, the last one at %s, failed %j: %s', (every, last, failed, due) => {
    expect(isCopyDue(every, last, failed, NOW)).toBe(due);
  });

  it('is noted and read again; what was noted badly is nothing', async () => {
    await keepCopiesByItself({ written: [3, 4], failed: { at: 5, reason: 'full' } });
    expect(await copiesByItself()).toEqual({ written: [3, 4], failed: { at: 5, reason: 'full' } });
    for (const bad of [null, 7, [], { written: 'x', failed: 3 }, { written: [1.5, 'a', {}], failed: { at: 'now' } }]) {
      kept['copiesByItself'] = bad;
      expect(await copiesByItself()).toEqual({ written: [] });
    }
  });
});
