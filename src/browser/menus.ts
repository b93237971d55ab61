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
} as const satisfies Record<string, { contexts: Menus.ContextType[]; title: MessageKey }>;

export type MenuEntry = keyof typeof ENTRIES;
export interface MenuClick {
  readonly entry: MenuEntry;
  readonly tab: Tabs.Tab | undefined;
  readonly linkUrl: string | undefined;
  /** Selected text as the browser gives it: without line breaks. */
  readonly selection: string | undefined;
}

/** Makes the menu. Called at install and update only: both browsers keep the entries for a worker that sleeps. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { contexts, title }] of Object.entries(ENTRIES)) {
    const where = id === 'save-link' ? { targetUrlPatterns: WEB } : { documentUrlPatterns: WEB };
    browser.contextMenus.create({ id, contexts: [...contexts], title: t(title), ...where });
  }
}

export function onMenu(listener: (click: MenuClick) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (!(String(info.menuItemId) in ENTRIES)) return;
    void listener({ entry: info.menuItemId as MenuEntry, tab, linkUrl: info.linkUrl, selection: info.selectionText });
  });
}

/** Calls back once after the extension was installed or updated. */
export function onInstalled(listener: () => Promise<void>): void {
  browser.runtime.onInstalled.addListener(() => void listener());
}
