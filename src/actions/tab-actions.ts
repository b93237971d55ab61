/** What the four verbs do with a tab, when no popup is open: from the right-click menu and the keyboard. */
import { captureTab, type TabLike } from '../browser/capture.ts';
import { selectionDirective } from '../browser/selection.ts';
import type { Answer, SavedRef } from '../browser/messages.ts';
import { openPage } from '../browser/tabs.ts';
import { saveArticle, type NewDraft } from '../library/library.ts';
import { leaveDraft } from './drafts.ts';

export type Verb = 'read' | 'print' | 'share' | 'save';

/**
 * Does one of the verbs with the article in a tab that a click has granted.
 * @param quote what the person had selected, to be kept or sent along
 * @param now milliseconds since the epoch
 */
export async function actOnTab(verb: Verb, tab: TabLike, now: number, quote?: string): Promise<Answer<SavedRef | undefined>> {
  const capture = await captureTab(tab);
  if (!capture.ok) {
    // A link can be passed on even where there is no article to go with it.
    if (verb === 'share' && /^https?:/.test(capture.page.url)) return openDraft('share', { page: capture.page, ...(quote ? { quote } : {}) }, now, { incognito: tab.incognito });
    return { ok: false, reason: capture.reason };
  }
  const { article } = capture;
  // The menu gives the selection on one line; the page itself gave it as it stands.
  const whole = quote ? capture.selection || quote : undefined;
  if (verb === 'save') return saveArticle(article, now, whole ? { quote: whole } : {});
  const directive = verb === 'share' && whole ? await selectionDirective(tab.id) : undefined;
  return openDraft(verb, { article, page: { url: article.url, title: article.title }, ...(whole ? { quote: whole } : {}), ...(directive ? { directive } : {}) }, now, tab);
}

/**
 * Leaves a draft for one of our pages and opens the page on it: a reload finds it again.
 * @param tab the tab it comes from; with its number, our page can go back to it
 * @param inTab a tab to open it in, if a page of ours is still there
 */
export async function openDraft(verb: 'read' | 'print' | 'share', draft: NewDraft, now: number, { id: tabId, incognito = false }: TabLike, inTab?: number): Promise<Answer<undefined>> {
  const put = await leaveDraft(draft, now, incognito);
  if (!put.ok) return put;
  await openPage(verb === 'read' ? 'reader' : verb, { draft: put.value, ...(tabId === undefined ? {} : { tab: tabId }) }, inTab);
  return { ok: true, value: undefined };
}
