/** The Save button: what is saved, saving, failed; and, once saved, where to and how to take it back. */
import type { Article } from '../../article/article.ts';
import { t, tReason, uiLanguage } from '../../browser/i18n.ts';
import { send } from '../../browser/messages.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { findByUrl, onLibraryChange, removeArticles, restoreArticles, type SavedArticle } from '../../library/library.ts';
import { byId, fill } from '../shared/dom.ts';
import { makeRegion, showToast } from '../shared/toasts.ts';
import type { ArticleRef } from '../shared/source.ts';
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
    const reason = await saveNow(ref);
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

/** Saves, or puts a removed one back. @returns the key of what went wrong, or undefined. */
export async function saveNow(ref: ArticleRef): Promise<'readerSaveFull' | 'readerSaveGone' | 'readerSaveFailed' | undefined> {
  try {
    const answer = 'draft' in ref ? await send('saveDraft', { draftId: ref.draft }) : await restoreArticles([ref.id], Date.now());
    if (answer.ok) return undefined;
    return answer.reason === 'full' ? 'readerSaveFull' : answer.reason === 'gone' ? 'readerSaveGone' : 'readerSaveFailed';
  } catch (error) {
    // The worker was stopped half-way: nothing was acknowledged, so nothing is claimed.
    if (error instanceof Error) return 'readerSaveFailed';
    throw error;
  }
}
