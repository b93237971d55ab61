// @vitest-environment jsdom
/** Markdown: read back by a CommonMark parser it says what the article says. */
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { textOf } from '../../src/article/body/text.ts';
import { parseInert } from '../../src/article/inert.ts';
import { bodyFromHtml } from '../../src/formats/in/article-from.ts';
import { footnotesToMarkers } from '../../src/formats/markdown-footnotes.ts';
import { toMarkdown } from '../../src/formats/markdown.ts';
import type { Outgoing } from '../../src/formats/outgoing.ts';
import { ODD } from './odd-shapes.ts';

const reader = new MarkdownIt({ html: true }).use(footnotes);
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function entry(html: string, more: Partial<Outgoing> = {}): Outgoing {
  const url = 'https://mill.example/story';
  const article = parseArticle({ url, title: 'A *mill* # & "wheel": [one]', authors: ['Ines Moor'], published: '2021-02-26', language: 'en', dir: 'ltr', excerpt: '', ...bodyFromHtml(html, url) })!;
  return { article, savedAt: Date.UTC(2025, 0, 2), readState: 'unread', favourite: false, tags: [], highlights: [], ...more };
}
const markdown = (html: string, more: Partial<Outgoing> = {}): string => toMarkdown(entry(html, more), { highlights: 'Highlights', note: 'Note' });
const bodyOf = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n\n# .*\n\n/, '');
const read = (text: string): Element => parseInert(reader.render(text)).body;

