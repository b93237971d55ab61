/** Drafts, wherever they lie: those of ordinary windows in the library's database for a week, those of private windows in memory. */
import type { Answer } from '../browser/messages.ts';
import { holdPrivateDraft, isPrivateDraft, privateDraft } from '../browser/private-drafts.ts';
import { checkedDraft, getDraft, putDraft, saveArticle, saveDraft, saveLink, type Draft, type LibraryAnswer, type NewDraft, type Saved } from '../library/library.ts';

/**
 * Leaves an article for one of our pages, so that a reload of it loses nothing.
 * @param isPrivate it comes from a private window
 * @returns the id it is found by
 */
export async function leaveDraft(draft: NewDraft, now: number, isPrivate: boolean): Promise<Answer<string>> {
  if (!isPrivate) return putDraft(draft, now);
  const id = await holdPrivateDraft({ ...draft, createdAt: now });
  return id === undefined ? { ok: false, reason: 'privateTooLarge' } : { ok: true, value: id };
}

/** A draft, its article checked; `gone` when it is past its time. */
export async function findDraft(id: string): Promise<LibraryAnswer<Draft>> {
  if (!isPrivateDraft(id)) return getDraft(id);
  const held = await privateDraft(id);
  if (held === undefined) return { ok: false, reason: 'gone' };
  const draft = checkedDraft(held);
  return draft ? { ok: true, value: draft } : { ok: false, reason: 'damaged' };
}

/** Moves a draft into the library. Whoever asks for that from a private window wants it kept. */
export async function saveFoundDraft(id: string, now: number): Promise<LibraryAnswer<Saved>> {
  if (!isPrivateDraft(id)) return saveDraft(id, now);
  const found = await findDraft(id);
  if (!found.ok) return found;
  const { article, page, quote } = found.value;
  return article ? saveArticle(article, now, quote === undefined ? {} : { quote }) : saveLink(page, now);
}
