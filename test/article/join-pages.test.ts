// @vitest-environment jsdom
/** An article in several pages becomes one: in order, no heading twice, nothing missing. */
import { expect, it } from 'vitest';
import { joinPages } from '../../src/article/join-pages.ts';
import { parseArticle, type Article } from '../../src/article/article.ts';

const nodesOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

function page(number: number, html: string, more: Partial<Article> = {}): Article {
  const text = nodesOf(html.replace(/<\/(p|h\d|li)>/g, '\n')).body.textContent.trim();
  return parseArticle({
    url: 'https://courier.example/lamps', sourceUrl: `https://courier.example/lamps?page=${number}`, title: 'The lamps of Sallow Bay', html, text,
    wordCount: 10, kept: { paragraphs: 2, pictures: 0, embeds: 0, tables: 0 }, nextPage: `https://courier.example/lamps?page=${number + 1}`, ...more,
  })!;
}
const one = page(1, '<p>The first lamp was lit in 1888.</p><h2>A brass key</h2><p>It opens nothing any more.<a href="#n1">1</a></p><p id="n1">A note.</p><p>Page 1 of 3</p>');
const two = page(2, '<div><h1>The lamps of Sallow Bay</h1><p>Page 2 of 3</p><h2>The lee side</h2><p>Four lamps stand there.<a href="#n1">1</a></p><p id="n1">Another note.</p></div>');
const three = page(3, '<h2>The lee side</h2><p>And the last of them is dark.</p><p>Page 3 of 3</p>');

it('joins in order, keeps every sentence once', () => {
  const whole = joinPages([one, two, three], document);
  const text = nodesOf(whole.html).body.textContent;
  const sentences = ['The first lamp was lit in 1888.', 'A brass key', 'It opens nothing any more.', 'The lee side', 'Four lamps stand there.', 'And the last of them is dark.'];
  const places = sentences.map((sentence) => text.indexOf(sentence));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const sentence of sentences) {
    expect(text.split(sentence), sentence).toHaveLength(2);
    expect(whole.text.split(sentence), sentence).toHaveLength(2);
  }
});

it('drops what every page repeats: the title, the running count', () => {
  const { html, text } = joinPages([one, two, three], document);
  for (const words of ['The lamps of Sallow Bay', 'Page 2 of 3', 'Page 3 of 3']) {
    expect(html).not.toContain(words);
    expect(text).not.toContain(words);
  }
});

it('keeps footnotes apart, sums what was counted, and knows no further page', () => {
  const whole = joinPages([one, two, three], document);
  const made = nodesOf(whole.html);
  const ids = [...made.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const link of made.querySelectorAll('a')) expect(made.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
  expect(whole.wordCount).toBe(30);
  expect(whole.kept.paragraphs).toBe(6);
  expect(whole.nextPage).toBeUndefined();
});

it('leaves alone what repeats in the middle of the text: a refrain is no heading', () => {
  const refrain = '<p>Light the lamp.</p>';
  const long = (words: string) => Array.from({ length: 7 }, (_, n) => `<p>${words} ${n}.</p>`).join('');
  const whole = joinPages([page(1, long('One') + refrain), page(2, long('Two') + refrain + long('Three'))], document);
  expect(whole.html.split('Light the lamp.')).toHaveLength(3);
});
