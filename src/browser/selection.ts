/** The words selected in a tab, named so that a link can open the page at them. */
import browser from 'webextension-polyfill';
import { isDirective } from '../url/text-fragment.ts';

/** How long naming a selection may hold up the letter, in milliseconds. */
const PATIENCE = 1_500;

/**
 * Names the selected words of a tab that a click has granted, for a link that opens the page at them (`quote-link.ts`).
 * Undefined when they can't be named: the link then goes by the words alone. Never rejects.
 */
export async function selectionDirective(tabId: number | undefined): Promise<string | undefined> {
  if (tabId === undefined) return undefined;
  const late = new Promise<undefined>((resolve) => { setTimeout(resolve, PATIENCE, undefined); });
  try {
    const frames = await Promise.race([browser.scripting.executeScript({ target: { tabId }, files: ['/quote-link.js'] }), late]);
    const directive: unknown = frames?.[0]?.result;
    return isDirective(directive) ? directive : undefined;
  } catch (error) {
    // The tab went away or was closed to us meanwhile.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
