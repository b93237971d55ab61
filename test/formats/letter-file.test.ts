// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Highlight } from '../../src/article/highlight.ts';
import { parseInert } from '../../src/article/inert.ts';
import { rebuild } from '../../src/article/rebuild.ts';
import { textOf } from '../../src/article/body/text.ts';
import { parseArticle, type Article } from '../../src/article/article.ts';
import { looksLikeLetterFile, parseLetterFile, writeLetterFile, type LetterFileWords } from '../../src/formats/letter-file.ts';
import { hostileHtml } from '../support/hostile-html.ts';
import { article as plainArticle, SCRIPTS, words as letterWords } from '../letter/letters.ts';

const words: LetterFileWords = {
  list: letterWords.list, date: letterWords.date, language: 'en', made: 'Made with Passalong',
  noteFrom: (name) => (name ? `A note from ${name}` : 'A note'), pictureStays: (caption) => `Picture on the web: ${caption}`,
};

/** An article as the library has it: its body taken in, its text read from it, every field through the one door. */
function taken(html: string, over: Partial<Article> = {}): Article {
  const { html: clean, body } = rebuild(parseInert(`<!doctype html><body>${html}`).body);
  const article = parseArticle(plainArticle({ html: clean, text: textOf(body), ...over }));
  if (!article) throw new Error('the test’s own article does not hold');
  return article;
}
const LAMP = 'https://news.example/lamp.png';
const RICH = `<h2 id="a">One</h2><p>First &amp; <b>bold</b> <a href="https://news.example/x?a=1&amp;b=2">link</a><sup><a href="#a">1</a></sup></p>
  <figure><picture><source srcset="https://news.example/lamp.webp 2x" type="image/webp"><img src="${LAMP}" srcset="${LAMP} 1x, https://news.example/big.png 2x" alt=" A &quot;lamp&quot; "></picture><figcaption>The lamp</figcaption></figure>
  <p><a href="https://news.example/y"><img src="https://news.example/two.png" alt="Two"></a> words</p><img src="data:image/png;base64,iVBORw0KGgo=" alt="own">
  <pre><code class="language-js">if (a &lt; b) {\n\n  "c"\n}</code></pre><table><tr><th>a</th><td>b</td></tr></table><blockquote><p>said</p></blockquote>`;
const bytes = Uint8Array.from({ length: 700 }, (_, i) => (i * 37) % 256);

it('gives back the article it was made of, its note and its pictures byte for byte', () => {
  const article = taken(RICH, { standfirst: 'In <short>', section: 'Town', modified: '2025-10-15', leadImage: LAMP, feeds: [{ url: 'https://news.example/feed', title: 'All', type: 'rss' }], provenance: { title: { source: 'visible-h1', confidence: 0.9 } } });
  const file = { article, note: 'Read the end!\n\n<script>"no"</script>', from: 'Änne "Quill" O’Hara', pictures: [{ src: LAMP, type: 'image/png', bytes }], highlights: [] };
  expect(parseLetterFile(writeLetterFile(file, words))).toEqual(file);
});

it('carries what was marked, shown in its place with the notes numbered, and the text comes back as it was', () => {
  const article = taken(RICH.repeat(2));
  const mark = (id: string, exact: string, note: string, start: number): Highlight => ({ id, pen: 'leaf', note, createdAt: 5, updatedAt: 6, anchor: { exact, prefix: '', suffix: '', start, end: start + exact.length } });
  const highlights = [mark('mark-one', 'First & bold link', 'Look <here>\nand there', 4), mark('mark-two', 'words', '', 60)];
  const file = { article, note: '', from: '', pictures: [], highlights };
  const html = writeLetterFile(file, { ...words, notes: 'Notes' });
  const page = parseInert(html);
  expect([...page.querySelectorAll('mark[data-highlight=mark-one]')].map((part) => part.textContent).join('')).toBe('First & boldlink');
  expect([...page.querySelectorAll('.notes li')].map((item) => item.innerHTML)).toEqual(['Look &lt;here&gt;<br>and there']);
  expect(page.querySelector('.note-number')?.textContent).toBe('[1]');
  expect(parseLetterFile(html)).toEqual(file);
});

