// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { boxShortNumbers } from '../../../src/pages/shared/upright-numbers.ts';

function boxed(html: string): readonly string[] {
  document.body.innerHTML = html;
  const { textContent } = document.body;
  boxShortNumbers(document.body);
  expect(document.body.textContent).toBe(textContent);
  return [...document.querySelectorAll('.short')].map((box) => box.textContent);
}

it.each([
  ['料金は12円、子どもは3人。', ['12', '3']],
  ['5月の第 2 土曜', ['5', '2']],
  ['1953年、120円', []],
  ['気温は3.5度、A4の紙、page 7', []],
  ['本当か!? そうだ!', ['!?', '!']],
  ['<b>12</b>円', ['12']],
  ['<code>12</code><ruby>灯<rt>12</rt></ruby>', []],
] as const)('%s', (html, short) => expect(boxed(html)).toEqual(short));
