import { describe, expect, it } from 'vitest';
import { canonicalUrl, site } from '../../src/url/canonical.ts';

describe('canonicalUrl', () => {
  it.each([
    ['the page has none', null, 'https://a.example/x?utm_source=1', 'https://a.example/x'],
    ['another spelling on the same site', 'https://www.a.example/x', 'https://m.a.example/x?id=3', 'https://www.a.example/x'],
    ['a relative one', '/x', 'https://a.example/x?session=9', 'https://a.example/x'],
    ['another site', 'https://b.example/x', 'https://a.example/x', 'https://a.example/x'],
    ['the front page, by mistake', 'https://a.example/', 'https://a.example/story', 'https://a.example/story'],
    ['a folder above, by mistake', 'https://a.example/news/', 'https://a.example/news/story', 'https://a.example/news/story'],
    ['the article of an AMP copy', 'https://a.example/news/story', 'https://a.example/news/story/amp', 'https://a.example/news/story'],
    ['a script', 'javascript:alert(1)', 'https://a.example/x', 'https://a.example/x'],
    ['an address with a password in it', 'https://u:p@a.example/x', 'https://a.example/x', 'https://a.example/x'],
    ['plain http for a page loaded securely', 'http://a.example/y', 'https://a.example/x', 'https://a.example/y'],
    ["a neighbour's story on the same host for blogs", 'https://two.substack.com/p/y', 'https://one.substack.com/p/x', 'https://one.substack.com/p/x'],
    ['nonsense', 'http://[', 'https://a.example/x', 'https://a.example/x'],
  ])('%s', (_, candidate, visited, expected) => expect(canonicalUrl(candidate, visited)).toBe(expected));
});

describe('site', () => {
  it.each([
    ['www.a.example', 'a.example'], ['news.a.co.uk', 'a.co.uk'], ['one.blogspot.com', 'one.blogspot.com'], ['one.substack.com', 'one.substack.com'], ['one.pages.dev', 'one.pages.dev'], ['127.0.0.1', '127.0.0.1'], ['localhost', 'localhost'],
  ])('%s', (host, expected) => expect(site(host)).toBe(expected));
});
