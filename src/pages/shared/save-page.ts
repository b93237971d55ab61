/** Saving a page among several: out of its tab, by fetching it, or as a link, whatever the person allowed and the page allows. */
import { leaveDraft } from '../../actions/drafts.ts';
import { keepTabPictures } from '../../actions/keep-tab-pictures.ts';
import { captureTab } from '../../browser/capture.ts';
import { send, type Answer, type SavedRef } from '../../browser/messages.ts';
import { isAllowed } from '../../browser/permissions.ts';
import { inPrivateWindow } from '../../browser/tabs.ts';

export interface PageToSave {
  readonly url: string;
  readonly title: string;
  /** The tab it is open in, unless that one is asleep. */
  readonly tabId?: number;
}

/** What became of it. A link's reason says why it is no more than that. */
export type Saving = { readonly as: 'article'; readonly existed: boolean } | { readonly as: 'link'; readonly reason: string } | { readonly as: 'nothing'; readonly reason: string };

/** @param linkOnly the person wants no more than the link */
export async function savePage(page: PageToSave, linkOnly = false): Promise<Saving> {
  if (linkOnly || !(await isAllowed(page.url))) return saveAsLink(page, 'notAllowed');
  const saved = await (page.tabId === undefined ? send('saveLinked', { url: page.url }) : saveTab(page, page.tabId)).catch(interrupted);
  return saved.ok ? { as: 'article', existed: saved.value.existed } : saveAsLink(page, saved.reason);
}

async function saveTab({ url, title }: PageToSave, tabId: number): Promise<Answer<SavedRef>> {
  const capture = await captureTab({ id: tabId, url, title });
  if (!capture.ok) return capture;
  const { article } = capture;
  // In a private window this page may have no database; the background, which saves it, has.
  const draft = await leaveDraft({ article, page: { url: article.url, title: article.title } }, Date.now(), inPrivateWindow());
  if (!draft.ok) return draft;
  const saved = await send('saveDraft', { draftId: draft.value });
  if (saved.ok) await keepTabPictures(saved.value.id, article, tabId);
  return saved;
}

async function saveAsLink({ url, title }: PageToSave, reason: string): Promise<Saving> {
  const kept = await send('saveLink', { url, title }).catch(interrupted);
  return kept.ok ? { as: 'link', reason } : { as: 'nothing', reason: kept.reason };
}

function interrupted(): Answer<SavedRef> {
  return { ok: false, reason: 'interrupted' };
}
