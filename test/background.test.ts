/** The worker's entry, with the browser's own side replaced: whatever goes wrong, the badge and a notice say so. */
import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (...args: unknown[]) => unknown;
const listeners = new Map<string, Listener>();
const event = (name: string) => ({ addListener: (listener: Listener) => listeners.set(name, listener) });
const badge = vi.fn<(details: { text: string }) => Promise<void>>();
const notice = vi.fn<() => Promise<void>>();
const contains = vi.fn<() => Promise<boolean>>();
const createTab = vi.fn<(tab: { url: string }) => Promise<void>>();
const hold = vi.fn<(items: object) => Promise<void>>();
const createMenu = vi.fn<(entry: { id: string }) => void>();
const giveBack = vi.fn<(what: object) => Promise<void>>();
let stored: Readonly<Record<string, unknown>> = {};
const quiet = (): Promise<void> => Promise.resolve();

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'passalong', getURL: (path: string) => `chrome-extension://passalong/${path}`,
      onInstalled: event('installed'), onStartup: event('startup'), onMessage: event('message'), onConnect: event('connect'), sendMessage: () => Promise.reject(new Error('Receiving end does not exist.')),
      getContexts: () => Promise.resolve([]),
    },
    offscreen: { createDocument: quiet, closeDocument: quiet },
    contextMenus: { onClicked: event('menu'), removeAll: quiet, create: createMenu },
    commands: { onCommand: event('command') },
    action: { setBadgeBackgroundColor: quiet, setBadgeTextColor: quiet, setBadgeText: badge },
    notifications: { create: notice }, permissions: { contains, remove: giveBack, onAdded: event('allowed') }, tabs: { create: createTab, query: () => Promise.resolve([]) },
    scripting: { executeScript: () => Promise.reject(new Error('Cannot access contents of the page')) },
    storage: { local: { get: () => Promise.resolve(stored), remove: async () => { stored = {}; } }, session: { set: hold } },
    i18n: { getMessage: (key: string) => key },
  },
}));

/** `navigator.locks`, as far as one name at a time goes; Node 20 has none. */
let before: Promise<unknown> = Promise.resolve();
vi.stubGlobal('navigator', { locks: { request: (_: string, ...rest: readonly unknown[]) => (before = before.then(() => (rest.at(-1) as (lock: object) => Promise<void>)({}))) } });

const tab = { id: 7, url: 'https://a.example/', title: 'A' };
const click = (entry: string, more: object = {}, at: object = tab) => listeners.get('menu')!({ menuItemId: entry, ...more }, at);
const lastBadge = () => badge.mock.lastCall?.[0].text;

beforeEach(async () => {
  for (const mock of [badge, notice, createTab, hold]) mock.mockReset().mockResolvedValue(undefined);
  contains.mockReset().mockResolvedValue(true);
  createMenu.mockReset();
  await import('../src/background.ts');
});

it('says so when the hidden document does not answer', async () => {
  click('save-link', { linkUrl: 'https://b.example/x' });
  await vi.waitFor(() => expect(lastBadge()).toBe('!'));
  expect(notice).toHaveBeenCalledWith(expect.objectContaining({ message: 'reason_interrupted' }));
});

it('says so when the page that asks can not be opened', async () => {
  contains.mockResolvedValue(false);
  createTab.mockRejectedValue(new Error('no window'));
  click('save-link', { linkUrl: 'https://b.example/x' });
  await vi.waitFor(() => expect(lastBadge()).toBe('!'));
});

it('asks for the site of a link with the link in the address, but for one of a private window, which the browser may keep', async () => {
  contains.mockResolvedValue(false);
  click('save-link', { linkUrl: 'https://b.example/x' });
  await vi.waitFor(() => expect(createTab.mock.lastCall?.[0].url).toContain(encodeURIComponent('https://b.example/x')));
  click('save-link', { linkUrl: 'https://b.example/x' }, { ...tab, incognito: true });
  await vi.waitFor(() => expect(createTab).toHaveBeenCalledTimes(2));
  expect(createTab.mock.lastCall?.[0].url).toMatch(/ask\.html\?draft=private-[\da-f-]{36}$/);
  expect(Object.values(hold.mock.lastCall?.[0] ?? {})).toEqual([expect.objectContaining({ page: { url: 'https://b.example/x', title: 'https://b.example/x' } })]);
});

it('does with the badge alone where the system shows no notices', async () => {
  notice.mockRejectedValue(new Error('no notification service'));
  click('save-page');
  await vi.waitFor(() => expect(lastBadge()).toBe('!'));
  await vi.waitFor(() => expect(notice).toHaveBeenCalledTimes(1));
});

it('makes the menu again when the browser starts, so that one lost half-way comes back', async () => {
  listeners.get('startup')!();
  listeners.get('installed')!();
  await vi.waitFor(() => expect(createMenu).toHaveBeenCalledTimes(14));
  const ids = createMenu.mock.calls.map(([{ id }]) => id);
  expect(ids.slice(0, 7)).toEqual(ids.slice(7));
});

it('opens the page that asks for the window’s tabs from the button’s own menu', async () => {
  click('save-tabs');
  await vi.waitFor(() => expect(createTab).toHaveBeenCalledWith({ url: 'chrome-extension://passalong/pages/gather/gather.html' }));
});

it('hands back what a page of ours had borrowed when it was closed, and believes in no borrower but those', async () => {
  const lent = [{ origins: ['https://a.example/*'], permissions: ['tabs'] }, { origins: 7, permissions: ['history'] }];
  const close = (sender: object, name = 'lent'): void => {
    let gone = (): void => undefined;
    listeners.get('connect')!({ name, sender, onDisconnect: { addListener: (listener: () => void) => { gone = listener; } } });
    gone();
  };
  stored = { lent };
  close({ id: 'passalong', url: 'https://a.example/' });
  close({ id: 'another', url: 'chrome-extension://passalong/pages/gather/gather.html' });
  await before;
  expect(giveBack).not.toHaveBeenCalled();
  close({ id: 'passalong', url: 'chrome-extension://passalong/pages/gather/gather.html' });
  await vi.waitFor(() => expect(giveBack).toHaveBeenCalledExactlyOnceWith({ origins: ['https://a.example/*'], permissions: ['tabs'] }));
  await vi.waitFor(() => expect(stored).toEqual({}));
});
