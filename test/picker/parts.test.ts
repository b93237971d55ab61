// @vitest-environment jsdom
/** What the picked parts are, through shadow roots, and how the page is copied with them. */
import { expect, it } from 'vitest';
import { compose } from '../../src/picker/compose.ts';
import { readPicked } from '../../src/picker/reading.ts';

const LONG = 'The lamp on the quay was lit by hand until last winter, and the hand belonged to a man who was paid in herring and never once complained of it.';

it('brings the text of an open shadow root and of its slots into the copy, and leaves the page alone', () => {
  document.body.innerHTML = `<main><p>Before.</p><story-text><p slot="in">${LONG} It was slotted.</p></story-text><p>After.</p></main>`;
  const host = document.querySelector('story-text')!;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<section><h2>The lamp</h2><p>${LONG}</p><slot name="in"></slot></section>`;
  const before = document.documentElement.outerHTML;
  for (const part of [root.querySelector('section')!, host, document.querySelector('main')!]) {
    const { doc, selectors } = compose(document, [part]);
    const text = doc.querySelector(selectors[0]!)?.textContent;
    expect(text).toContain(LONG);
    expect(text).toContain('It was slotted.');
    const result = readPicked(document, 'https://quay.example/lamp', [{ what: 'body', element: part }]);
    expect(result.ok && result.article.text).toContain(LONG);
  }
  expect(document.documentElement.outerHTML).toBe(before);
});

it('finds both a part and a field that stands in it', () => {
  document.body.innerHTML = `<div id="a"><h4>A heading of its own</h4><p>${LONG}</p><p>${LONG} Twice.</p></div><p>Else.</p>`;
  const { doc, selectors } = compose(document, [document.querySelector('#a')!, document.querySelector('h4')!]);
  expect(selectors.map((selector) => doc.querySelector(selector!)?.localName)).toEqual(['div', 'h4']);
});
