/** Opening pages: our own by name, the web by address. */
import browser from 'webextension-polyfill';

export const PAGES = ['reader', 'print', 'library', 'options', 'share', 'ask', 'transfer', 'gather', 'versions'] as const;
export type PageName = (typeof PAGES)[number];

/** The address of one of our pages, with its parameters. */
export function pageUrl(page: PageName, parameters: Readonly<Record<string, string | number>> = {}): string {
  const query = new URLSearchParams(Object.entries(parameters).map(([key, value]) => [key, String(value)]));
  return browser.runtime.getURL(`pages/${page}/${page}.html${query.size ? `?${query}` : ''}`);
}

/**
 * Opens one of our pages in a new tab beside the current one.
 * @param inTab a tab to show it in instead, if a page of ours is still there
 */
export async function openPage(page: PageName, parameters: Readonly<Record<string, string | number>> = {}, inTab?: number): Promise<void> {
  const url = pageUrl(page, parameters);
  const tab = inTab === undefined ? undefined : await browser.tabs.get(inTab).catch(() => undefined);
  if (tab?.id === undefined || !tab.url?.startsWith(browser.runtime.getURL(''))) return openAddress(url);
  await browser.tabs.update(tab.id, { url, active: true });
}

/** The number of the tab that this page is in; undefined for pages that are in none. */
export async function ownTab(): Promise<number | undefined> {
  return (await browser.tabs.getCurrent())?.id;
}

/** Brings a tab to the front. */
export async function showTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}

/** True when a tab is in a private window. */
export async function isPrivate(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId).catch(() => undefined))?.incognito !== false;
}

/** True when this page of ours is in a private window itself. One browser shows our pages in ordinary windows only. */
export function inPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}

/** Opens an address in a new tab. */
export async function openAddress(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Opens an address in a new tab, or in the one in front. */
export async function openIn(url: string, how: 'currentTab' | 'newForegroundTab' | 'newBackgroundTab'): Promise<void> {
  await (how === 'currentTab' ? browser.tabs.update({ url }) : browser.tabs.create({ url, active: how === 'newForegroundTab' }));
}

/** Sends a tab to another address; the page it showed stays in the tab's history. */
export async function sendTab(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}

/** Loads a tab's page again. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
