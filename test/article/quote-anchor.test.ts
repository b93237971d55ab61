import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, locate } from '../../src/article/quote-anchor.ts';

const TEXT = [
  'The ferry left before the bread was out of the oven. Nobody thought that strange.',
  'She had counted the steps of the lighthouse so often that her knees knew the number.',
  'Nobody thought that strange. The map shows every apple tree and only two of the streets.',
].join('\n');
const mark = (words: string, from = 0, text = TEXT) => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`no "${words}"`);
  return anchorOf(text, { start, end: start + words.length });
};
const found = (text: string, anchor: ReturnType<typeof mark>): string | undefined => {
  const place = locate(text, anchor);
  return place && text.slice(place.start, place.end);
};

describe('a passage named by its words', () => {
  it('is found where it was', () => {
    fc.assert(fc.property(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 60 }), (start, length) => {
      const end = Math.min(TEXT.length, start + length);
      fc.pre(TEXT.slice(start, end).trim() !== '');
      expect(locate(TEXT, anchorOf(TEXT, { start, end }))).toEqual({ start, end });
    }));
  });

  it('is told from the same words elsewhere by what stands around them, however the text has moved', () => {
    const second = mark('Nobody thought that strange.', 100);
    const moved = `A new first paragraph that the paper has added since.\n${TEXT}`;
    expect(locate(moved, second)).toEqual({ start: moved.lastIndexOf('Nobody'), end: moved.lastIndexOf('Nobody') + 28 });
    expect(locate(moved, mark('Nobody thought that strange.'))?.start).toBe(moved.indexOf('Nobody'));
  });

  it('is found when a word in it was corrected, or the lines break elsewhere', () => {
    const anchor = mark('counted the steps of the lighthouse so often that her knees');
    expect(found(TEXT.replace('so often', 'so very often').replace('lighthouse', 'light-house'), anchor)).toMatch(/^counted .* knees$/);
    const across = mark('that strange.\nShe had counted');
    expect(found(TEXT.replaceAll('\n', ' '), across)).toBe('that strange. She had counted');
  });

  it('is found by its two ends when it is long and its middle was rewritten', () => {
    const long = `First came the flood. ${'They carried the flour on sledges made from doors, one by one. '.repeat(12)}Last of all came the thaw and the mud.`;
    const anchor = mark(long.slice(0, -1), 0, `Before it stood this.\n${long}\nAfter it stood that.`);
    const changed = `Before it stood this.\n${long.replaceAll('one by one', 'in rows')}\nAfter it stood that.`;
    expect(found(changed, anchor)).toMatch(/^First came the flood\. .*thaw and the mud$/);
  });

  it('is not found in a text that does not hold it', () => {
    expect(locate('Quite another story about a garden, a dog and nine Sundays in a row.', mark('counted the steps of the lighthouse'))).toBeUndefined();
    expect(locate('', mark('counted'))).toBeUndefined();
    expect(locate(TEXT, { exact: '  ', prefix: '', suffix: '', start: 0, end: 2 })).toBeUndefined();
  });

  it('keeps characters of two halves whole in its surroundings', () => {
    const text = `${'😀'.repeat(60)}here${'😀'.repeat(60)}`;
    const anchor = anchorOf(text, { start: 120, end: 124 });
    expect([anchor.prefix, anchor.suffix].some((words) => /\p{Cs}/u.test(words))).toBe(false);
    expect(locate(text, anchor)).toEqual({ start: 120, end: 124 });
  });
});
