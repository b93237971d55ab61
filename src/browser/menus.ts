/** The right-click menu. */
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { t, type MessageKey } from './i18n.ts';

const WEB = ['http://*/*', 'https://*/*'];

/** Every entry, where it shows, and its words. The order is the menu's. */
const ENTRIES = {
  'save-page': { contexts: ['page'], title: 'menuSave' },
  'print-page': { contexts: ['page'], title: 'menuPrint' },
  'share-page': { contexts: ['page'], title: 'menuShare' },
  'save-quote': { contexts: ['selection'], title: 'menuSaveQuote' },
  'share-quote': { contexts: ['selection'], title: 'menuShareQuote' },
  'save-link': { contexts: ['link'], title: 'menuSaveLink' },
  // On the toolbar button itself.
  'save-tabs': { contexts: ['action'], title: 'menuSaveTabs' },
} as const satisfies Record<string, { contexts: Menus.ContextType[]; title: MessageKey }>;

export type MenuEntry = keyof typeof ENTRIES;
export interface MenuClick {
  readonly entry: MenuEntry;
  readonly tab: Tabs.Tab | undefined;
  readonly linkUrl: string | undefined;
  /** Selected text as the browser gives it: without line breaks. */
  readonly selection: string | undefined;
}

/**
 * Makes the menu anew. Called when the extension or the browser starts, not whenever the worker wakes: both browsers keep
 * the entries meanwhile. Two calls at once wait for each other, or the second would meet the entries of the first.
 */
export function makeMenus(): Promise<void> {
  return navigator.locks.request('passalong-menus', async () => {
    await browser.contextMenus.removeAll();
    for (const [id, { contexts, title }] of Object.entries(ENTRIES)) {
      const where = id === 'save-tabs' ? {} : id === 'save-link' ? { targetUrlPatterns: WEB } : { documentUrlPatterns: WEB };
      browser.contextMenus.create({ id, contexts: [...contexts], title: t(title), ...where });
    }
  });
}

export function onMenu(listener: (click: MenuClick) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (!(String(info.menuItemId) in ENTRIES)) return;
    void listener({ entry: info.menuItemId as MenuEntry, tab, linkUrl: info.linkUrl, selection: info.selectionText });
  });
}

/** Calls back when the extension was installed or updated, and whenever the browser starts. */
export function onStarted(listener: () => Promise<void>): void {
  browser.runtime.onInstalled.addListener(() => void listener());
  browser.runtime.onStartup.addListener(() => void listener());
}
