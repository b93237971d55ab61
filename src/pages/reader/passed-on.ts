/** Under the article: to whom it was passed on and when, each line to be forgotten. Not on paper. */
import type { Article } from '../../article/article.ts';
import { t, tReason } from '../../browser/i18n.ts';
import { findByUrl, onLibraryChange, putShare, removeShare, sharesOf, type Share } from '../../library/library.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { shareWords } from '../shared/share-words.ts';
import { showToast } from '../shared/toasts.ts';

/** @param place the element that holds the article */
export async function startPassedOn(place: HTMLElement, article: Article): Promise<void> {
  const section = h('section', { class: 'passed-on', id: 'passed-on', 'aria-label': t('readerPassedOn'), hidden: true });
  place.append(section);
  const show = async (): Promise<void> => {
    const saved = await findByUrl(article.url);
    const shares = saved ? await sharesOf(saved.id) : undefined;
    // A library that does not answer keeps nobody from reading.
    const list = shares?.ok ? shares.value : [];
    const at = [...section.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    section.hidden = list.length === 0;
    fill(section, h('ul', {}, ...list.map(line)));
    // Who forgets one line after the other by keyboard stays there; after the last, at the article.
    if (at >= 0) ([...section.querySelectorAll('button')][Math.min(at, list.length - 1)] ?? byId('article')).focus({ preventScroll: true });
  };
  onLibraryChange((change) => { if (change.kind !== 'removed') void show(); });
  await show();
}

function line(share: Share): HTMLElement {
  const words = shareWords(share);
  return h('li', {}, h('span', { dir: 'auto' }, words),
    h('button', { type: 'button', class: 'button quiet small', 'aria-label': `${t('readerForget')}: ${words}`, onclick: () => { void forget(share); } }, t('readerForget')));
}

async function forget(share: Share): Promise<void> {
  const gone = await removeShare(share.uid);
  if (!gone.ok) showToast(tReason(gone.reason));
  else showToast(t('readerForgotten'), { label: t('putBack'), run: async () => { await putShare(gone.value); } });
}
