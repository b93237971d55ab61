import { describe, expect, it } from 'vitest';
import { isPictureAddress, widest } from '../../../src/pages/reader/picture-source.ts';

describe('the largest picture', () => {
  it.each([
    ['https://a.example/s.jpg 480w, https://a.example/l.jpg 1600w, https://a.example/m.jpg 800w', 'https://a.example/l.jpg'],
    ['https://a.example/1.jpg, https://a.example/2.jpg 2x', 'https://a.example/2.jpg'],
    ['https://a.example/w_300,h_200/a.jpg 300w, https://a.example/w_900,h_600/a.jpg 900w', 'https://a.example/w_900,h_600/a.jpg'],
    ['', undefined],
  ])('of %s', (srcset, best) => { expect(widest(srcset)).toBe(best); });

  it('is told from a page by the ending of its path', () => {
    expect(isPictureAddress('https://a.example/big.JPEG?w=2000')).toBe(true);
    expect(isPictureAddress('https://a.example/story?picture=a.jpg')).toBe(false);
  });
});