it('comes back equal in every script, right to left too, and when the text is not what the body says', () => {
  for (const [name, [title, sentence]] of Object.entries(SCRIPTS)) {
    const dir = name === 'arabic' || name === 'hebrew' ? 'rtl' : 'ltr';
    const article = taken(`<p>${sentence.repeat(3)}</p>`, { title, dir, authors: [title] });
    expect(parseLetterFile(writeLetterFile({ article, note: sentence, from: title, pictures: [] }, words))?.article, name).toEqual(article);
  }
  const odd = taken('<p>What is seen</p>', { text: 'What was\u007f heard' });
  expect(parseLetterFile(writeLetterFile({ article: odd, note: '', from: '', pictures: [] }, words))?.article).toEqual(odd);
});

it('fetches nothing and runs nothing: no address that loads, no script, and a policy that forbids both', () => {
  const html = writeLetterFile({ article: taken(RICH), note: 'a', from: 'b', pictures: [{ src: LAMP, type: 'image/svg+xml', bytes }] }, words);
  const page = parseInert(html);
  for (const element of page.querySelectorAll('[src], [srcset], [background], [poster], link, script, iframe, object, embed')) {
    expect(element.getAttribute('src') ?? element.outerHTML).toMatch(/^data:image\//);
    expect(element.hasAttribute('srcset')).toBe(false);
  }
  expect(html).not.toMatch(/url\(|@import/);
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
  // What did not come along says so, and where it is.
  expect([...page.querySelectorAll('.stays')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([['Picture on the web: A "lamp"', LAMP], ['Picture on the web: Two', 'https://news.example/two.png']]);
});

it('takes in a stranger’s file as carefully as a page of the web', () => {
  const good = writeLetterFile({ article: taken('<p>Kind words</p>'), note: '', from: '', pictures: [] }, words);
  expect(looksLikeLetterFile(good)).toBe(true);
  for (const other of ['', '<p>page</p>', good.replace('passalong-letter', 'other'), good.replace('&quot;version&quot;:1', '&quot;version&quot;:2'), good.replace('{&quot;', '{'), good.replace('class="text"', ''), good.replaceAll('https://news.example/lamps', 'javascript:alert(1)//')]) expect(parseLetterFile(other)).toBeUndefined();
  fc.assert(fc.property(hostileHtml, (html) => {
    const parsed = parseLetterFile(good.replace('<p>Kind words</p>', () => html));
    for (const element of parseInert(parsed?.article.html ?? '').body.querySelectorAll('*')) {
      expect(['script', 'style', 'iframe', 'form', 'input', 'svg', 'object', 'embed', 'meta', 'link']).not.toContain(element.localName);
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(?:on|data-|style)/);
        expect(value).not.toMatch(/^\s*javascript:/i);
      }
    }
  }), { numRuns: 60 });
});

it('keeps on paper together what belongs together, and comes back without a trace of it', () => {
  const long = 'The clerk wrote it down. '.repeat(60);
  const code = Array.from({ length: 24 }, (_, line) => `line ${line}\n`).join('');
  const rows = Array.from({ length: 30 }, (_, row) => `<tr><td>${row}</td></tr>`).join('');
  const article = taken(`<h2>One</h2>\n<h3>Two</h3>\n<p>Short.</p><h2>Three</h2><p>${long}</p><h2>Four</h2><figure><img src="${LAMP}" alt="lamp"></figure><pre><code>${code}</code></pre><table>${rows}</table><ul><li>a</li><li>b<p>c</p></li></ul><p><b>A line for a heading</b></p><p>Short too.</p><details><summary>More</summary><p>d</p></details>`);
  const html = writeLetterFile({ article, note: '', from: '', pictures: [] }, words);
  const page = parseInert(html);
  const groups = [...page.querySelectorAll('.text > [data-group]')].map((group) => `${group.getAttribute('data-group')}: ${[...group.children].map(({ localName }) => localName).join(' ')}`);
  // Headings in a row are one group with what follows; before a long paragraph the style sheet keeps room.
  expect(groups).toEqual(['whole: h2 div', 'whole: h2 figure', 'head: table', 'whole: p p']);
  // Words above a block in the same item have no element of their own, and get one.
  expect([...page.querySelectorAll('li [data-group]')].map((group) => [group.textContent, group.getAttribute('data-keep')])).toEqual([['b', 'whole']]);
  expect([...page.querySelectorAll('pre span')].map(({ textContent }) => textContent!.split('\n').length - 1)).toEqual([3, 3]);
  expect(parseLetterFile(html)?.article).toEqual(article);
});
