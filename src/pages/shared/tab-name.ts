/** What the tab of one of our pages is called. */
import { inPrivateWindow } from '../../browser/tabs.ts';

/**
 * Calls this page's tab by what is shown in it; but not where an ordinary window shows what is read in a private one, as
 * Chromium has it: there the browser notes the names of tabs, in its history and for opening them again.
 * @param isPrivate what is shown is read in a private window
 */
export function nameTab(name: string, isPrivate: boolean): void {
  document.title = isPrivate && !inPrivateWindow() ? 'Passalong' : name;
}
