// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { holdBack } from '../../../src/pages/reader/first-screens.ts';

const body = (paragraphs: number): HTMLElement => {
  const element = document.createElement('div');
  for (let n = 0; n < paragraphs; n += 1) element.append(Object.assign(document.createElement('p'), { textContent: `${n} ${'word '.repeat(100)}` }), '\n');
  return element;
};

it('leaves an article of a few screens alone', () => {
  const element = body(20);
  expect(holdBack(element)).toBeUndefined();
  expect(element.children).toHaveLength(20);
});

it('leaves the first screens of a long one standing, and puts the rest back in its order', async () => {
  const element = body(600);
  const whole = element.innerHTML;
  const putRest = holdBack(element);
  expect(element.textContent.length).toBeGreaterThan(12_000);
  expect(element.textContent.length).toBeLessThan(14_000);
  await putRest!();
  expect(element.innerHTML).toBe(whole);
});
