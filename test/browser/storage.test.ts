/** Settings and the unsent letter when the browser's storage fails or holds something else. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSettings, DEFAULTS, loadSettings, repair } from '../../src/browser/settings.ts';
import { loadUnsent } from '../../src/browser/unsent-letter.ts';

type Get = (key: string) => Promise<Record<string, unknown>>;
const local = vi.hoisted(() => ({ get: vi.fn<Get>(), set: vi.fn<(items: object) => Promise<void>>() }));
const session = vi.hoisted(() => ({ get: vi.fn<Get>() }));
vi.mock('webextension-polyfill', () => ({ default: { storage: { local, session, onChanged: { addListener: () => undefined } } } }));
vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

beforeEach(() => {
  local.get.mockReset().mockResolvedValue({});
  local.set.mockReset().mockResolvedValue(undefined);
});

describe('settings', () => {
  it('that can not be read are the defaults, and are never written over with them', async () => {
    local.get.mockRejectedValue(new Error('corrupt'));
    expect(await loadSettings()).toEqual(DEFAULTS);
    await expect(changeSettings({ theme: 'night' })).rejects.toThrow('corrupt');
    expect(local.set).not.toHaveBeenCalled();
  });
  it('are changed from what they are at that moment', async () => {
    local.get.mockResolvedValue({ settings: { ...DEFAULTS, textSize: 22 } });
    expect((await changeSettings((now) => ({ textSize: now.textSize + 2 }))).textSize).toBe(24);
  });
  it('lose only the friend that has gone bad', () => {
    const ada = { name: 'Ada', email: 'ada@a.example' };
    expect(repair({ friends: [ada, { name: 7 }, null] }).friends).toEqual([ada]);
  });
});

describe('the unsent letter', () => {
  const letter = { url: 'https://a.example/x', friends: [{ name: 'Ada', email: '' }], note: 'Look', travels: 'link', edits: [['note', [{ text: 'Look' }]]] };
  it('comes back as it was left', async () => {
    session.get.mockResolvedValue({ 'unsent-letter': letter });
    expect(await loadUnsent(letter.url)).toEqual(letter);
    expect(await loadUnsent('https://a.example/other')).toBeUndefined();
  });
  it.each([{ edits: 'x' }, { edits: [['note', 'Look']] }, { friends: [null] }, { note: undefined }, { url: 7 }])('that is damaged (%o) is begun afresh', async (damage) => {
    session.get.mockResolvedValue({ 'unsent-letter': { ...letter, ...damage } });
    expect(await loadUnsent(letter.url)).toBeUndefined();
  });
  it('that can not be read is begun afresh', async () => {
    session.get.mockRejectedValue(new Error('no memory'));
    expect(await loadUnsent(letter.url)).toBeUndefined();
  });
});
