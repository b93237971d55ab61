/** On this computer: how much room is taken and left, what the browser has promised, the last copy, and which articles' pictures take most. */
import { Download, FolderInput, ImageOff, ShieldAlert, ShieldCheck } from 'lucide';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { lastCopyTime } from '../../browser/last-copy.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { countOf, dropPictures, pictureRoom, putPictures, rowsOf, type PictureRoom, type SavedArticle } from '../../library/library.ts';
import { fill, h, icon } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';
import type { LeafAnswer } from './leaf.ts';
import { rowAddress } from './row.ts';
import { hasPromised, roomTaken } from './storage-room.ts';
import { counted, dayWords, sizeWords, troubleWords } from './words.ts';

/** Articles named at once. */
const MOST = 12;

/** @param again called when what is shown is to be read anew @param isStill whether the leaf is still open */
export async function storageLeaf(again: () => void, isStill: () => boolean): Promise<LeafAnswer> {
  const [room, promised, copied, articles, pictures] = await Promise.all([roomTaken(), hasPromised(), lastCopyTime(), countOf('*'), pictureRoom(isStill)]);
  if (!articles.ok) return articles;
  if (!pictures.ok) return pictures;
  const largest = await rowsOf(pictures.value.slice(0, MOST).map(({ id }) => id));
  if (!largest.ok) return largest;
  const rows = new Map(largest.value.items.map((saved) => [saved.id, saved]));
  const all = pictures.value.reduce((sum, each) => ({ pictures: sum.pictures + each.pictures, bytes: sum.bytes + each.bytes }), { pictures: 0, bytes: 0 });
  const size = (bytes: number) => sizeWords(bytes, uiLanguage());
  return { ok: true, value: [
    h('p', { class: 'num' }, counted('libRoomOne', 'libRoomMany', articles.value), ' ',
      all.pictures === 1 ? t('libRoomPicture', size(all.bytes)) : all.pictures > 0 ? t('libRoomPictures', all.pictures.toLocaleString(uiLanguage()), size(all.bytes)) : t('libRoomNoPictures'),
      // What is no picture; the browser packs texts, so that nobody can say more exactly what they take.
      articles.value > 0 && room.used > all.bytes && ` ${t('libRoomTexts', size(room.used - all.bytes))}`),
    ...meter(room),
    promise(promised, again),
    h('div', { class: 'room-acts' },
      h('a', { class: 'button filled', href: `${pageUrl('transfer')}#out` }, icon(Download), t('trBackup')),
      h('a', { class: 'button', href: `${pageUrl('transfer')}#in` }, icon(FolderInput), t('libBringBack'))),
    h('p', { class: 'muted small' }, copied === undefined ? t('trNoCopy') : t('trLastCopy', dayWords(copied))),
    ...(pictures.value.length === 0 ? [] : [table(pictures.value.slice(0, MOST), rows, again)]),
  ] };
}

function meter({ used, quota }: { readonly used: number; readonly quota: number | undefined }): readonly Node[] {
  const size = (bytes: number) => sizeWords(bytes, uiLanguage());
  const filled = h('span', { class: 'used' });
  // A hair's breadth is shown too: something is there.
  filled.style.inlineSize = quota ? `${Math.min(100, Math.max(0.4, (used / quota) * 100))}%` : '0';
  return [
    quota === undefined ? h('span', {}) : h('div', { class: 'meter room-meter', 'aria-hidden': 'true' }, filled),
    h('p', { class: 'room-key num' }, h('span', { class: 'of-used' }, t('libRoomUsed', size(used))),
      ...(quota === undefined ? [] : [h('span', { class: 'of-left' }, t('libRoomLeft', size(Math.max(0, quota - used))))])),
  ];
}

/** What the browser has said, and the button that asks it once more. */
function promise(promised: boolean, again: () => void): HTMLElement {
  if (promised) return h('div', { class: 'notice good' }, icon(ShieldCheck), h('p', {}, h('strong', {}, t('libKeptForGood')), ' ', t('libPromisedMore')));
  const answer = h('p', { role: 'status' });
  return h('div', { class: 'notice' }, icon(ShieldAlert), h('div', {},
    h('p', {}, h('strong', {}, t('libKept')), ' ', t('libNotPromised')), answer,
    h('button', { class: 'button small', type: 'button', 'data-focus': 'ask', onclick: async () => {
      if (await navigator.storage.persist()) again();
      else fill(answer, t('libPromiseRefused'));
    } }, t('libAskPromise'))));
}

function table(room: readonly PictureRoom[], rows: ReadonlyMap<number, SavedArticle>, again: () => void): HTMLElement {
  return h('table', { class: 'largest' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('libLargest')), h('th', { scope: 'col', class: 'num' }, t('libPicturesCount')), h('th', { scope: 'col', class: 'num' }, t('libSize')), h('td', {}))),
    h('tbody', {}, ...room.map(({ id, pictures, bytes }) => {
      const saved = rows.get(id);
      const title = saved?.title ?? t('libRowDamaged');
      return h('tr', {},
        h('th', { scope: 'row', dir: 'auto' }, saved ? h('a', { href: rowAddress(saved) }, title) : title),
        h('td', { class: 'num' }, pictures.toLocaleString(uiLanguage())), h('td', { class: 'num' }, sizeWords(bytes, uiLanguage())),
        h('td', {}, h('button', { class: 'button quiet only-icon', type: 'button', 'aria-label': t('libDropPictures', title), title: t('libDropPictures', title), 'data-focus': `drop ${id}`, onclick: () => void drop(id, again) }, icon(ImageOff))));
    })));
}

async function drop(id: number, again: () => void): Promise<void> {
  const gone = await dropPictures(id);
  if (!gone.ok) return void showToast(troubleWords(gone.reason));
  const { pictures, linked } = gone.value;
  showToast(counted('libDidDropOne', 'libDidDropMany', pictures.length), { label: t('libUndo'), run: async () => {
    const back = await putPictures(id, pictures, linked);
    if (back.ok) again();
    else showToast(troubleWords(back.reason));
  } });
  again();
}
