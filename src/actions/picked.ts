/** What becomes of the part of a page that a person has picked. */
import type { Answer, Requests, SavedRef } from '../browser/messages.ts';
import type { TabLike } from '../browser/capture.ts';
import { takePicked } from '../browser/picking.ts';
import { findByUrl, saveArticle } from '../library/library.ts';
import { openDraft } from './tab-actions.ts';

/**
 * Takes what was picked out of the tab and does the verb with it. An article that is in the library already is brought up to date there,
 * but from a private window, where only saving writes anything down.
 * @param now milliseconds since the epoch
 */
export async function actOnPicked({ verb, backTo }: Requests['picked']['input'], tab: TabLike, now: number): Promise<Answer<SavedRef | undefined>> {
  const capture = await takePicked(tab);
  if (!capture.ok) return capture;
  const { article } = capture;
  if (verb === 'save' || (!tab.incognito && (await findByUrl(article.url))?.hasBody)) {
    const saved = await saveArticle(article, now);
    if (verb === 'save' || !saved.ok) return saved;
  }
  return openDraft(verb, { article, page: article }, now, tab, backTo);
}
