/**
 * A letter as a mail draft file: RFC 5322 headers, a MIME tree of plain text (RFC 3676 flowed), HTML and the pictures it
 * shows. `X-Unsent: 1` makes mail programs open it as a draft. Bytes, randomness and the clock come in as arguments.
 */
import { asciiAddress } from './address.ts';
import { oneLine, type Letter, type LetterWords, type Person } from './compose.ts';
import { flow } from './flowed.ts';
import { htmlDocument } from './html.ts';
import { base64Lines, encodedWords, headerText, parameter, transferEncoded } from './mime.ts';
import { plainText } from './plain-text.ts';

/** A picture that travels inside the draft. */
export interface EmlPicture {
  /** The address it has in the letter's blocks. */
  readonly src: string;
  /** Such as `image/png`. */
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that goes along with the draft. */
export interface Attachment {
  readonly name: string;
  /** Such as `application/epub+zip`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface EmlInput {
  readonly letter: Letter;
  readonly words: LetterWords;
  /** Left out of the file without an address: the mail program puts in its own. */
  readonly from: Person;
  /** With checked addresses (`checkAddress`); may be empty. */
  readonly to: readonly Person[];
  readonly date: Date;
  /** Letters and digits, random, that stand nowhere in the letter: part of boundaries and picture ids. */
  readonly seed: string;
  readonly pictures?: readonly EmlPicture[];
  readonly attachments?: readonly Attachment[];
}

/** The file's text. ASCII throughout, except a non-Latin name before an @, which only RFC 6532 can write. Lines end in CRLF. */
export function eml(input: EmlInput): string {
  const { letter, words, seed } = input;
  const pictures = (input.pictures ?? []).map((picture, i) => ({ ...picture, id: `picture${i + 1}.${seed}@passalong.invalid` }));
  const ids = new Map(pictures.map(({ src, id }) => [src, id]));
  const html = leaf('text/html; charset=utf-8', htmlDocument(letter, (src) => {
    const id = ids.get(src);
    return id === undefined ? undefined : `cid:${id}`;
  }));
  const flowed = flow(plainText(letter, words));
  const plain = leaf(`text/plain; charset=utf-8; format=flowed; delsp=${flowed.deleteSpace ? 'yes' : 'no'}`, flowed.text);
  const rich = pictures.length === 0 ? html : tree('related', `related-${seed}`, [html, ...pictures.map(pictureLeaf)], '; type="text/html"');
  const headers = [
    ...(input.from.email ? [`From: ${mailbox(input.from)}`] : []),
    ...(input.to.length > 0 ? [`To: ${input.to.map(mailbox).join(',\r\n ')}`] : []),
    `Subject: ${headerText(letter.subject, 'Subject: '.length)}`,
    `Date: ${rfcDate(input.date)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
  ];
  const letterPart = tree('alternative', `alternative-${seed}`, [plain, rich]);
  const attachments = (input.attachments ?? []).map(attachmentLeaf);
  const all = attachments.length === 0 ? letterPart : tree('mixed', `mixed-${seed}`, [letterPart, ...attachments]);
  return `${headers.join('\r\n')}\r\n${all}\r\n`;
}

/** `Name <address>`: an ASCII name quoted, any other as encoded words (RFC 2047), and never a second header line. */
export function mailbox({ name, email }: Person): string {
  const address = asciiAddress(oneLine(email));
  const plain = oneLine(name);
  if (!plain) return address;
  // oxlint-disable-next-line no-control-regex -- the ASCII range is what is asked about
  const quoted = /^[\u0020-\u007e]{1,60}$/.test(plain) && !plain.includes('=?');
  return `${quoted ? `"${plain.replace(/["\\]/g, '\\$&')}"` : encodedWords(plain)}\r\n <${address}>`;
}

/** A date as RFC 5322 3.3 writes it, in UTC. */
export function rfcDate(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

function leaf(type: string, text: string): string {
  const { encoding, body } = transferEncoded(text);
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
}

function pictureLeaf({ type, name, bytes, id }: EmlPicture & { readonly id: string }): string {
  const safe = /^image\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
  return [
    `Content-Type: ${safe}`, 'Content-Transfer-Encoding: base64', `Content-ID: <${id}>`,
    `Content-Disposition: inline;\r\n ${parameter('filename', name)}`, '', base64Lines(bytes),
  ].join('\r\n');
}

function attachmentLeaf({ type, name, bytes }: Attachment): string {
  const safe = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
  return [
    `Content-Type: ${safe}`, 'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;\r\n ${parameter('filename', oneLine(name))}`, '', base64Lines(bytes),
  ].join('\r\n');
}

function tree(kind: string, boundary: string, parts: readonly string[], extra = ''): string {
  return `Content-Type: multipart/${kind};\r\n boundary="${boundary}"${extra}\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--`;
}
