/** Under Saved: which pictures are kept with the article, and a way to keep the others. */
import { t, uiLanguage } from '../../browser/i18n.ts';
import { send } from '../../browser/messages.ts';
import { askSites } from '../../browser/permissions.ts';
import { findByUrl, getArticle, missingPictures, type SavedArticle } from '../../library/library.ts';
import { byId } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';

/** Pictures that are missing, looked up before the click: the browser asks only straight from one. */
let missing: readonly string[] = [];
let busy = false;

/** @param saved the library's entry of this article, as it is at the click */
export function startPictures(saved: () => SavedArticle | undefined): void {
  byId('keep-pictures').addEventListener('click', () => {
    const entry = saved();
    if (!entry || busy) return;
    const allowed = askSites(missing);
    void allowed.then((answer) => (answer.allowed ? keep(entry) : undefined));
  });
}

/** Says how many pictures are kept. */
export async function showPictures(saved: SavedArticle): Promise<void> {
  const words = byId('pictures-words');
  const { kept = 0, linked = 0 } = saved.pictures ?? {};
  words.hidden = kept + linked === 0;
  byId('keep-pictures').hidden = linked === 0;
  if (busy) return;
  const number = (n: number) => n.toLocaleString(uiLanguage());
  words.textContent = linked === 0 ? t('readerPicturesKept') : kept === 0 ? t('readerPicturesNone') : t('readerPicturesSome', number(kept), number(kept + linked));
  if (linked === 0) return;
  const entry = await getArticle(saved.id);
  const left = entry.ok && entry.value.article ? await missingPictures(saved.id, entry.value.article) : undefined;
  missing = left?.ok ? left.value : [];
}

async function keep(saved: SavedArticle): Promise<void> {
  busy = true;
  byId('pictures-words').textContent = t('readerKeepingPictures');
  const answer = await send('keepPictures', { id: saved.id }).catch(() => ({ ok: false as const, reason: 'interrupted' }));
  busy = false;
  const now = await findByUrl(saved.url);
  if (now) await showPictures(now);
  if (!answer.ok || (now?.pictures?.linked ?? 0) > 0) showToast(t('readerPicturesFailed'));
}
