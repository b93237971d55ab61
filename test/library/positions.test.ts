import { describe, expect, it } from 'vitest';
import { DRAFT_LIFE, keepPosition, positionOf, prunePositions, saveArticle } from '../../src/library/library.ts';
import { articleAt, freshLibrary, spoil, value } from './support.ts';

freshLibrary();
const PLACE = { at: 120, words: 'the bread was out of the oven', part: 0.4 };

describe('how far somebody has read', () => {
  it('is kept by the address, however it is written, and the last word counts', async () => {
    await keepPosition('https://a.example/one?utm_source=x', { ...PLACE, at: 3 }, 1);
    await keepPosition('https://a.example/one', PLACE, 2);
    expect(await positionOf('https://a.example/one')).toEqual(PLACE);
    expect(await positionOf('https://a.example/two')).toBeUndefined();
    expect(await positionOf('about:blank')).toBeUndefined();
  });

  it('goes after a week with what was only read, and stays with what was saved meanwhile', async () => {
    await keepPosition('https://a.example/read', PLACE, 1_000);
    await keepPosition('https://a.example/saved-later', PLACE, 1_000);
    await saveArticle(articleAt('https://a.example/saved-later'), 2_000);
    expect(value(await prunePositions(1_000 + DRAFT_LIFE - 1))).toBe(0);
    expect(await positionOf('https://a.example/read')).toEqual(PLACE);
    expect(value(await prunePositions(1_000 + DRAFT_LIFE))).toBe(1);
    expect(await positionOf('https://a.example/read')).toBeUndefined();
    expect(value(await prunePositions(1_000 + 9 * DRAFT_LIFE))).toBe(0);
    expect(await positionOf('https://a.example/saved-later')).toEqual(PLACE);
  });

  it('is forgotten when it is damaged', async () => {
    await keepPosition('https://a.example/one', PLACE, 1);
    await spoil('positions', 'a.example/one', (record) => ({ ...record, at: 'here' }));
    expect(await positionOf('https://a.example/one')).toBeUndefined();
  });
});
