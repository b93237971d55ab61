// @vitest-environment jsdom
/** Books: what the checker of the format's own house says of them, and what is in them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseArticle, type Article } from '../../src/article/article.ts';
import { bodyFromHtml } from '../../src/formats/in/article-from.ts';
import { writeEpub, type EpubArticle, type EpubWords } from '../../src/formats/epub.ts';
import { epubCheck, hasEpubCheck } from './epub-check.ts';

const WORDS: EpubWords = {
  contents: 'Contents', cover: 'Cover', list: (names) => names.join(', '), date: (iso) => iso, pictureStays: (caption) => `Picture on the web: ${caption}`, language: 'en',
};
const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (char) => char.charCodeAt(0));
const LAMP = 'https://mill.example/lamp.png';

function article(html: string, more: Partial<Article> = {}): Article {
  const url = 'https://mill.example/story?a=1&b={2}|3';
  return parseArticle({ url, title: 'The mill & its "wheel" <once>', authors: ['Ines Moor'], published: '2021-02-26T13:15', language: 'en', dir: 'ltr', excerpt: '', wordCount: 9, feeds: [], provenance: {}, ...bodyFromHtml(html, url), ...more })!;
}

/** Shapes that browsers forgive and the format does not. */
export const ODD = `
<p>Plain words, a <a href="https://mill.example/a b|c?d=[e]^{f}%zz#g#h">strange address</a>, <a href="mailto:a@b.example?subject=x y">mail</a>, <a href="#note">a note</a>, <a href="#nowhere">nowhere</a>.</p>
<h2>First <p>part in a heading</p></h2><h2 id="a b">Second</h2><em><p>Emphasis round a paragraph</p></em><span><div>Box in a span</div></span>
<ul><p>no item</p>text in a list<li>item<ul><li>inner</li></ul></li><ul><li>list in a list</li></ul></ul><li>stray item</li><ol start="3" reversed><li value="x">three</li></ol><ul></ul>
<dl><dt>Term</dt><dd>Meaning</dd></dl><dl><dd>No term</dd><p>words</p></dl><dl><dt><h3>Heading in a term</h3></dt><dd>x</dd></dl><dd>stray</dd>
<figure><figcaption>First caption</figcaption><img src="${LAMP}" alt="A lamp" width="100%" height="auto"><figcaption>Second caption</figcaption></figure><figcaption>stray caption</figcaption>
<table><caption><p>Of wheels</p></caption><colgroup><col span="2"></colgroup><tr><th colspan="0" headers="gone"><h4>Head</h4></th><td rowspan="2" colspan="-1">a<table><tr><td>inner</td></tr></table></td></tr><tr></tr><tfoot><tr><td>foot</td></tr></tfoot></table>
<table><thead><tr><th>Only a head</th></tr></thead></table><table></table>
<details><p>Without a summary</p></details><details><p>before</p><summary><h3>Summary with a heading</h3></summary></details><summary>stray</summary>
<pre>line one\n<p>paragraph in code</p>\nline two</pre><blockquote cite="not an address">Quoted <q cite="x">inner</q></blockquote>
<p><picture><source srcset="https://mill.example/big.webp 2x" type="image/webp"><img src="https://mill.example/gone.webp"></picture><time datetime="soon">soon</time> <bdo>no direction</bdo> <ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby> <ruby><rb>old</rb><rtc><rt>x</rt></rtc></ruby> <ruby><rt>reading first</rt>b</ruby></p>
<p id="note">Note</p><p id="note">Twice the same id</p><p id="1 bad">Bad id</p><p lang="x_y_z" dir="up">Odd language</p>
<p><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> and <math><msup><mi>a</mi></msup></math> and <math display="block"><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt></math></p>
<p>Control: \u0001\ufffe\u000b end</p><a href="https://mill.example/block"><p>Block in a link</p><details><summary>s</summary>d</details></a><hr>`;

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
  }, 60_000);
});
