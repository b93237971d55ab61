/** Saving a page that is only linked: fetched by the hidden document, once its site is allowed. */
import { withHiddenDocument } from '../browser/hidden-document.ts';
import { send, type Answer, type SavedRef } from '../browser/messages.ts';
import { isAllowed } from '../browser/permissions.ts';
import { saveDraft } from '../library/library.ts';

/** Fetches a linked page and saves its article. The reasons `notAllowed` and `link…` each have a sentence. */
export async function saveLinked(url: string, now: number): Promise<Answer<SavedRef>> {
  if (!(await isAllowed(url))) return { ok: false, reason: 'notAllowed' };
  const fetched = await withHiddenDocument(() => send('fetchDraft', { url }));
  return fetched.ok ? saveDraft(fetched.value.draftId, now) : fetched;
}

/** Fetches a linked page and answers its article, which is written nowhere. */
export async function fetchLinked(url: string): Promise<Answer<unknown>> {
  if (!(await isAllowed(url))) return { ok: false, reason: 'notAllowed' };
  return withHiddenDocument(() => send('fetchArticle', { url }));
}
