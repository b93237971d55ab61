import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { articleBlocks, textBlocks } from '../../src/letter/blocks.ts';
import { compose } from '../../src/letter/compose.ts';
import { htmlDocument, htmlForClipboard } from '../../src/letter/html.ts';
import { article, input, words } from './letters.ts';

const body = (html: string): HTMLElement => new JSDOM(html).window.document.body;
/** What may stand in a letter, and nothing else. */
const ALLOWED = new Set(['BODY', 'DIV', 'P', 'BR', 'HR', 'H1', 'H2', 'A', 'BLOCKQUOTE', 'PRE', 'IMG', 'SMALL']);

describe('a letter as HTML', () => {
  it('says what the letter says, in its own direction and language', () => {
    const about = article({ dir: 'rtl', language: 'ar', title: 'المرفأ' });
    const blocks = articleBlocks(body('<h2>رأس</h2><p>نص <a href="https://example.org/a">رابط</a></p><ul><li>بند</li></ul><pre>a\n b</pre>'));
    const page = body(htmlDocument(compose({ ...input({ article: about, note: 'Line one\nline two' }), blocks }, words)));
    const part = page.querySelector('[dir=rtl]')!;
    expect(part.getAttribute('lang')).toBe('ar');
    expect([...part.children].map((e) => `${e.tagName} ${e.textContent}`)).toEqual([
      'H1 المرفأ', 'P Ines Calder and Tom Reyes | The Courier | 2025-10-14', 'P https://news.example/lamps?id=7&lang=en', 'H2 رأس', 'P نص رابط', 'P • بند', 'PRE a\n b',
    ]);
    expect(page.querySelector('a[href="https://example.org/a"]')?.textContent).toBe('رابط');
    expect(page.querySelectorAll('[dir=auto]')[1]?.innerHTML).toBe('Line one<br>line two');
  });

  it('holds nothing but simple elements, harmless links and the styles written here, whatever it is made from', () => {
    const nasty = fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '</p><iframe src="https://e.example">', '&lt;b&gt;', '<!--', ']]>', 'style="x"', ' style="', '</title>', '\0', '&#0;');
    const text = fc.array(fc.oneof(nasty, fc.string({ maxLength: 6 })), { maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, text, text, (title, note, said) => {
      const letter = compose({ ...input({ article: article({ title: `T${title}`, publication: said }), note, myName: said }), blocks: textBlocks(said) }, words);
      for (const [styled, html] of [[true, htmlDocument(letter)], [false, htmlForClipboard(letter)]] as const) {
        const page = body(html);
        for (const element of [page, ...page.querySelectorAll('*')]) {
          expect(ALLOWED).toContain(element.tagName);
          for (const { name, value } of element.attributes) {
            expect(styled ? ['style', 'dir', 'lang', 'href'] : ['dir', 'lang', 'href']).toContain(name);
            if (name === 'href') expect(value).toBe('https://news.example/lamps?id=7&lang=en');
          }
        }
        expect(page.querySelector('h1')?.textContent).toBe(letter.head[0]!.runs[0]!.text);
      }
    }), { numRuns: 60 });
  });

  it('shows only the pictures that travel with it', () => {
    const blocks = [{ kind: 'picture' as const, src: 'https://p.example/1.jpg', runs: [{ text: 'A "lamp"' }] }, { kind: 'picture' as const, src: 'https://p.example/2.jpg', runs: [] }];
    const page = body(htmlDocument(compose({ ...input(), blocks }, words), (src) => (src.endsWith('1.jpg') ? 'cid:one' : undefined)));
    expect([...page.querySelectorAll('img')].map((img) => [img.getAttribute('src'), img.alt])).toEqual([['cid:one', 'A "lamp"']]);
    expect(body(htmlDocument(compose({ ...input(), blocks }, words))).querySelector('img')).toBeNull();
  });
});
