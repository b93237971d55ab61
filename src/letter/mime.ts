/** The encodings that make any text safe in mail: encoded words (RFC 2047), parameters (RFC 2231), and body encodings (RFC 2045). */

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Bytes as base64 on one line. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  // In slices: a call with a million arguments overflows the stack.
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

/** Bytes of text in one encoded word: with `=?UTF-8?B?…?=` around them and `Subject: ` before, below the 76 characters of RFC 2047. */
const WORD_BYTES = 39;

/** Text as encoded words, folded, never breaking a character across two. */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const char of text) {
    if (word && utf8(word + char).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += char;
  }
  return [...words, word].map((w) => `=?UTF-8?B?${base64(utf8(w))}?=`).join('\r\n ');
}

/** A header's unstructured value: ASCII folded at spaces, anything else as encoded words. `used` is what stands before it on its line. */
export function headerText(text: string, used: number): string {
  // oxlint-disable-next-line no-control-regex -- the ASCII range is what is asked about
  const plain = /^[\u0020-\u007e]*$/.test(text) && !text.includes('=?') && !/ {2}|^ | $/.test(text) && !/[^ ]{60}/.test(text);
  if (!plain) return encodedWords(text);
  let line = used;
  return text.split(' ').map((word, i) => {
    const folds = i > 0 && line + 1 + word.length > 76;
    line = folds ? 1 + word.length : line + word.length + (i > 0 ? 1 : 0);
    return (i === 0 ? '' : folds ? '\r\n ' : ' ') + word;
  }).join('');
}

/** A parameter with a value of any script (RFC 2231), in pieces when long. */
export function parameter(name: string, value: string): string {
  if (/^[\w .,()-]{1,60}$/.test(value)) return `${name}="${value}"`;
  const units = [...value].map((char) => encodeURIComponent(char.replace(/\p{Surrogate}/u, '\ufffd')).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`));
  const pieces: string[] = [''];
  for (const unit of units) {
    if (pieces.at(-1)!.length + unit.length > 50) pieces.push('');
    pieces[pieces.length - 1] += unit;
  }
  if (pieces.length === 1) return `${name}*=UTF-8''${pieces[0]}`;
  return pieces.map((piece, i) => `${name}*${i}*=${i === 0 ? "UTF-8''" : ''}${piece}`).join(';\r\n ');
}

/** Base64 in lines of 76 characters. */
export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');
}

/** Text with CRLF lines in whichever of the two encodings is shorter; both keep lines within 76 characters and need no dot-stuffing by us. */
export function transferEncoded(text: string): { readonly encoding: 'quoted-printable' | 'base64'; readonly body: string } {
  const lines = text.replace(/\r\n?|\n/g, '\r\n');
  const bytes = utf8(lines);
  let special = 0;
  for (const byte of bytes) if (byte > 126 || byte === 61) special++;
  return special * 2 < bytes.length / 3
    ? { encoding: 'quoted-printable', body: quotedPrintable(lines) }
    : { encoding: 'base64', body: base64Lines(bytes) };
}

const hex = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** RFC 2045 6.7. A lone dot, a leading "From " and what could be taken for a boundary are escaped too, for what lies between here and the reader. */
function quotedPrintable(text: string): string {
  return text.split('\r\n').map((line) => {
    const out: string[] = [];
    let length = 0;
    const bytes = utf8(line);
    for (const [i, byte] of bytes.entries()) {
      const last = i === bytes.length - 1;
      const plain = (byte > 32 && byte < 127 && byte !== 61) || ((byte === 32 || byte === 9) && !last);
      const escapedStart = length === 0 && (byte === 46 || (byte === 45 && bytes[i + 1] === 45) || (byte === 70 && line.startsWith('From ', i)));
      const unit = plain && !escapedStart ? String.fromCharCode(byte) : hex(byte);
      if (length + unit.length > 75) {
        out.push('=\r\n');
        length = 0;
      }
      const starts = length === 0 && plain && byte === 46;
      const piece = starts ? hex(byte) : unit;
      out.push(piece);
      length += piece.length;
    }
    return out.join('');
  }).join('\r\n');
}
