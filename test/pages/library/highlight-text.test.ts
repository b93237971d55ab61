import { describe, expect, it } from 'vitest';
import { highlightText, shownWords } from '../../../src/pages/library/highlight-text.ts';

const anchor = (exact: string) => ({ exact, prefix: '', suffix: '', start: 0, end: exact.length });

describe('a highlight as words', () => {
  it('says the passage, the note, and where it comes from, without what follows people around', () => {
    const source = { title: 'The ferry', url: 'https://www.harbour.example/ferry?utm_source=x', siteName: 'Harbour' };
    expect(highlightText([{ anchor: anchor(' The bread was out. '), note: ' Ask Papa. ' }, { anchor: anchor('With flour'), note: '' }], source))
      .toBe('“The bread was out.”\nAsk Papa.\n\n“With flour”\n\nThe ferry, Harbour\nhttps://www.harbour.example/ferry');
    expect(highlightText([{ anchor: anchor('With flour'), note: '' }], undefined)).toBe('“With flour”');
  });

  it('shows a short passage whole, of a long one its beginning or the place of the first word found', () => {
    expect(shownWords('The Café', ['cafe'])).toEqual({ text: 'The Café', marks: [[4, 8]] });
    const long = `${'word '.repeat(400)}thimble ${'word '.repeat(400)}`;
    const beginning = shownWords(long, []);
    expect(beginning.text).toMatch(/^word word/);
    expect(beginning.text).toMatch(/word…$/);
    const { text, marks } = shownWords(long, ['thimble']);
    expect(text).toMatch(/^…word/);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['thimble']);
    expect(text.length).toBeLessThan(710);
    const unbroken = shownWords('😀'.repeat(600), []).text;
    expect(unbroken).toMatch(/^(?:😀)+…$/u);
  });
});
