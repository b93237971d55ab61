// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInert } from '../../src/article/inert.ts';
import { rebuild } from '../../src/article/rebuild.ts';
import { sanitizeHtml } from '../../src/article/sanitize.ts';
import { hostileHtml } from '../support/hostile-html.ts';

const taken = (html: string) => rebuild(parseInert(`<!doctype html><body>${html}`).body).html;

describe('taking in', () => {
  it.each([
    ['nothing of a script', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['no event and no style', '<p style="x" onclick="y">a</p>', '<p>a</p>'],
    ['the words of a form', '<form><label>words</label><button>Go</button></form>', 'words'],
    ['a link and what it must carry', '<a href="https://a.example/" target="x">a</a>', '<a href="https://a.example/" rel="noopener noreferrer">a</a>'],
    ['no script link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['a formula', '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>', '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>'],
    ['no HTML in a formula', '<math><mtext><p>a</p><img src="https://a.example/1"></mtext></math>', '<math><mtext>a</mtext></math>'],
    ['the words of unknown elements', '<x-card><b>a</b> b</x-card>', '<b>a</b> b'],
    ['text that looks like HTML as text', '<p>&lt;img src=x onerror=alert(1)&gt;</p>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ])('takes %s', (_, html, clean) => expect(taken(html)).toBe(clean));

  it('is not led astray by fields that bear the names of what it reads', () => {
    expect(taken('<form><input name="localName"><input name="attributes"><input name="childNodes"><input name="firstChild"><p>a</p></form><p>b</p>')).toBe('<p>a</p><p>b</p>');
  });

  it('keeps the words of a page nested deeper than any recursion goes', () => {
    const root = document.createElement('div');
    let inner: Element = root;
    for (let depth = 0; depth < 2_000; depth += 1) inner = inner.appendChild(document.createElement('div'));
    inner.textContent = 'deep';
    expect(rebuild(root).body.textContent).toBe('deep');
  });

  it('leaves nothing for the showing side to take away, and is settled after one go', () => {
    fc.assert(fc.property(hostileHtml, (html) => {
      const once = taken(html);
      expect(taken(once)).toBe(once);
      expect(sanitizeHtml(once)).toBe(once);
    }), { numRuns: 300 });
  });
});
