/** After an article was saved: its pictures, too. */
import { withHiddenDocument } from '../browser/hidden-document.ts';
import { send } from '../browser/messages.ts';
import { allowedSites } from '../browser/permissions.ts';
import { picturesInTab } from '../browser/page-pictures.ts';

/**
 * Keeps what pictures can be had: from the tab the article was read in, where it is known and lets us, and from sites the
 * person has allowed. The others stay links, and the article's row says how many. The hidden document does the work; the
 * tab alone answers only to the worker.
 */
export function keepPictures(id: number, tabId?: number): Promise<void> {
  return withHiddenDocument(async () => {
    const missing = await send('missingPictures', { id });
    if (missing.ok && missing.value.length > 0 && tabId !== undefined) {
      // A tab that is gone, or on to another page, gives nothing.
      await picturesInTab(tabId, missing.value, (found) => send('storePictures', { id, found })).catch(() => undefined);
    }
    await send('fetchPictures', { id, sites: await allowedSites() });
  });
}
