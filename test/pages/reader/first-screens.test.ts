// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { holdBack, lettersSeen } from '../../../src/pages/reader/first-screens.ts';

const body = (paragraphs: number): HTMLElement => {
  const element = document.createElement('div');
  for (let n = 0; n < paragraphs; n += 1) element.append(Object.assign(document.createElement('p'), { textContent: `${n} ${'word '.repeat(100)}` }), '\n');
  return element;
};

it('leaves an article of a few screens alone', () => {
  const element = body(20);
  expect(holdBack(element, 12_000)).toBeUndefined();
  expect(element.children).toHaveLength(20);
});

it('leaves the first screens of a long one standing, and puts the rest back in its order', async () => {
  const element = body(600);
  const whole = element.innerHTML;
  const putRest = holdBack(element, 12_000);
  expect(element.textContent.length).toBeGreaterThan(12_000);
  expect(element.textContent.length).toBeLessThan(14_000);
  await putRest!();
  expect(element.innerHTML).toBe(whole);
});

it('keeps more the taller the window, the smaller the type and the wider the column', () => {
  const usual = lettersSeen({ textSize: 20, column: 'middle' }, 900);
  // A column of some seventy letters, a window of some thirty lines: with room to spare, and not the whole of a long article.
  expect(usual).toBeGreaterThan(70 * 30);
  expect(usual).toBeLessThan(2 * 70 * 30);
  expect(lettersSeen({ textSize: 20, column: 'middle' }, 2_160)).toBeGreaterThan(2 * usual);
  expect(lettersSeen({ textSize: 15, column: 'middle' }, 900)).toBeGreaterThan(usual);
  expect(lettersSeen({ textSize: 20, column: 'wide' }, 900)).toBeGreaterThan(usual);
});
