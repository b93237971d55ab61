// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { sanitizeHtml } from '../../src/article/sanitize.ts';
import { passedOn } from '../../src/letter/passed-on.ts';
import { article } from './letters.ts';

it('an article in a file of its own has clean links, by the thorough list too, and is otherwise the same', () => {
  const html = sanitizeHtml('<p>See <a href="https://youtu.be/abc?si=xyz&amp;t=4">the film</a>, <a href="#fn1">a note</a> and <a href="https://example.org/?page=2#part">page two</a>.</p>');
  const given = article({ html, url: 'https://news.example/a?utm_source=mail&id=7', sourceUrl: 'https://news.example/a?fbclid=1&id=7' });
  const { html: clean, url, sourceUrl, ...rest } = passedOn(given);
  expect(clean).toBe(html.replace('si=xyz&amp;', ''));
  expect(clean).not.toBe(html);
  expect([url, sourceUrl]).toEqual(['https://news.example/a?id=7', 'https://news.example/a?id=7']);
  const { html: _html, url: _url, sourceUrl: _source, ...before } = given;
  expect(rest).toEqual(before);
});
