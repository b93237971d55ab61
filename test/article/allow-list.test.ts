import { describe, expect, it } from 'vitest';
import { checkedValue } from '../../src/article/allow-list.ts';

describe('a srcset', () => {
  it.each([
    ['densities and widths', 'https://a.example/1.png 1x, https://a.example/2.png 640w', 'https://a.example/1.png 1x, https://a.example/2.png 640w'],
    ['one address alone', 'https://a.example/1.png', 'https://a.example/1.png'],
    ['no space after a comma', 'https://a.example/1.png 1x,https://a.example/2.png 2x', 'https://a.example/1.png 1x, https://a.example/2.png 2x'],
    ['a comma within an address', 'https://a.example/w_300,h_200/1.png 300w, https://a.example/w_600,h_400/1.png 600w', 'https://a.example/w_300,h_200/1.png 300w, https://a.example/w_600,h_400/1.png 600w'],
    ['commas too many', ', https://a.example/1.png, ,https://a.example/2.png 2x,', 'https://a.example/1.png, https://a.example/2.png 2x'],
    ['an unknown descriptor', 'https://a.example/1.png wide, https://a.example/2.png 2x', 'https://a.example/2.png 2x'],
    ['nothing from the web', 'data:image/png;base64,AAAA 1x, javascript:x 2x', undefined],
  ])('with %s', (_, given, kept) => expect(checkedValue('img', 'srcset', given)).toBe(kept));

  // Read with looking back, each of these would take minutes.
  it.each([
    ['one long word', `${'a'.repeat(300_000)} b`, undefined],
    ['many of them', 'a ,'.repeat(100_000), undefined],
    ['an address full of commas', `https://a.example/${','.repeat(300_000)}1.png 2x`, `https://a.example/${','.repeat(300_000)}1.png 2x`],
  ])('of any length is read in one go: %s', (_, given, kept) => expect(checkedValue('img', 'srcset', given)).toBe(kept));
});
