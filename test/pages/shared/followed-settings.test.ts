/** Settings changed here and elsewhere, with a storage whose word of a change comes before the change is known to be kept. */
import { beforeEach, expect, it, vi } from 'vitest';
import { DEFAULTS, type Settings } from '../../../src/browser/settings.ts';
import { followSettings } from '../../../src/pages/shared/followed-settings.ts';

type Changed = (changes: Record<string, { newValue: unknown }>, area: string) => void;
const browser = vi.hoisted(() => ({ kept: undefined as unknown, listeners: [] as Changed[], sets: [] as (() => void)[] }));
vi.mock('webextension-polyfill', () => ({ default: { storage: {
  local: {
    get: () => Promise.resolve({ settings: browser.kept }),
    // Kept when the test says so.
    set: (items: { settings: unknown }) => new Promise<void>((resolve) => {
      browser.sets.push(() => {
        browser.kept = items.settings;
        for (const listener of browser.listeners) listener({ settings: { newValue: items.settings } }, 'local');
        resolve();
      });
    }),
  },
  onChanged: { addListener: (listener: Changed) => browser.listeners.push(listener) },
} } }));
let queue: Promise<unknown> = Promise.resolve();
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => Promise<unknown>) => (queue = queue.then(work)) } });

beforeEach(() => {
  Object.assign(browser, { kept: DEFAULTS, listeners: [], sets: [] });
});

const keepNext = async (): Promise<void> => {
  await vi.waitFor(() => expect(browser.sets).not.toHaveLength(0));
  browser.sets.shift()!();
};

it('never goes back to an earlier change of its own while a later one is on its way', async () => {
  const seen: number[] = [];
  const change = followSettings(DEFAULTS, (now) => seen.push(now.printSize));
  const both = [change({ printSize: 12 }), change({ printSize: 13 })];
  await keepNext();
  await keepNext();
  await Promise.all(both);
  expect(seen).toEqual([12, 13]);
});

it('shows what another page changes, also while its own change is on its way', async () => {
  const seen: Settings[] = [];
  const change = followSettings(DEFAULTS, (now) => seen.push(now));
  const elsewhere: Settings = { ...DEFAULTS, printColumns: 2 };
  browser.kept = elsewhere;
  for (const listener of browser.listeners) listener({ settings: { newValue: elsewhere } }, 'local');
  expect(seen.at(-1)?.printColumns).toBe(2);
  const mine = change({ printSize: 13 });
  browser.kept = { ...elsewhere, printCode: !DEFAULTS.printCode };
  await keepNext();
  await mine;
  expect(seen.at(-1)).toMatchObject({ printSize: 13, printColumns: 2, printCode: !DEFAULTS.printCode });
});

it('says which settings stood there before', async () => {
  const steps: [string, string][] = [];
  const change = followSettings(DEFAULTS, (now, before) => steps.push([before.printFace, now.printFace]));
  const kept = change({ printFace: 'easy' });
  expect(steps).toEqual([[DEFAULTS.printFace, 'easy']]);
  await keepNext();
  await kept;
});