describe('Markdown', () => {
  it('holds code with any number of marks', () => {
    expect(markdown(`<p>Before.</p><pre>${'` '.repeat(300_000)}</pre>`)).toContain('\n```\n` `');
    expect(markdown(`<p>Before.</p><pre>\`\`\`\`</pre>`)).toContain('\n`````\n````\n`````');
  });
  it('knows a footnote’s mark with space round it, and what is none, however much space there is', () => {
    expect(markdown('<p>Before<a href="#n"> [ 1 ] </a></p><p id="n">Note</p>')).toContain('[^1]: Note');
    const far = '\t'.repeat(4_000);
    expect(footnotesToMarkers(parseInert(`<p>Before <a href="#n">${far}a${far}(</a></p><p id="n">Note</p>`).body)).toEqual([]);
  });
  it('keeps a bar in code or in an address from ending the cell', () => {
    const row = read(bodyOf(markdown('<table><tr><th>a</th><th>b</th></tr><tr><td><code>x|y</code></td><td>p | q <a href="https://mill.example/?t=1|2">r</a></td></tr></table>'))).querySelectorAll('tbody td');
    expect([...row].map((cell) => cell.textContent)).toEqual(['x|y', 'p | q r']);
    expect(row[1]!.querySelector('a')?.getAttribute('href')).toMatch(/t=1(?:\||%7C)2$/);
  });
  it('writes facts as YAML can read them, whatever characters a note has', () => {
    const facts = /^---\n([\s\S]*?)\n---/.exec(markdown('<p>x</p>', { note: 'it\u0092s\u007f \uffff' }))![1]!;
    expect(facts).toContain('note: "it\\u0092s\\u007f \\uffff"');
  });
  it.each([
    ['plain', '<p>One <em>two</em> <strong>three</strong>.</p><p>Four</p>'],
    ['signs', '<p>* not a list</p><p># no heading</p><p>1. no number 2) x</p><p>a_b_c `x` [y](z) &amp;lt; &lt;b&gt; | ~~ \\ end</p><p>+ plus</p><p>&gt; no quote</p><p>=== </p><p>---</p>'],
    ['lists', '<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul><ol start="4"><li>e</li></ol>'],
    ['code', '<pre><code class="language-js">let a = `b`;\n```\n# c</code></pre><p><code>x `y`</code></p>'],
    ['table', '<table><thead><tr><th>A|B</th><th>C</th></tr></thead><tbody><tr><td>1</td><td><p>two</p><ul><li>x</li></ul></td></tr></tbody></table>'],
    ['table without a head', '<table><caption>Of mills</caption><tr><td colspan="2">wide</td></tr><tr><td>a</td><td>b</td></tr></table>'],
    ['quotation', '<blockquote><p>a</p><ul><li>b</li></ul></blockquote>'],
    ['emphasis over blocks', '<em><p>a</p><p>b</p></em><a href="https://x.example/"><h2>c</h2></a>'],
    ['emphasis inside of words', '<p>un<b>believ</b>able, <i> spaced </i>x</p>'],
  ])('%s: the same words in the same order', (_, html) => {
    const given = entry(html);
    expect(words(textOf(read(bodyOf(markdown(html)))))).toEqual(words(given.article.text));
  });

  it('loses no word of shapes it has no room for', () => {
    const shown = textOf(read(bodyOf(markdown(ODD))));
    const count = new Map<string, number>();
    for (const word of words(shown)) count.set(word, (count.get(word) ?? 0) + 1);
    for (const word of words(entry(ODD).article.text.replaceAll('漢字', '漢 字'))) {
      expect(count.get(word) ?? 0, word).toBeGreaterThan(0);
      count.set(word, count.get(word)! - 1);
    }
  });

  it('gives tables, footnotes and pictures as such', () => {
    const text = markdown('<p>Text<sup><a href="#fn1" id="r1">1</a></sup></p><table><tr><th>A</th></tr><tr><td>1</td></tr></table><img src="https://mill.example/a.png" alt="A lamp"><ol><li id="fn1">The note. <a href="#r1">↩</a></li></ol>');
    expect(text).toContain('Text[^1]');
    expect(text).toContain('[^1]: The note.');
    expect(text).not.toContain('↩');
    const body = read(bodyOf(text));
    expect(body.querySelector('table th')?.textContent).toBe('A');
    expect(body.querySelector('img')?.getAttribute('alt')).toBe('A lamp');
    expect(body.querySelectorAll('.footnotes li')).toHaveLength(1);
  });

  it('points to pictures that lie beside it', () => {
    const given = entry('<img src="https://mill.example/a.png"><img src="https://mill.example/b.png">');
    const text = toMarkdown(given, { highlights: 'H', note: 'N', picture: (src) => (src.endsWith('a.png') ? 'pictures/the mill 1.png' : undefined) });
    expect([...read(text).querySelectorAll('img')].map((img) => img.getAttribute('src'))).toEqual(['pictures/the%20mill%201.png', 'https://mill.example/b.png']);
  });

  it('says the facts as YAML that a page cannot break out of', () => {
    const text = markdown('<p>x</p>', { tags: ['a: b', '"c"\n---'], note: 'one\n---\ntwo', favourite: true });
    const [, head] = /^---\n([\s\S]*?)\n---\n/.exec(text)!;
    const facts = Object.fromEntries(head!.split('\n').map((line) => { const at = line.indexOf(': '); return [line.slice(0, at), JSON.parse(line.slice(at + 2)) as unknown]; }));
    expect(facts).toMatchObject({ title: 'A *mill* # & "wheel": [one]', authors: ['Ines Moor'], published: '2021-02-26', saved: '2025-01-02T00:00:00.000Z', state: 'unread', favourite: true, tags: ['a: b', '"c"\n---'], note: 'one\n---\ntwo' });
  });

  it('adds what the person marked and wrote', () => {
    const text = markdown('<p>x</p>', { note: 'My own *thought*', highlights: [{ anchor: { exact: 'A passage\nof two lines', prefix: '', suffix: '', start: 0, end: 22 }, note: 'so true' }] });
    const body = read(text);
    expect(body.querySelector('blockquote')?.textContent.trim()).toContain('A passage');
    expect(body.textContent).toContain('My own *thought*');
    expect(body.textContent).toContain('so true');
  });
});
