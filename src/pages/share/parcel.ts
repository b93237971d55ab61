/** What goes along with a draft file besides the letter: the article's pictures, and the article itself as a file. */
import { Images } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { borrow } from '../../browser/lent.ts';
import { askSites } from '../../browser/permissions.ts';
import { pageUrl } from '../../browser/tabs.ts';
import type { FilePicture } from '../../formats/letter-file.ts';
import { h, icon } from '../shared/dom.ts';
import type { LetterForm } from '../shared/letter-form.ts';
import { dataPicture } from './data-picture.ts';
import { fetchPictures, MOST_BYTES } from './fetch-pictures.ts';
import { forEveryProgram } from './mail-picture.ts';

export interface Parcel {
  readonly element: HTMLElement;
  /** All that are at hand, as they are: for the article's own file. */
  readonly pictures: () => readonly FilePicture[];
  /** Those of the letter, as every mail program shows them. */
  readonly mailPictures: () => Promise<readonly FilePicture[]>;
  /** All that are at hand, as every e-reader shows them. */
  readonly bookPictures: () => Promise<readonly FilePicture[]>;
  /** Where the sheet shows a picture from; undefined for one that stays on the web. */
  readonly shown: (src: string) => string | undefined;
  /** Whether the article goes along as a file of its own. */
  readonly withFile: () => boolean;
  /** Whether it goes along as a book for e-readers. */
  readonly withBook: () => boolean;
  /** The letter may show other pictures now. */
  readonly update: () => void;
}

/** The article alone as a book for the person's own device: another letter than this one. Nothing where the page's address names no article. */
function toReader(): HTMLElement | null {
  const query = new URLSearchParams(location.search);
  const [name, value] = [...query].find(([each]) => each === 'id' || each === 'draft') ?? [];
  return name && value ? h('a', { class: 'small', id: 'to-ereader', href: `${pageUrl('transfer', { [name]: value })}#ereader` }, t('letterToReader')) : null;
}

/**
 * @param kept pictures that the library has of the article
 * @param refresh called when other pictures travel than before
 */
export function parcel(form: LetterForm, kept: readonly FilePicture[], refresh: () => void): Parcel {
  const fetched = new Map<string, FilePicture>();
  const urls = new Map<string, string>();
  for (const picture of kept) take(picture);
  const missing = new Set<string>();
  const file = h('input', { type: 'checkbox', id: 'along-file' });
  const epub = h('input', { type: 'checkbox', id: 'along-book' });
  const sentence = h('p', { class: 'small', id: 'along-pictures', role: 'status' });
  const bring = h('button', { type: 'button', class: 'button small', id: 'bring-pictures', onclick: () => { void bringAlong(); } }, icon(Images), t('letterBringPictures'));
  const line = h('div', { class: 'along-pictures' }, sentence, bring);
  const element = h('div', { class: 'letter-along', role: 'group', 'aria-labelledby': 'letter-along' },
    h('p', { class: 'label-row', id: 'letter-along' }, t('letterAlong')),
    form.source.article ? h('label', { class: 'tick' }, file, h('span', {}, t('letterAlongFile'), h('small', {}, t('letterAlongFileMore')))) : null,
    form.source.article ? h('label', { class: 'tick' }, epub, h('span', {}, t('letterAlongBook'), h('small', {}, t('letterAlongBookMore')))) : null,
    form.source.article ? toReader() : null,
    line);

  function take(picture: FilePicture): void {
    fetched.set(picture.src, picture);
    urls.set(picture.src, URL.createObjectURL(new Blob([picture.bytes as BlobPart], { type: picture.type })));
  }

  /** Straight from the click: browsers show their question only then. */
  async function bringAlong(): Promise<void> {
    const wanted = stayingOnWeb();
    let handBack: (() => Promise<void>) | undefined;
    bring.disabled = true;
    try {
      const asked = await askSites(wanted);
      // Needed for this once: what was not allowed before is not allowed after.
      handBack = await borrow({ origins: asked.fresh });
      if (!asked.allowed) return form.say(t('letterPicturesRefused'), { bad: true });
      form.say(t('letterPicturesComing'));
      const room = MOST_BYTES - [...fetched.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
      for (const picture of await fetchPictures(wanted, room)) take(picture);
      await handBack();
      for (const src of wanted) if (!fetched.has(src)) missing.add(src);
      form.say(t('letterPicturesDone'));
      refresh();
      update();
    } finally {
      bring.disabled = false;
      await handBack?.();
    }
  }

  const inLetter = (): readonly string[] => [...new Set(form.letter().body.flatMap(({ kind, src }) => (kind === 'picture' && src ? [src] : [])))];
  const stayingOnWeb = (): readonly string[] => inLetter().filter((src) => /^https?:/.test(src) && !fetched.has(src));

  function update(): void {
    const all = inLetter();
    const staying = stayingOnWeb();
    line.hidden = all.length === 0;
    const isSettled = staying.every((src) => missing.has(src));
    bring.hidden = isSettled;
    sentence.textContent = staying.length === 0 ? t('letterPicturesAll', all.length)
      : isSettled ? t('letterPicturesSome', all.length - staying.length, all.length)
      : t('letterPicturesStay', staying.length, all.length);
    // Nothing to choose: nothing to show.
    element.hidden = line.hidden && !form.source.article;
  }

  const ofLetter = (): readonly FilePicture[] => inLetter().flatMap((src) => fetched.get(src) ?? dataPicture(src) ?? []);
  const atHand = (): readonly FilePicture[] => [...new Map([...fetched.values(), ...ofLetter()].map((picture) => [picture.src, picture])).values()];
  return {
    element, update,
    pictures: atHand,
    mailPictures: () => forEveryProgram(ofLetter()),
    bookPictures: () => forEveryProgram(atHand()),
    shown: (src) => urls.get(src) ?? (src.startsWith('data:') ? src : undefined),
    withBook: () => epub.checked && form.source.article !== undefined,
    withFile: () => file.checked && form.source.article !== undefined,
  };
}
