import { describe, expect, it } from 'vitest';
import { cleanUrl } from '../../src/url/clean.ts';

describe('cleanUrl', () => {
  it.each([
    ['https://a.example/x?utm_source=news&id=7&UTM_Medium=mail', 'https://a.example/x?id=7'],
    ['https://a.example/x?fbclid=abc', 'https://a.example/x'],
    ['https://a.example/x?b=2&a=1', 'https://a.example/x?b=2&a=1'],
    ['https://a.example/x?q=a%20b+c&gclid=1', 'https://a.example/x?q=a%20b+c'],
    ['https://a.example/x?%75tm_source=a&%zz=1', 'https://a.example/x?%zz=1'],
    ['https://a.example/x#comments', 'https://a.example/x'],
    ['https://a.example/x#:~:text=word', 'https://a.example/x#:~:text=word'],
    ['https://a.example/#!/story/4', 'https://a.example/#!/story/4'],
    ['https://a.example/#/story/4', 'https://a.example/#/story/4'],
    ['https://ada:secret@a.example/x', 'https://a.example/x'],
    ['about:blank', 'about:blank'],
    ['no address', 'no address'],
  ])('%s', (from, to) => expect(cleanUrl(from)).toBe(to));

  it('keeps what only looks like tracking', () => {
    expect(cleanUrl('https://a.example/?ref=42&source=index&utmost=1')).toBe('https://a.example/?ref=42&source=index&utmost=1');
  });
});
