import { expect, it } from 'vitest';
import { isDirective, quoteDirective, withDirective } from '../../src/url/text-fragment.ts';

it('names a short quote whole, and what would mean something else is encoded', () => {
  expect(quoteDirective('half-past two, & “later”')).toBe('text=half%2Dpast%20two%2C%20%26%20%E2%80%9Clater%E2%80%9D');
  expect(quoteDirective('  \n ')).toBeUndefined();
});
it('names a long quote, or one of several paragraphs, by its two ends', () => {
  const words = (from: number) => Array.from({ length: 40 }, (_, i) => `word${from + i}`).join(' ');
  expect(quoteDirective(words(0))).toBe('text=word0%20word1%20word2%20word3%20word4%20word5,word34%20word35%20word36%20word37%20word38%20word39');
  expect(quoteDirective('One line.\n\nAnother line.')).toBe('text=One%20line.,Another%20line.');
  const chinese = quoteDirective('差二十分五点，玛丽从门边的钉子上取下铜钥匙。'.repeat(8), 'zh')!;
  expect(chinese.length).toBeLessThan(400);
  expect(decodeURIComponent(chinese)).toMatch(/^text=差二十分五点/);
  expect(isDirective(chinese)).toBe(true);
});
it('puts it behind the address and leaves the rest of the address alone', () => {
  expect(withDirective('https://a.example/b?c=1', 'text=d')).toBe('https://a.example/b?c=1#:~:text=d');
  expect(withDirective('https://a.example/b#/route:~:text=old', 'text=d')).toBe('https://a.example/b#/route:~:text=d');
  for (const bad of ['text=a b', 'text=a\nb', 'text=a#b', 'text=a&text=b', 'x=1', '', undefined, `text=${'a'.repeat(3000)}`]) expect(withDirective('https://a.example/b', bad)).toBe('https://a.example/b');
});
