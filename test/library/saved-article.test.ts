import { describe, expect, it } from 'vitest';
import { parseSaved } from '../../src/library/saved-article.ts';

const row = { id: 1, uid: 'u', url: 'https://a.example/x', title: 'A title', savedAt: 10, updatedAt: 20 };

describe('a stored row', () => {
  it.each([1e300, 8.64e15, Infinity, NaN, -1, '10', undefined])('with the time %s is damaged, since no calendar can write it', (savedAt) => {
    expect(parseSaved({ ...row, savedAt })).toBeUndefined();
  });
  it('forgets the other times that can not be', () => {
    const saved = parseSaved({ ...row, updatedAt: 1e300, removedAt: 1e300 });
    expect(saved?.updatedAt).toBe(10);
    expect(saved).not.toHaveProperty('removedAt');
  });
});
