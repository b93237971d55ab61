// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { keepPresses } from '../../../src/pages/reader/early-presses.ts';

it('does a press that came before its tool, once, and lets later ones through', () => {
  document.body.innerHTML = '<button id="save"><span>Save</span></button><a id="link" href="#x">On</a>';
  const [save, link] = [document.querySelector('#save span') as HTMLElement, document.querySelector('#link') as HTMLElement];
  const done: string[] = [];
  const doPress = keepPresses();
  save.click();
  // Its tool comes while others are still loading.
  document.querySelector('#save')?.addEventListener('click', () => done.push('save'));
  link.addEventListener('click', () => done.push('link'));
  save.click();
  link.click();
  expect(done).toEqual(['link']);
  doPress();
  expect(done).toEqual(['link', 'save']);
  save.click();
  expect(done).toEqual(['link', 'save', 'save']);
});
