// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { coverSvg } from '../../src/formats/epub-cover.ts';
import { parseInert } from '../../src/article/inert.ts';

/** The lines of a cover: the place first, then the title. */
function linesOf(title: string, place = 'The Harbour Courier') {
  const lines = [...parseInert(coverSvg(title, place).replace(/^<\?.*\?>/, '')).querySelectorAll('text')];
  return lines.map((line) => ({ words: line.textContent, x: line.getAttribute('x'), size: Number(line.getAttribute('font-size')) }));
}

it('breaks a title between words, and inside one that is longer than a line', () => {
  expect(linesOf('The oven on Gull Street that belongs to everyone').map(({ words }) => words)).toEqual(['The Harbour Courier', 'The oven on Gull', 'Street that', 'belongs to', 'everyone']);
  expect(linesOf('Donaudampfschifffahrtsgesellschaft').map(({ words }) => words).slice(1)).toEqual(['Donaudampfschifffa', 'hrtsgesellschaft']);
});

it('breaks scripts without spaces between any two letters, so that no line is wider than the cover', () => {
  const lines = linesOf('柳湾最后的点灯人，让老港口彻夜不眠，and then 三十年', '港口信使报'.repeat(9));
  expect(lines.slice(1).map(({ words }) => words).join('').replace(/\s/g, '')).toBe('柳湾最后的点灯人，让老港口彻夜不眠，andthen三十年');
  // No line begins with a comma.
  expect(lines.filter(({ words }) => words.startsWith('，'))).toEqual([]);
  for (const { words, size } of lines) expect(Array.from(words).length * size * (/[a-z]/.test(words) ? 0.6 : 1), words).toBeLessThanOrEqual(960);
});

it('begins Arabic and Hebrew at the right', () => {
  expect(linesOf('آخر موقدي الفوانيس', 'بريد الميناء').map(({ x }) => x)).toEqual(['1080', '1080']);
  expect(linesOf('The oven').map(({ x }) => x)).toEqual(['120', '120']);
  expect(coverSvg('«מגדלור»', 'x')).toContain('direction="rtl">«מגדלור»');
});

it('says that there is more of a very long title', () => {
  const lines = linesOf('word '.repeat(90));
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)?.words).toMatch(/…$/);
});
