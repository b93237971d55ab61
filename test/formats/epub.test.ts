// @vitest-environment jsdom
/** Books: what the checker of the format's own house says of them, and what is in them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle, type Article } from '../../src/article/article.ts';
import { bodyFromHtml } from '../../src/formats/in/article-from.ts';
import { writeEpub, type EpubArticle, type EpubWords } from '../../src/formats/epub.ts';
import { sanitizeToElement } from '../../src/article/sanitize.ts';
import { toXhtml } from '../../src/formats/xhtml.ts';
import { hostileHtml } from '../support/hostile-html.ts';
import { LAMP, ODD } from './odd-shapes.ts';
import { epubCheck, hasEpubCheck } from './epub-check.ts';

const WORDS: EpubWords = {
  contents: 'Contents', cover: 'Cover', list: (names) => names.join(', '), date: (iso) => iso, pictureStays: (caption) => `Picture on the web: ${caption}`, language: 'en',
};
const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (char) => char.charCodeAt(0));

function article(html: string, more: Partial<Article> = {}): Article {
  const url = 'https://mill.example/story?a=1&b={2}|3';
  return parseArticle({ url, title: 'The mill & its "wheel" <once>', authors: ['Ines Moor'], published: '2021-02-26T13:15', language: 'en', dir: 'ltr', excerpt: '', wordCount: 9, feeds: [], provenance: {}, ...bodyFromHtml(html, url), ...more })!;
}

function files(input: readonly EpubArticle[], title?: string): { bytes: Uint8Array; text: (path: string) => string; names: readonly string[] } {
  const bytes = writeEpub({ articles: input, id: '6b1b36d1-60f3-4a3a-9a65-b3a9a4c2f1aa', now: Date.UTC(2025, 0, 2), ...(title && { title }) }, WORDS);
  const all = unzipSync(bytes);
  return { bytes, names: Object.keys(all), text: (path) => strFromU8(all[`EPUB/${path}`]!) };
}

describe('a book', () => {
  it('begins with its type, and holds each picture once', () => {
    const { bytes, names } = files([{ article: article(`<p>Text</p><img src="${LAMP}"><img src="${LAMP}">`), pictures: [{ src: LAMP, type: 'image/webp', bytes: PNG }] }]);
    expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(names.filter((name) => name.includes('pictures/'))).toEqual(['EPUB/pictures/1.png']);
  });

  it('is set in upright lines and turned from right to left where the page was', () => {
    const { text } = files([{ article: article('<p>川口の町には橋がない。</p>', { language: 'ja', upright: 'rl' }) }]);
    expect(text('article-1.xhtml')).toMatch(/<html [^>]*class="upright-rl"/);
    expect(text('style.css')).toMatch(/\.upright-rl \{[^}]*writing-mode: vertical-rl/);
    expect(text('package.opf')).toMatch(/<spine page-progression-direction="rtl">/);
    const level = files([{ article: article('<p>川口の町には橋がない。</p>', { language: 'ja' }) }]);
    expect(level.text('article-1.xhtml')).not.toContain('upright');
    expect(level.text('package.opf')).toContain('<spine>');
  });

  it('keeps every word of the text, however odd its shape', () => {
    const given = article(ODD);
    const { text } = files([{ article: given, pictures: [{ src: LAMP, type: 'image/png', bytes: PNG }] }]);
    const page = new DOMParser().parseFromString(text('article-1.xhtml'), 'application/xhtml+xml');
    expect(page.querySelector('parsererror')).toBeNull();
    for (const reading of page.querySelectorAll('rt')) reading.remove();
    const words = (all: string): readonly string[] => all.match(/[\p{L}\p{N}]+/gu) ?? [];
    const shown = new Map<string, number>();
    for (const word of words(page.querySelector('.text')!.textContent)) shown.set(word, (shown.get(word) ?? 0) + 1);
    for (const word of words(given.text)) {
      expect(shown.get(word) ?? 0, word).toBeGreaterThan(0);
      shown.set(word, shown.get(word)! - 1);
    }
  });

  it('is well-formed, whatever the page was', () => {
    fc.assert(fc.property(hostileHtml, (html) => {
      const { markup } = toXhtml(sanitizeToElement(html), { picture: () => undefined, pictureStays: (caption) => caption });
      const page = new DOMParser().parseFromString(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${markup}</body></html>`, 'application/xhtml+xml');
      expect(page.querySelector('parsererror')?.textContent, markup).toBeUndefined();
    }), { numRuns: 200 });
  });

  it('has no link to a place that has given way', () => {
    const { markup } = toXhtml(sanitizeToElement('<p><a href="#a">one</a> <a href="#b">two</a> <a href="#c">three</a> <a href="#d">four</a></p><table><caption id="a">Mills</caption><tr><td>1</td></tr></table><img id="b" src="https://mill.example/a.png"><h2>Wheel<p id="c">Race</p></h2><p id="d">There</p>'), { picture: () => undefined, pictureStays: (caption) => caption });
    const page = new DOMParser().parseFromString(`<body xmlns="http://www.w3.org/1999/xhtml">${markup}</body>`, 'application/xhtml+xml');
    expect([...page.querySelectorAll('p a')].map((link) => link.textContent)).toEqual(['one', 'two', 'three', 'four']);
    const places = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')!);
    expect(places).toHaveLength(1);
    expect(page.querySelector(places[0]!)?.textContent).toBe('There');
  });

  it('fetches nothing: what is not in it is a link', () => {
    const { text } = files([{ article: article(ODD) }]);
    const page = new DOMParser().parseFromString(text('article-1.xhtml'), 'application/xhtml+xml');
    expect([...page.querySelectorAll('[src], [srcset], [poster], script, iframe, object')].map(({ localName }) => localName)).toEqual([]);
    expect(page.querySelector(`a.stays[href="${LAMP}"]`)?.textContent).toBe('Picture on the web: A lamp');
  });
});

describe.skipIf(!hasEpubCheck())('epubcheck (skipped where it is not installed)', () => {
  const check = (bytes: Uint8Array): readonly string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'epub-'));
    try {
      const file = join(folder, 'book.epub');
      writeFileSync(file, bytes);
      return epubCheck(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('finds no error and no warning in a digest of odd shapes, right to left too', () => {
    const { bytes } = files([
      { article: article(ODD), pictures: [{ src: LAMP, type: 'image/png', bytes: PNG }, { src: 'https://mill.example/gone.webp', type: 'image/webp', bytes: new Uint8Array([82, 73, 70, 70]) }] },
      { article: article('<p dir="rtl">كانت الطاحونة القديمة</p>', { dir: 'rtl', language: 'ar', title: 'الطاحونة' }) },
    ], 'Of mills');
    expect(check(bytes)).toEqual([]);
  }, 120_000);
});
