/**
 * Pages that are visited: told of only where the person has asked for it, by a permission of its own. Without it the browser's
 * API is not there, no listener is registered, and the background is not woken.
 */
import browser, { type WebNavigation } from 'webextension-polyfill';
import { showBadge } from './badge.ts';

const PERMISSION = { permissions: ['webNavigation' as const] };

/** Calls back when a tab shows another page. Nothing of it is kept. */
export function onVisit(listener: (url: string, tabId: number) => Promise<unknown>): void {
  const visited = ({ url, tabId, frameId }: WebNavigation.OnCommittedDetailsType): void => { if (frameId === 0) void listener(url, tabId); };
  const register = (): void => {
    // Once when the page comes, once when it stands there: browsers clear a tab's button in between.
    for (const name of ['onCommitted', 'onDOMContentLoaded', 'onHistoryStateUpdated'] as const) browser.webNavigation?.[name].addListener(visited as never);
  };
  register();
  browser.permissions.onAdded.addListener(register);
}

/** Whether the person has asked for it. */
export function marksVisits(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks for it. Must be called straight from a click. Answers false for *no*. */
export function askForVisits(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Takes it back, and the marks from all tabs. */
export async function forgetVisits(): Promise<void> {
  await browser.permissions.remove(PERMISSION);
  for (const { id } of await browser.tabs.query({})) await showBadge(id, 'none');
}
