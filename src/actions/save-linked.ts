/** Saving a page that is only linked: fetched by the hidden document, once its site is allowed. */
import { withHiddenDocument } from '../browser/hidden-document.ts';
import { send, type Answer, type SavedRef } from '../browser/messages.ts';
import { isAllowed } from '../browser/permissions.ts';
import { saveDraft } from '../library/library.ts';

/** Fetches a linked page and saves its article. The reasons `notAllowed` and `link…` each have a sentence. */
export async function saveLinked(url: string, now: number): Promise<Answer<SavedRef>> {
  const fetched = await fetchLinked(url);
  return fetched.ok ? saveDraft(fetched.value.draftId, now) : fetched;
}

/** Fetches a linked page and leaves its article as a draft. */
export async function fetchLinked(url: string): Promise<Answer<{ draftId: string }>> {
  if (!(await isAllowed(url))) return { ok: false, reason: 'notAllowed' };
  return withHiddenDocument(() => send('fetchDraft', { url }));
}
