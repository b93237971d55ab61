// @vitest-environment jsdom
/** The short form of `npm run bench:robustness`: some of our own pages, cut off and broken in every way the bench knows. */
import { describe, expect, it } from 'vitest';
import { cuts, damaged, KINDS } from '../../bench/robustness/damage.mjs';
import { extract } from '../../src/article/extract.ts';
import { parseInert } from '../../src/article/inert.ts';
import { readFixtures } from '../support/article-fixtures.ts';

/** Without their doctype: jsdom, unlike browsers, can't copy one with a broken name. */
const PAGES = readFixtures().filter((_, n) => n % 20 === 0).map((fixture) => ({ ...fixture, html: fixture.html.replace(/^<!doctype[^>]*>/i, '') }));
const KIND_NAMES = Object.keys(KINDS);
/** jsdom takes seconds over what browsers parse at once, or gives up: these are for the bench alone. */
const TOO_MUCH_FOR_JSDOM = /5,000 deep|round the page|huge attribute|many attributes|long line of nothing|doubled|structured data|meta of all kinds/;

/** What went wrong, or undefined. */
function wrongWith(html: string, url: string): string | undefined {
  const document = parseInert(html);
  const before = document.documentElement?.outerHTML;
  const result = extract(document, url, { insist: true });
  if (!result.ok && result.reason === 'failed') return 'failed';
  return document.documentElement?.outerHTML === before ? undefined : 'the page was changed';
}

describe('a page that is not whole', () => {
  it.each(PAGES)('cut off at any place: $slug', ({ html, expected }) => {
    for (const at of cuts(html.length, 8, 7)) expect(wrongWith(html.slice(0, at), expected.url), `cut at ${at}`).toBeUndefined();
  });

  it.each(KIND_NAMES.map((name, seed) => ({ name, seed })).filter(({ name }) => !TOO_MUCH_FOR_JSDOM.test(name)))('$name', ({ seed }) => {
    for (const [n, { html, expected }] of PAGES.slice(0, 4).entries()) {
      const one = seed + KIND_NAMES.length * (3 * n + (seed % 3 ? 0 : 1));
      const { html: page, done } = damaged(html, one);
      if (TOO_MUCH_FOR_JSDOM.test(done)) continue;
      expect(wrongWith(page, expected.url), `${done} (seed ${one})`).toBeUndefined();
    }
  });

  it('is damaged in the same way for the same seed, and in every way at all', () => {
    const html = '<!doctype html><html><head><title>t</title></head><body><p class="a">One &amp; two</p><div id="b">Three</div></body></html>';
    for (const [n, name] of KIND_NAMES.entries()) {
      expect(damaged(html, n), name).toEqual(damaged(html, n));
      expect(damaged(html, n).done.startsWith(name), name).toBe(true);
    }
  });
});
