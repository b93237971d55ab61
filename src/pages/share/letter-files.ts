/** The letter as files: the mail draft, and the article with the note as one page that opens anywhere. */
import type { Article } from '../../article/article.ts';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { writeEpub } from '../../formats/epub.ts';
import { writeLetterFile } from '../../formats/letter-file.ts';
import { fileName } from '../../formats/outgoing.ts';
import { checkAddress } from '../../letter/address.ts';
import { eml, type Attachment, type EmlPicture } from '../../letter/eml.ts';
import { passedOn } from '../../letter/passed-on.ts';
import type { LetterForm } from '../shared/letter-form.ts';
import { download } from '../shared/download.ts';
import type { Parcel } from './parcel.ts';

/** Makes the mail draft and hands it to the browser's downloads. */
export async function makeDraft(form: LetterForm, parcel: Parcel): Promise<void> {
  const letter = form.letter();
  const me = form.me();
  const mine = checkAddress(me.email);
  const file = eml({
    letter, words: form.words, date: new Date(), seed: crypto.randomUUID().replaceAll('-', ''),
    from: { name: me.name, email: mine.ok ? mine.address : '' },
    to: form.friends().flatMap(({ name, email }) => { const check = checkAddress(email); return check.ok ? [{ name, email: check.address }] : []; }),
    pictures: (await parcel.mailPictures()).map((picture, i): EmlPicture => ({ ...picture, name: `${i + 1}.${picture.type.replace(/^image\//, '').replace('jpeg', 'jpg').replace(/\W.*/, '')}` })),
    attachments: await attached(form, parcel),
  });
  const name = fileName(letter.subject, '.eml');
  download(name, [file], 'message/rfc822');
  form.say(t('letterDraftMade', name));
}

async function attached(form: LetterForm, parcel: Parcel): Promise<readonly Attachment[]> {
  const html = parcel.withFile() ? letterFile(form, parcel) : undefined;
  const { article } = form.source;
  return [
    ...(html ? [{ name: html.name, type: 'text/html', bytes: new TextEncoder().encode(html.text) }] : []),
    ...(article && parcel.withBook() ? [{ name: fileName(article.title, '.epub'), type: 'application/epub+zip', bytes: await book(passedOn(article), form, parcel) }] : []),
  ];
}

async function book(article: Article, { words }: LetterForm, parcel: Parcel): Promise<Uint8Array> {
  return writeEpub({ articles: [{ article, pictures: await parcel.bookPictures() }], id: crypto.randomUUID(), now: Date.now() }, {
    contents: t('trContents'), cover: t('trCover'), list: words.list, date: words.date, language: uiLanguage(), pictureStays,
  });
}

function pictureStays(caption: string): string {
  return caption ? t('letterFilePicture', caption) : t('letterFilePictureBare');
}

/** The letter file; undefined when there is no article to put in it. */
export function letterFile({ source, me, note, words }: LetterForm, parcel: Parcel): { readonly name: string; readonly text: string } | undefined {
  const { article } = source;
  if (!article) return undefined;
  const text = writeLetterFile({ article: passedOn(article), note: note().trim(), from: me().name, pictures: parcel.pictures(), highlights: source.highlights ?? [] }, {
    list: words.list, date: words.date, language: uiLanguage(), made: t('letterFileMade'), notes: t('letterFileNotes'),
    noteFrom: (name) => (name ? t('letterFileNoteFrom', name) : t('letterFileNote')),
    pictureStays,
  });
  return { name: fileName(article.title, '.html'), text };
}

/** Makes the letter file and hands it to the browser's downloads. */
export function makeLetterFile(form: LetterForm, parcel: Parcel): void {
  const file = letterFile(form, parcel);
  if (!file) return;
  download(file.name, [file.text], 'text/html');
  form.say(t('letterFileDone', file.name));
}
