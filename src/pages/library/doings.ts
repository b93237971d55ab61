/** What can be done to articles and tags in the library, each with word of it and a way back. */
import { t } from '../../browser/i18n.ts';
import {
  changeArticles, colourTag, createTag, deleteTag, mergeTags, purgeArticles, putHighlight, removeArticles, removeHighlight, renameTag, restoreArticles, undoChange,
  type Change, type Changed, type LibraryAnswer, type TagColour,
} from '../../library/library.ts';
import { byId } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';
import { showWork } from './work.ts';
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
  const n = told(await working(ids, () => removeArticles(ids, Date.now())));
  if (n) offer(counted('libDidRemoveOne', 'libDidRemoveMany', n), () => working(ids, () => restoreArticles(ids, Date.now())));
}

export async function putBack(ids: readonly number[]): Promise<void> {
  const n = told(await working(ids, () => restoreArticles(ids, Date.now())));
  if (n) offer(counted('libDidPutBackOne', 'libDidPutBackMany', n), () => working(ids, () => removeArticles(ids, Date.now())));
}

/** To the archive or back to unread. Undo touches only those that moved. */
export async function move(ids: readonly number[], readState: 'archived' | 'unread'): Promise<void> {
  const archived = readState === 'archived';
  await change(ids, { readState }, (n) => (archived ? counted('libDidArchiveOne', 'libDidArchiveMany', n) : counted('libDidUnreadOne', 'libDidUnreadMany', n)));
}

/** The star of one needs no word: it is seen. */
export async function favour(ids: readonly number[], on: boolean): Promise<void> {
  await change(ids, { favourite: on }, (n) => (n === 1 ? undefined : t(on ? 'libDidFavourMany' : 'libDidUnfavourMany', n)));
}

export async function tagArticles(ids: readonly number[], addTags: readonly string[], removeTags: readonly string[]): Promise<void> {
  if (addTags.length + removeTags.length > 0) await change(ids, { addTags, removeTags }, (n) => counted('libDidTagOne', 'libDidTagMany', n));
}

async function change(ids: readonly number[], what: Change, words: (n: number) => string | undefined): Promise<void> {
  const answer = await working(ids, (onProgress) => changeArticles(ids, what, Date.now(), onProgress));
  offerUndo(answer, words);
}

/** Takes a highlight and its note out of an article. */
export async function dropHighlight(articleId: number, id: string): Promise<void> {
  const highlight = told(await removeHighlight(articleId, id));
  if (highlight) offer(t('highlightRemoved'), () => putHighlight(articleId, highlight));
}

/** Deletes for good, after asking. */
export async function purge(ids: readonly number[]): Promise<void> {
  if (!(await asked(counted('libAskPurgeOne', 'libAskPurgeMany', ids.length), t('libAskPurgeWhy'), t('libPurge'), t('libKeepThem')))) return;
  const n = told(await working(ids, () => purgeArticles(ids, Date.now())));
  if (n) showToast(counted('libDidPurgeOne', 'libDidPurgeMany', n));
}

/** @returns the tag's name as the library writes it */
export async function makeTag(name: string): Promise<string | undefined> {
  return told(await createTag(name), t('libTagNoName'));
}

export async function nameTag(from: string, to: string): Promise<void> {
  const answer = await renameTag(from, to, Date.now());
  if (!answer.ok && answer.reason === 'damaged') return void showToast(t('libTagNoName'));
  offerUndo(answer, () => t('libDidRenameTag', from, to));
}

export async function joinTags(from: readonly string[], to: string): Promise<void> {
  offerUndo(await mergeTags(from, to, Date.now()), () => t('libDidMergeTags', to));
}

/** The colour needs no word: it is seen. Undo takes it back, and not what was done before it. */
export async function paintTag(name: string, colour: TagColour | undefined): Promise<void> {
  offerUndo(await colourTag(name, colour), () => undefined);
}

/** Takes a tag away; the articles stay. */
export async function dropTag(name: string): Promise<void> {
  offerUndo(await deleteTag(name, Date.now()), () => t('libDidDropTag', name));
}

/** Asks before what can't be taken back. @returns whether the person said yes */
async function asked(title: string, why: string, yes: string, no: string): Promise<boolean> {
  const ask = byId<HTMLDialogElement>('ask');
  byId('ask-title').textContent = title;
  byId('ask-why').textContent = why;
  byId('ask-yes').textContent = yes;
  byId('ask-no').textContent = no;
  ask.returnValue = '';
  ask.showModal();
  await new Promise((resolve) => { ask.addEventListener('close', resolve, { once: true }); });
  return ask.returnValue === 'yes';
}

/** Shows that something is being done where it takes long enough to be noticed. */
async function working<T>(ids: readonly number[], work: (onProgress: (count: number) => void) => Promise<T>): Promise<T> {
  const shown = showWork(ids.length);
  try {
    return await work(shown.progress);
  } finally {
    shown.done();
  }
}

function offerUndo(answer: LibraryAnswer<Changed>, words: (n: number) => string | undefined): void {
  const value = told(answer);
  if (!value || value.changed + value.undo.tags.length + value.undo.newTags.length === 0) return;
  const ids = value.undo.marks.map(({ id }) => id);
  offer(words(value.changed), () => working(ids, () => undoChange(value.undo, Date.now())));
}

/** Keeps the way back, and says so in a toast when there are words. */
function offer(words: string | undefined, back: () => Promise<LibraryAnswer<unknown>>): void {
  let close = () => undefined as unknown;
  const run = () => {
    if (undoLast === run) undoLast = undefined;
    close();
    void back().then((answer) => told(answer));
  };
  if (words !== undefined) close = showToast(words, { label: t('libUndo'), run });
  undoLast = run;
}

/** The value, or word of the trouble. @param damaged what to say instead when what was given makes no sense */
function told<T>(answer: LibraryAnswer<T>, damaged?: string): T | undefined {
  if (answer.ok) return answer.value;
  showToast(answer.reason === 'damaged' && damaged ? damaged : troubleWords(answer.reason));
  return undefined;
}
