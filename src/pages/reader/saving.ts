/** The Save button: what is saved, saving, failed; and, once saved, where to and how to take it back. */
import { leaveDraft } from '../../actions/drafts.ts';
import type { Article } from '../../article/article.ts';
import { t, tReason, uiLanguage } from '../../browser/i18n.ts';
import { send } from '../../browser/messages.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { findByUrl, onLibraryChange, removeArticles, restoreArticles, type SavedArticle } from '../../library/library.ts';
import { byId, fill } from '../shared/dom.ts';
import { makeRegion, showToast } from '../shared/toasts.ts';
import { isPrivateRef, tabIn, type ArticleRef } from '../shared/source.ts';
import { showPictures, startPictures } from './saved-pictures.ts';
import { saveIcon } from './tools.ts';

export async function startSaving(ref: ArticleRef, article: Article): Promise<void> {
  const button = byId<HTMLButtonElement>('save');
  const panel = byId('saved-panel');
  let saved: SavedArticle | undefined;
  /** Saved just now, where the browser does not let this page look into the library (a private window). */
  let keptUnseen = false;
  makeRegion();

  const show = (state: 'unsaved' | 'busy' | 'saved'): void => {
    button.dataset['state'] = state;
    button.setAttribute('aria-busy', String(state === 'busy'));
    button.popoverTargetElement = saved && state === 'saved' ? panel : null;
    if (saved && state === 'saved') button.dataset['opens'] = panel.id;
    else delete button.dataset['opens'];
    fill(button, saveIcon(), document.createElement('span'));
    button.lastElementChild!.textContent = t(state === 'saved' ? 'saved' : state === 'busy' ? 'saving' : 'save');
    if (saved) {
      const day = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long' }).format(saved.savedAt);
      byId('saved-words').textContent = t('readerKeptSince', day);
      byId<HTMLAnchorElement>('to-ereader').href = `${pageUrl('transfer', { id: saved.id })}#ereader`;
      void showPictures(saved);
    }
  };
  const look = async (): Promise<void> => {
    const found = await findByUrl(article.url);
    // Where only the link was kept, there is still a text to save.
    saved = found?.hasBody ? found : undefined;
    if (button.dataset['state'] !== 'busy') show(saved || keptUnseen ? 'saved' : 'unsaved');
  };
  const save = async (): Promise<void> => {
    show('busy');
    const reason = await saveNow(ref, article);
    delete button.dataset['state'];
    await look();
    keptUnseen = reason === undefined && !saved;
    if (keptUnseen) show('saved');
    showToast(reason === undefined ? t('readerSavedNow') : t(reason));
  };
  const remove = async (): Promise<void> => {
    panel.hidePopover();
    if (!saved) return;
    const { id } = saved;
    keptUnseen = false;
    const answer = await removeArticles([id], Date.now());
    await look();
    if (!answer.ok) showToast(t('readerRemoveFailed'));
    else showToast(t('readerRemovedNow'), { label: t('putBack'), run: () => void putBack(id) });
  };
  button.addEventListener('click', () => { if (button.dataset['state'] === 'unsaved') void save(); });
  byId('remove').addEventListener('click', () => void remove());
  byId<HTMLAnchorElement>('to-library').href = pageUrl('library');
  startPictures(() => saved);
  onLibraryChange(() => void look());
  await look();
}

async function putBack(id: number): Promise<void> {
  const answer = await restoreArticles([id], Date.now());
  if (!answer.ok) showToast(tReason(answer.reason));
}

type Trouble = 'readerSaveFull' | 'readerSaveGone' | 'readerSaveFailed';

/**
 * Saves what the page shows, or puts a removed one back. @returns the key of what went wrong, or undefined.
 *
 * A draft may be past its time by now (a tab that is open for more than a week, or outlived the last private window); the
 * article is still here, and goes the same way once more.
 */
export async function saveNow(ref: ArticleRef, article: Article): Promise<Trouble | undefined> {
  try {
    const reason = await toLibrary(ref);
    if (reason !== 'gone' || !('draft' in ref)) return reason === undefined ? undefined : troubleOf(reason);
    const left = await leaveDraft({ article, page: { url: article.url, title: article.title } }, Date.now(), isPrivateRef(ref));
    if (!left.ok) return troubleOf(left.reason);
    const again = await toLibrary({ draft: left.value });
    if (again !== undefined) return troubleOf(again);
    // So that a reload finds it.
    const address = new URL(location.href);
    address.searchParams.set('draft', left.value);
    history.replaceState(history.state, '', address);
    return undefined;
  } catch (error) {
    // The worker was stopped half-way: nothing was acknowledged, so nothing is claimed.
    if (error instanceof Error) return 'readerSaveFailed';
    throw error;
  }
}

async function toLibrary(ref: ArticleRef): Promise<string | undefined> {
  if ('draft' in ref) {
    // Its pictures can be had in the article's own tab, while that is open.
    const answer = await send('saveDraft', { draftId: ref.draft, tabId: tabIn(location.search) });
    return answer.ok ? undefined : answer.reason;
  }
  const answer = await restoreArticles([ref.id], Date.now());
  return !answer.ok ? answer.reason : answer.value === 0 ? 'gone' : undefined;
}

function troubleOf(reason: string): Trouble {
  return reason === 'full' ? 'readerSaveFull' : reason === 'gone' ? 'readerSaveGone' : 'readerSaveFailed';
}
