// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../src/article/text-places.ts';

const bodyOf = (html: string): HTMLElement => new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body;

describe('the text of an element, and the way back', () => {
  it('is the same however the HTML is written', () => {
    const written = placesIn(bodyOf('<p>One <b>two</b> three.</p><p>Four.</p><ul><li>Five</li><li>Six</li></ul>')).text;
    const indented = placesIn(bodyOf('\n  <p>\n   One <b>two </b>\n three.\n</p>\n\n<div><p>Four.</p></div> <ul>\n<li>Five</li>\n <li>Six</li></ul>\n')).text;
    expect(written).toBe('One two three.\nFour.\nFive\nSix');
    expect(indented.trim()).toBe(written);
  });

  it('keeps lines of code, ends a line at a break, and leaves out what is ours and how a word is spoken', () => {
    expect(placesIn(bodyOf('<pre>a\n  b</pre><p>c<br>d<button data-ours>Copy</button> <ruby>語<rt>ご</rt></ruby></p>')).text).toBe('a\n  b\nc\nd 語');
  });

  it('leads from a stretch to its nodes and back', () => {
    const body = bodyOf('<p>One \n <b>two</b> three.</p>\n<p>Four.</p>');
    const places = placesIn(body);
    for (let start = 0; start < places.text.length; start += 1) for (let end = start + 1; end <= places.text.length; end += 1) {
      const words = places.text.slice(start, end);
      if (/^[ \n]|[ \n]$/.test(words)) continue;
      const range = places.range(start, end)!;
      expect(range.toString().replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '));
      expect([places.offsetOf(range.startContainer, range.startOffset), places.offsetOf(range.endContainer, range.endOffset)]).toEqual([start, end]);
    }
    expect(places.range(7, 7)).toBeUndefined();
  });

  it('finds the place between two elements', () => {
    const body = bodyOf('<p>One.</p><p>Two.</p>');
    const places = placesIn(body);
    expect([0, 1, 2].map((n) => places.offsetOf(body, n))).toEqual([0, 5, 9]);
  });
});
