import { expect, it } from 'vitest';
import { lettersOf } from '../../../src/pages/shared/letters-of.ts';

it.each([
  ['The last lamplighters', undefined], ['Последние фонарщики', undefined], ['', undefined], ['2026', undefined],
  ['آخر موقدي الفوانيس', 'joined'], ['आखिरी दीप जलाने वाले', 'tall'], ['ผู้จุดโคมไฟคนสุดท้าย', 'tall'], ['最后的点灯人', 'square'], ['마지막 등불지기', 'square'],
  ['The word 灯 in an English title', undefined], ['iPhone の新しい灯り', 'square'],
])('"%s" is written in letters that are %s', (text, kind) => {
  expect(lettersOf(text)).toBe(kind);
});
