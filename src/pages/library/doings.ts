/** What can be done to articles in the library, each with word of it and a way back. */
import { t } from '../../browser/i18n.ts';
import { purgeArticles, removeArticles, restoreArticles, setFavourite, setReadState, type LibraryAnswer, type SavedArticle } from '../../library/library.ts';
import { byId } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';
import { counted, troubleWords } from './words.ts';

let undoLast: (() => void) | undefined;

/** Takes the last doing back, when there is one that can be. @returns whether there was. */
export function undo(): boolean {
  const back = undoLast;
  undoLast = undefined;
  back?.();
  return back !== undefined;
}

/** Off the shelf, to where it can be put back from. */
export async function remove(ids: readonly number[]): Promise<void> {
  const n = told(await removeArticles(ids, Date.now()));
  if (n) offer(counted('libDidRemoveOne', 'libDidRemoveMany', n), () => restoreArticles(ids, Date.now()));
}

export async function putBack(ids: readonly number[]): Promise<void> {
  const n = told(await restoreArticles(ids, Date.now()));
  if (n) offer(counted('libDidPutBackOne', 'libDidPutBackMany', n), () => removeArticles(ids, Date.now()));
}

/** To the archive or back to unread. Undo touches only those that moved. */
export async function move(articles: readonly SavedArticle[], readState: SavedArticle['readState']): Promise<void> {
  const moving = articles.filter((saved) => saved.readState !== readState);
  const ids = moving.map(({ id }) => id);
  const n = told(await setReadState(ids, readState, Date.now()));
  if (!n) return;
  const words = readState === 'archived' ? counted('libDidArchiveOne', 'libDidArchiveMany', n) : counted('libDidUnreadOne', 'libDidUnreadMany', n);
  offer(words, () => setReadState(ids, readState === 'archived' ? 'unread' : 'archived', Date.now()));
}

export async function favour(ids: readonly number[], on: boolean): Promise<void> {
  told(await setFavourite(ids, on, Date.now()));
}

/** Deletes for good, after asking. */
export async function purge(ids: readonly number[]): Promise<void> {
  const ask = byId<HTMLDialogElement>('ask');
  byId('ask-title').textContent = counted('libAskPurgeOne', 'libAskPurgeMany', ids.length);
  ask.returnValue = '';
  ask.showModal();
  await new Promise((resolve) => { ask.addEventListener('close', resolve, { once: true }); });
  if (ask.returnValue !== 'yes') return;
  const n = told(await purgeArticles(ids, Date.now()));
  if (n) showToast(counted('libDidPurgeOne', 'libDidPurgeMany', n));
}

function offer(words: string, back: () => Promise<LibraryAnswer<number>>): void {
  const run = () => {
    if (undoLast === run) undoLast = undefined;
    close();
    void back().then(told);
  };
  const close = showToast(words, { label: t('libUndo'), run });
  undoLast = run;
}

/** The value, or word of the trouble. */
function told<T>(answer: LibraryAnswer<T>): T | undefined {
  if (answer.ok) return answer.value;
  showToast(troubleWords(answer.reason));
  return undefined;
}
