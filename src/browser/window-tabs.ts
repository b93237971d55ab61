/** The tabs of a window: which pages they show is known only with a permission, asked for when it is needed and handed back after. */
import browser from 'webextension-polyfill';

const PERMISSION = { permissions: ['tabs' as const] };

export interface WindowTab {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  /** Asleep: its page is not there until it is looked at. */
  readonly asleep: boolean;
}

/** Whether the person lets us see the tabs already. */
export function seesTabs(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks for it. Must be called straight from a click. Answers false for *no*. */
export function askForTabs(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** The tabs of this page's own window, in their order. */
export async function windowTabs(): Promise<readonly WindowTab[]> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  return tabs.flatMap(({ id, url, title, discarded }) => (id === undefined || !url ? [] : [{ id, url, title: title || url, asleep: discarded === true }]));
}
