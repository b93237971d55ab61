/** To an e-reader: the book attached to a prepared letter, which the person sends from their own mail program. */
import { t } from '../../browser/i18n.ts';
import { loadSettings } from '../../browser/settings.ts';
import { fileName } from '../../formats/outgoing.ts';
import { checkAddress } from '../../letter/address.ts';
import { eml } from '../../letter/eml.ts';
import { letterWords } from '../shared/letter-words.ts';

/** Bytes of a book that the mail services of the devices and the usual mail programs still take. */
const MOST = 25_000_000;

/** The address as it is written on an envelope; undefined when it is none. */
export function readerAddress(typed: string): string | undefined {
  const check = checkAddress(typed);
  return check.ok ? check.address : undefined;
}

/** The letter as a draft file; undefined when the book is too large to be mailed. */
export async function letterToReader(book: Blob, name: string, to: string): Promise<{ readonly file: Blob; readonly name: string } | undefined> {
  if (book.size > MOST) return undefined;
  const { myName, myEmail } = await loadSettings();
  const mine = checkAddress(myEmail);
  const title = name.replace(/\.epub$/, '');
  const text = eml({
    letter: { subject: title, hello: [{ key: 'note', kind: 'note', runs: [{ text: t('trReaderLetter', title) }] }], head: [], body: [], dir: 'ltr' },
    words: letterWords(), date: new Date(), seed: crypto.randomUUID().replaceAll('-', ''),
    from: { name: myName, email: mine.ok ? mine.address : '' }, to: [{ name: '', email: to }],
    attachments: [{ name, type: 'application/epub+zip', bytes: new Uint8Array(await book.arrayBuffer()) }],
  });
  return { file: new Blob([text], { type: 'message/rfc822' }), name: fileName(title, '.eml') };
}
