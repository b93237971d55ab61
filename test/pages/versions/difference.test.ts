import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, type Difference } from '../../../src/pages/versions/difference.ts';

/** As one line: what is gone in brackets, what is new in braces, paragraphs apart by a bar. */
const drawn = ({ paragraphs }: Difference) =>
  paragraphs.map(({ pieces }) => pieces.map(({ kind, text }) => ({ same: text, gone: `[${text}]`, new: `{${text}}` })[kind]).join('')).join(' | ');
const text = (difference: Difference, without: 'gone' | 'new') =>
  difference.paragraphs.map(({ pieces }) => pieces.flatMap((piece) => (piece.kind === without ? [] : [piece.text])).join('')).filter((each) => each.trim() !== '').join('\n');

describe('differenceOf', () => {
  it('marks the words that were changed, and only those', () => {
    expect(drawn(differenceOf('The tram ran at nine.\nIt was red.', 'The tram ran at ten.\nIt was red.'))).toBe('The tram ran at [nine]{ten}. | It was red.');
  });

  it('takes neighbouring words for one change', () => {
    expect(drawn(differenceOf('She sold the old brick house in spring.', 'She sold a new wooden cabin in spring.'))).toBe('She sold [the old brick house]{a new wooden cabin} in spring.');
  });

  it('shows paragraphs that came and went, and those in between as they were', () => {
    const before = 'First of all.\nThe lamp was lit.\nThe end.';
    const now = 'First of all.\nA correction was made on Monday.\nThe lamp was lit.';
    const found = differenceOf(before, now);
    expect(drawn(found)).toBe('First of all. | {A correction was made on Monday.} | The lamp was lit. | [The end.]');
    expect([found.added, found.removed]).toEqual([6, 2]);
  });

  it('pairs a changed paragraph with itself, not with its neighbour', () => {
    expect(drawn(differenceOf('Rain fell on the harbour all day long.\nNobody came.', 'Ships were waiting.\nRain fell on the harbour all night long.\nNobody came.')))
      .toBe('{Ships were waiting.} | Rain fell on the harbour all [day]{night} long. | Nobody came.');
  });

  it('finds words where none are set apart', () => {
    const found = differenceOf('東京は今日晴れです。', '東京は今日雨です。', 'ja');
    expect(text(found, 'new')).toBe('東京は今日晴れです。');
    expect(found.paragraphs[0]?.kind).toBe('changed');
    expect(found.paragraphs[0]?.pieces.some(({ kind, text: words }) => kind === 'same' && words.includes('今日'))).toBe(true);
  });

  it('is not put off by a language that is none', () => {
    expect(drawn(differenceOf('One two.', 'One three.', 'not a language!'))).toBe('One [two]{three}.');
  });

  it('gives back both texts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('tram', 'lamp', ' ', '. ', 'ñandú', '\n', '港', 'ก', '—', 'a', '1990'), { maxLength: 60 }).map((all) => all.join(''));
    const flat = (each: string) => each.split('\n').filter((line) => line.trim() !== '').join('\n');
    fc.assert(fc.property(words, words, (before, now) => {
      const found = differenceOf(before, now);
      expect(text(found, 'new')).toBe(flat(before));
      expect(text(found, 'gone')).toBe(flat(now));
    }), { numRuns: 300 });
  });
});
