/** The index's lists: read the quick way and the plain way, they say the same. */
import { describe, expect, it } from 'vitest';
import { addPostings } from '../../src/library/search/adding.ts';
import { countOf, gatherDocuments, placeOf, postingsIn, termsIn, writeSegment } from '../../src/library/search/segment.ts';
import { randomNumbers } from '../support/random-numbers.ts';

/** A segment whose lists have steps and counts of one byte and of two, in several blocks. */
function segment() {
  const random = randomNumbers(77);
  const words = Array.from({ length: 3_000 }, (_, n) => (n + 40).toString(36) + 'x'.repeat(n % 7));
  const documents = Array.from({ length: 900 }, (_, id) => ({
    id, length: 30, counts: new Map(Array.from({ length: 30 }, () => [words[Math.floor(words.length * random() ** 3)] ?? '', Math.ceil(300 * random() ** 8)] as const)),
  }));
  return writeSegment(1, gatherDocuments(documents)).blocks.map(({ block }) => block);
}

describe('a list', () => {
  it('adds up to what stands in it', () => {
    let entries = 0;
    for (const { terms, bytes } of segment()) {
      for (const { from, to } of termsIn({ terms, bytes })) {
        const expected = new Float32Array(900).fill(2);
        for (const each of postingsIn(bytes, from, to)) {
          expected[placeOf(each)] = (expected[placeOf(each)] ?? 0) + countOf(each) * 0.5;
          entries += 1;
        }
        const sums = new Float32Array(900).fill(2);
        addPostings(bytes, from, to, sums, 0.5);
        expect(sums).toEqual(expected);
      }
    }
    expect(entries).toBeGreaterThan(10_000);
  });

  it('that was cut off is called damaged', () => {
    const sums = new Float32Array(9);
    for (const bytes of [[0x83], [0x02], [0x02, 0x85]]) expect(() => addPostings(Uint8Array.from(bytes), 0, bytes.length, sums, 1)).toThrow(/ends within a number/);
    expect(() => addPostings(Uint8Array.from([0x83, 0x80, 0x80]), 0, 3, sums, 1)).toThrow(/ends within a number/);
    // What follows it in the block is another list's.
    expect(() => addPostings(Uint8Array.from([0x83, 0x01]), 0, 1, sums, 1)).toThrow(/ends within a number/);
  });
});

describe('terms of a block', () => {
  it('that begin so are those of all terms that do, with the same lists', () => {
    const blocks = segment();
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) {
      const all = termsIn(block);
      expect(all.at(-1)?.to).toBe(block.bytes.length);
      const beginnings = new Set(['', 'zzzz', '!', ...all.flatMap(({ term }) => [term, term.slice(0, 1), term.slice(0, 2)])]);
      for (const beginning of beginnings) expect(termsIn(block, beginning)).toEqual(all.filter(({ term }) => term.startsWith(beginning)));
    }
  });
});
