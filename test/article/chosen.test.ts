// @vitest-environment jsdom
/** Where a person has pointed, obeyed: on the page itself, on other pages of the site, and not where it has become nonsense. */
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import type { Chosen } from '../../src/article/chosen.ts';
import { lastingPlaces, readPicked } from '../../src/picker/reading.ts';
import { placesOf } from '../../src/picker/places-of-words.ts';
import { BELLS, FERRY, twoTexts } from '../support/two-texts.ts';

const FERRY_URL = 'https://parish.example/2026/small-ferry';
const BELLS_URL = 'https://parish.example/2026/two-bells';
const page = (html: string, url = FERRY_URL) => new JSDOM(html, { url }).window.document;
const read = (html: string, url: string, chosen?: Chosen) => {
  const result = extract(page(html, url), url, { chosen });
  if (!result.ok) throw new Error(result.reason);
  return result.article;
};

it('takes another text of itself, which is why somebody points', () => {
  expect(read(twoTexts(FERRY), FERRY_URL).text).toContain('orchard keeper');
});

it('reads what was pointed at, and the fields with it', () => {
  const doc = page(twoTexts(FERRY));
  const at = (selector: string) => doc.querySelector(selector)!;
  const result = readPicked(doc, FERRY_URL, [{ what: 'body', element: at('[data-component]') }, { what: 'title', element: at('h3') }, { what: 'authors', element: at('.who span') }, { what: 'published', element: at('.who i') }]);
  if (!result.ok) throw new Error(result.reason);
  const { article } = result;
  expect(article).toMatchObject({ title: FERRY.title, authors: [FERRY.author], published: '2026-05-04' });
  expect(article.text.split('\n')).toEqual(FERRY.notice);
  expect(article.provenance.body?.source).toBe('person');
  expect(doc.documentElement.outerHTML).not.toContain('data-passalong');
});

it('joins several parts in the order of the page', () => {
  const doc = page(twoTexts(FERRY));
  const [first, , third] = doc.querySelectorAll('[data-component] p');
  const result = readPicked(doc, FERRY_URL, [{ what: 'body', element: third! }, { what: 'body', element: first! }]);
  expect(result.ok && result.article.text.split('\n')).toEqual([FERRY.notice[0], FERRY.notice[2]]);
});

it('finds the like on another page of the site, with class names made anew and a strip put in before', () => {
  const doc = page(twoTexts(FERRY));
  const at = (selector: string) => doc.querySelector(selector)!;
  const places = lastingPlaces(doc, FERRY_URL, [{ what: 'body', element: at('[data-component]') }, { what: 'title', element: at('h3') }, { what: 'authors', element: at('.who span') }, { what: 'published', element: at('.who i') }])!;
  expect(Object.keys(places).toSorted()).toEqual(['authors', 'body', 'published', 'title']);
  const article = read(twoTexts(BELLS), BELLS_URL, { by: 'site', ...places });
  expect(article).toMatchObject({ title: BELLS.title, authors: [BELLS.author], published: '2026-05-11' });
  expect(article.text.split('\n')).toEqual(BELLS.notice);
  for (const field of ['body', 'title', 'authors', 'published'] as const) expect(article.provenance[field]?.source).toBe('site');
});

it('reads for itself where the place is gone, empty, or full of links, and says so', () => {
  const chosen: Chosen = { by: 'site', body: [['div.notice-text']], title: ['h3.gone'], published: ['.who b'] };
  const links = `<div class="notice-text">${Array.from({ length: 30 }, (_, n) => `<p><a href="/${n}">A heading of another page, number ${n}</a></p>`).join('')}</div>`;
  for (const before of ['', '<div class="notice-text"></div>', links, '<div class="notice-text">Few words.</div>']) {
    const article = read(twoTexts({ ...BELLS, before }), BELLS_URL, chosen);
    const plain = read(twoTexts({ ...BELLS, before }), BELLS_URL);
    expect(article.text).toBe(plain.text);
    expect(article.title).toBe(plain.title);
    expect(article.provenance.body?.source).toBe(`${plain.provenance.body?.source}:missed`);
    expect(article.provenance.title?.source).toMatch(/:missed$/);
  }
});

it('survives whatever a store could hold', () => {
  const chosen = { by: 'site', body: [['[', ':has(', '*']], title: ['*:not('], authors: [''] } as Chosen;
  expect(read(twoTexts(BELLS), BELLS_URL, chosen).text).toBe(read(twoTexts(BELLS), BELLS_URL).text);
});

it('finds where typed words stand', () => {
  const places = placesOf(page(twoTexts(FERRY)), FERRY_URL, { title: FERRY.title, authors: [FERRY.author], published: '2026-05-04' });
  const article = read(twoTexts(BELLS), BELLS_URL, { by: 'site', ...places });
  expect(article).toMatchObject({ title: BELLS.title, authors: [BELLS.author], published: '2026-05-11' });
  expect(placesOf(page(twoTexts(FERRY)), FERRY_URL, { title: 'Words that stand nowhere' })).toBeUndefined();
});
