/** Pages as files: found through an index, unzipped, decoded the way a browser would. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The text of a page's file, plain or gzipped: by its byte-order mark, else what its head declares, else UTF-8, else
 * windows-1252. @throws where there is no such file, or it is no text
 */
export function readPage(file) {
  let bytes = readFileSync(file);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  if (isBinary(bytes)) throw new Error(`${file} is no web page: what stands in it is not text.`);
  return decode(bytes);
}

/** Pictures, programs and the like have zero bytes near their beginning, which text has only as UTF-16; a PDF says what it is. */
function isBinary(bytes) {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return (!marked && bytes.subarray(0, 1024).includes(0)) || bytes.subarray(0, 5).toString('latin1') === '%PDF-';
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

/** The pages of a corpus index, each with the absolute path of its file. @throws with words on what is wrong with the index */
export function readIndex(index) {
  let read;
  try {
    read = JSON.parse(readFileSync(index, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`${index} is not JSON: ${error.message}`, { cause: error });
  }
  if (!Array.isArray(read?.pages)) throw new Error(`${index} has no list of pages: {"pages": [{"id": "…", "url": "…", "file": "…"}]} is wanted.`);
  return { source: read.source, pages: read.pages.map((page, n) => ({ ...page, id: page?.id ?? String(n), path: typeof page?.file === 'string' ? join(dirname(index), page.file) : undefined })) };
}
