/** Pages as files: found through an index, unzipped, decoded the way a browser would. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The text of a page's file, plain or gzipped: by its byte-order mark, else what its head declares, else UTF-8, else windows-1252. */
export function readPage(file) {
  let bytes = readFileSync(file);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  return decode(bytes);
}

export function decode(bytes) {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf-8' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const head = bytes.subarray(0, 4096).toString('latin1');
  const declared = mark ?? head.match(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i)?.[1] ?? head.match(/<\?xml[^>]+encoding=["']([\w-]+)/i)?.[1];
  if (!declared || /^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // Not UTF-8 after all. Files that were decoded once and saved again are mostly right: a few bad bytes are only that.
      const loose = new TextDecoder('utf-8').decode(bytes);
      const bad = loose.split('\ufffd').length - 1;
      return declared || bad < bytes.length / 2000 ? loose : new TextDecoder('windows-1252').decode(bytes);
    }
  }
  try {
    // A declared encoding is often left over from before the file was saved as UTF-8.
    if (!mark) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The pages of a corpus index, each with the absolute path of its file. */
export function readIndex(index) {
  const { source, pages } = JSON.parse(readFileSync(index, 'utf8'));
  return { source, pages: pages.map((page) => ({ ...page, path: join(dirname(index), page.file) })) };
}
