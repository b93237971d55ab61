/** Letter files written and taken in again. Needs a DOM in the global scope. */
import { isDeepStrictEqual } from 'node:util';
import { textOf } from '../../src/article/body/text.ts';
import { parseArticle } from '../../src/article/article.ts';
import { parseInert } from '../../src/article/inert.ts';
import { rebuild } from '../../src/article/rebuild.ts';
import { parseLetterFile, writeLetterFile } from '../../src/formats/letter-file.ts';
import { article, words } from '../../test/letter/letters.ts';

/** @param pages HTML of pages @returns how many came back equal, and how many held an address that a browser would load */
export function letterFiles(pages: readonly string[]): { readonly equal: number; readonly of: number; readonly loading: number } {
  let equal = 0;
  let of = 0;
  let loading = 0;
  for (const html of pages) {
    const { html: clean, body } = rebuild(parseInert(html).body);
    const made = parseArticle(article({ html: clean, text: textOf(body) }));
    if (!made) continue;
    of++;
    const src = body.querySelector('img[src^=http]')?.getAttribute('src');
    const file = { article: made, note: 'Read the end!', from: 'Anna', pictures: src ? [{ src, type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }] : [], highlights: [] };
    const text = writeLetterFile(file, { list: words.list, date: words.date, language: 'en', made: 'x', noteFrom: (name) => name, pictureStays: (caption) => caption });
    const page = parseInert(text);
    if ([...page.querySelectorAll('[src], [srcset], [poster], [background], link, script, iframe, object')].some((element) => !(element.getAttribute('src') ?? '').startsWith('data:') || element.hasAttribute('srcset'))) loading++;
    if (isDeepStrictEqual(parseLetterFile(text), file)) equal++;
  }
  return { equal, of, loading };
}
