// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeHtml, toNodes } from '../../src/article/sanitize.ts';
import { hostileHtml } from '../support/hostile-html.ts';

describe('sanitizeHtml', () => {
  it.each([
    ['a script', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['an event attribute', '<img src="https://a.example/x.png" onerror="alert(1)">', '<img src="https://a.example/x.png">'],
    ['a style attribute', '<p style="position:fixed">a</p>', '<p>a</p>'],
    ['a form', '<form action="/x"><input name=a>words<button>Go</button></form>', 'words'],
    ['a frame', '<iframe src="https://a.example"></iframe><p>a</p>', '<p>a</p>'],
    ['a script link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['a script link in disguise', '<a href=" java&#10;script:alert(1)">a</a>', '<a>a</a>'],
    ['a data link', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['an SVG picture as data', '<img src="data:image/svg+xml,x">', '<img>'],
    ['a foreign class', '<p class="lead hero language-x">a</p>', '<p class="lead language-x">a</p>'],
    ['data attributes', '<p data-x="1" aria-label="y">a</p>', '<p>a</p>'],
    ['a meta refresh', '<meta http-equiv=refresh content=0><base href="https://b.example"><p>a</p>', '<p>a</p>'],
    ['svg', '<svg><a href="javascript:x"><text>a</text></a></svg><p>b</p>', '<p>b</p>'],
    ['a bad srcset', '<img srcset="javascript:x 1x, https://a.example/1.png 2x, data:x 3x">', '<img srcset="https://a.example/1.png 2x">'],
  ])('takes out %s', (_, html, clean) => expect(sanitizeHtml(html)).toBe(clean));

  it.each([
    ['a link', '<a href="https://a.example/">a</a>', '<a href="https://a.example/" rel="noopener noreferrer">a</a>'],
    ['a mail link', '<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example" rel="noopener noreferrer">a</a>'],
    ['a footnote and its way back', '<a href="#n1" id="r1">1</a><p id="n1">x</p>', '<a href="#a-n1" id="a-r1">1</a><p id="a-n1">x</p>'],
    ['a picture in the text', '<img src="data:image/png;base64,AAAA" alt="x">', '<img src="data:image/png;base64,AAAA" alt="x">'],
    ['a picture from the library', '<img src="blob:https://a.example/1">', '<img src="blob:https://a.example/1">'],
    ['a table', '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>', '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>'],
    ['a formula', '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>', '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>'],
    ['a date', '<time datetime="2021-02-26">then</time>', '<time datetime="2021-02-26">then</time>'],
  ])('keeps %s', (_, html, clean) => expect(sanitizeHtml(html)).toBe(clean));

  it('is settled after one go, whatever comes in', () => {
    fc.assert(fc.property(hostileHtml, (html) => {
      const once = sanitizeHtml(html);
      expect(sanitizeHtml(once)).toBe(once);
      const holder = document.createElement('div');
      holder.append(toNodes(once, document));
      expect(holder.innerHTML).toBe(once);
      expect(holder.querySelector('script, style, iframe, form, input, svg, [onclick], [onerror], [style], [href^="javascript"]')).toBeNull();
    }), { numRuns: 400 });
  });
});
