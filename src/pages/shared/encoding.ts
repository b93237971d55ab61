/** In which letters a page or a file was written. */

/**
 * A page's encoding: byte order mark, then the header, then the first kilobyte's `<meta>`, else UTF-8.
 * After https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function encodingOf(bytes: Uint8Array, contentType = '', otherwise = 'utf-8'): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  // A page that can be read this far is not in UTF-16, whatever it says.
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]?.replace(/^utf-?16.*/i, 'utf-8');
  for (const label of [/charset\s*=\s*"?([\w:-]+)/i.exec(contentType)?.[1], meta]) {
    if (label && isEncoding(label)) return label;
  }
  return otherwise;
}

/**
 * The text of a file, which has no header. What reads as UTF-8 is that, whatever it says of itself: browsers save pages anew
 * and leave the old `<meta>` in them. What does not, and names nothing else, is in what most old programs wrote.
 */
export function textOfFile(bytes: Uint8Array): string {
  const utf8 = isUtf8(bytes);
  return new TextDecoder(utf8 && bytes.some((byte) => byte > 0x7f) ? 'utf-8' : encodingOf(bytes, '', utf8 ? 'utf-8' : 'windows-1252')).decode(bytes);
}

/** Whether it may be UTF-8; a file that ends within a letter was cut off there. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
