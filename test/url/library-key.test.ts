import { describe, expect, it } from 'vitest';
import { libraryKey } from '../../src/url/library-key.ts';

describe('libraryKey', () => {
  it.each([
    ['https://a.example', 'http://a.example/'],
    ['https://a.example:443/x', 'http://a.example:80/x'],
    ['https://a.example/x', 'https://a.example/x#comments'],
    ['https://a.example/x', 'https://a.example/x?utm_source=mail&fbclid=1'],
    ['https://a.example/x?b=2&a=1', 'https://a.example/x?b=2&utm_medium=y&a=1'],
    ['https://a.example/x', 'https://A.EXAMPLE/x#:~:text=some%20words'],
  ])('takes %s and %s for one', (a, b) => expect(libraryKey(a)).toBe(libraryKey(b)));

  it.each([
    ['https://a.example/x', 'https://a.example/y'],
    ['https://a.example/x', 'https://b.example/x'],
    ['https://a.example/x?id=1', 'https://a.example/x?id=2'],
    ['https://a.example/x?a=1&b=2', 'https://a.example/x?b=2&a=1'],
    ['https://a.example/#/story/1', 'https://a.example/#/story/2'],
    ['https://a.example:8080/x', 'https://a.example/x'],
  ])('tells %s from %s', (a, b) => expect(libraryKey(a)).not.toBe(libraryKey(b)));

  it.each(['', 'about:blank', 'file:///x', 'javascript:alert(1)', 'nonsense'])('has none for %j', (bad) => expect(libraryKey(bad)).toBeUndefined());
});
