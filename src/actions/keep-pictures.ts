/** After an article was saved: its pictures, too. */
import { withHiddenDocument } from '../browser/hidden-document.ts';
import { send } from '../browser/messages.ts';
import { picturesInTab } from '../browser/page-pictures.ts';
import { isAllowed } from '../browser/permissions.ts';
import { addPictures, getArticle, missingPictures } from '../library/library.ts';

/**
 * Keeps what pictures can be had: from the tab the article was read in, where it is known and lets us, and from sites the
 * person has allowed. The others stay links, and the article's row says how many.
 */
export async function keepPictures(id: number, tabId?: number): Promise<void> {
  const entry = await getArticle(id);
  if (!entry.ok || !entry.value.article) return;
  const { article } = entry.value;
  const missing = await missingPictures(id, article);
  if (!missing.ok) return;
  let left = missing.value;
  if (tabId !== undefined && left.length > 0) {
    const had = new Set<string>();
    // A tab that is gone, or on to another page, gives nothing.
    await picturesInTab(tabId, left, async (some) => {
      const added = await addPictures(id, article, some);
      if (added.ok) for (const url of added.value) had.add(url);
    }).catch(() => undefined);
    left = left.filter((url) => !had.has(url));
  }
  const allowed = await Promise.all(left.map(isAllowed));
  const urls = left.filter((_, i) => allowed[i]);
  if (urls.length > 0) await withHiddenDocument(() => send('fetchPictures', { id, urls }));
  // Also when there was nothing to keep: then it is known that there is not.
  await addPictures(id, article, []);
}
