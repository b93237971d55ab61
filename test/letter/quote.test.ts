import { expect, it } from 'vitest';
import { parseInert } from '../../src/article/inert.ts';
import { quoteLink, quoteWithSource } from '../../src/letter/quote.ts';
import { article, words } from './letters.ts';
// @vitest-environment jsdom

const source = { article: article(), page: { url: '', title: '' }, quote: 'The lamp is lit.\n\nBy <b>hand</b> & early.' };

it('copies the quote with title, facts and a link that opens the page at it', () => {
  const { text, html } = quoteWithSource({ ...source, directive: 'text=The%20lamp,early.' }, words);
  expect(text).toBe('> The lamp is lit.\n>\n> By <b>hand</b> & early.\n\nThe lamps of the harbour\nInes Calder and Tom Reyes · The Courier · 2025-10-14\nhttps://news.example/lamps?id=7&lang=en#:~:text=The%20lamp,early.');
  const body = parseInert(html).body;
  expect([...body.querySelectorAll('blockquote p')].map((p) => p.textContent)).toEqual(['The lamp is lit.', 'By <b>hand</b> & early.']);
  expect(body.querySelector('a')?.getAttribute('href')).toBe('https://news.example/lamps?id=7&lang=en#:~:text=The%20lamp,early.');
  expect(body.querySelectorAll('b, script').length).toBe(0);
});
it('goes by the quote’s own words when the page is no longer open, and by no directive that is none', () => {
  expect(quoteLink(source)).toBe('https://news.example/lamps?id=7&lang=en#:~:text=The%20lamp%20is%20lit.,By%20%3Cb%3Ehand%3C%2Fb%3E%20%26%20early.');
  expect(quoteLink({ ...source, directive: 'text=a b\nc' })).toBe('https://news.example/lamps?id=7&lang=en');
  expect(quoteLink({ page: { url: 'https://a.example/b?utm_source=x', title: 'B' } })).toBe('https://a.example/b');
});
