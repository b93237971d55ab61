import '../../support/extension-page.ts';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/article.ts';
import { PRACTICE_ARTICLE } from '../../../src/pages/library/practice-article.ts';
import { counted, sizeWords, troubleWords } from '../../../src/pages/library/words.ts';

describe('words of the library', () => {
  it('counts', () => {
    expect([0, 1, 2, 1234].map((n) => counted('libCountOne', 'libCountMany', n))).toEqual(['0 articles', '1 article', '2 articles', '1,234 articles']);
  });

  it.each([
    [0, '0 bytes'], [1, '1 byte'], [999, '999 bytes'], [1000, '1 kB'], [673_400, '673 kB'], [3_140_000, '3.1 MB'], [214_000_000, '214 MB'], [2_500_000_000, '2.5 GB'], [9e15, '9,000 TB'],
  ])('says %i bytes as %s', (bytes, words) => expect(sizeWords(bytes, 'en')).toBe(words));

  it('has a sentence for every trouble', () => {
    for (const reason of ['full', 'gone', 'blocked', 'damaged', 'failed'] as const) expect(troubleWords(reason)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the practice article', () => {
  it('is an article like any other', () => expect(parseArticle(PRACTICE_ARTICLE)).toEqual(PRACTICE_ARTICLE));

  it('says in its text what its body says, and counts its words', () => {
    const body = PRACTICE_ARTICLE.html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
    expect(PRACTICE_ARTICLE.text.replace(/\s+/g, ' ')).toBe(body);
    expect(PRACTICE_ARTICLE.wordCount).toBe(body.split(' ').length);
  });
});
