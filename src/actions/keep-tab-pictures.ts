/** The pictures of a saved article out of the tab it is open in, kept by whatever page has the tab's permission. */
import { bytesOf, picturesInTab } from '../browser/page-pictures.ts';
import { addPictures, missingPictures, type Article } from '../library/library.ts';

/** Pictures that can't be had stay links, and the article's row says how many. */
export async function keepTabPictures(id: number, article: Article, tabId: number): Promise<void> {
  const missing = await missingPictures(id, article);
  if (!missing.ok || missing.value.length === 0) return;
  // A tab that is gone, or on to another page, gives nothing.
  await picturesInTab(tabId, missing.value, async (found) => {
    await addPictures(id, article, found.flatMap((picture) => {
      const blob = bytesOf(picture);
      return blob ? [{ url: picture.url, blob }] : [];
    }));
  }).catch(() => undefined);
}
