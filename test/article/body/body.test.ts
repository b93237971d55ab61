// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { worthOf } from '../../../src/article/body/scorer.ts';
import { articleOf, linesOf, page, paragraphs, PROSE } from '../support.ts';

const htmlOf = (inside: string): string => articleOf(page(`<div>${paragraphs()}${inside}${paragraphs('de')}</div>`)).html;
const EN = PROSE['en'] ?? [];

describe('paragraphs', () => {
  it.each([
    ['between double breaks', EN.join('<br><br>')],
    ['between breaks with blanks', EN.join('<br> &nbsp;<br/>\n')],
    ['inside a font element', `<font size=2>${EN.join('<br><br>')}</font>`],
    ['inside nested spans', `<span><span>${EN.join('<br><br>')}</span></span>`],
    ['beside blocks', `${EN[0]}<div>${EN[1]}</div>${EN[2]}`],
    ['in one paragraph element', `<p>${EN.join('<br><br>')}</p>`],
  ])('%s become real ones', (_, body) => {
    const article = articleOf(page(`<div>${body}</div>`));
    expect(article.text.split('\n')).toEqual(EN);
  });

  it('a single break is a line of the same paragraph', () => {
    const article = articleOf(page(`<div>${paragraphs()}<p>Turn, wheel,<br>turn, stone,<br>bread for the town.</p></div>`));
    expect(article.html).toContain('Turn, wheel,<br>turn, stone,<br>bread for the town.');
  });
});

describe('pictures', () => {
  it.each([
    ['a lazy one', '<img src="data:image/gif;base64,R0lGOD" data-src="/wheel.jpg">', 'https://paper.example/wheel.jpg'],
    ['another lazy one', '<img data-original="wheel.jpg">', 'https://paper.example/town/wheel.jpg'],
    ['one with candidates only', '<img srcset="/s.jpg 300w, /l.jpg 900w">', 'https://paper.example/l.jpg'],
    ['one behind a placeholder', '<img src="/img/blank.gif" data-srcset="/s.jpg 1x, /l.jpg 2x">', 'https://paper.example/l.jpg'],
    ['one in a picture element', '<picture><source data-srcset="/l.webp 2x"><img src="data:image/svg+xml,x"></picture>', 'https://paper.example/l.webp'],
    ['one whose copy is in noscript', '<img class=lazy src="data:image/gif;base64,x"><noscript>&lt;img src="/wheel.jpg"&gt;</noscript>', 'https://paper.example/wheel.jpg'],
    ['one with a comma in its address', '<img srcset="/w_300,h_200/a.jpg 1x">', 'https://paper.example/w_300,h_200/a.jpg'],
  ])('%s is resolved', (_, html, src) => expect(htmlOf(`<p>${html}</p>`)).toContain(`src="${src}"`));

  it.each(['<img src="/count.gif" width="1" height="1">', '<img src="data:image/gif;base64,R0lGOD">', '<img>'])('%s goes', (html) => expect(htmlOf(`<p>${html}</p>`)).not.toContain('<img'));

  it('captions are shown and are no text', () => {
    const article = articleOf(page(`<div>${paragraphs()}<figure><img src="/w.jpg"><figcaption>The wheel in spring</figcaption></figure>${paragraphs('de')}</div>`));
    expect(article.html).toContain('<figcaption>The wheel in spring</figcaption>');
    expect(article.text).not.toContain('The wheel in spring');
  });
});

describe('what belongs to the text', () => {
  it.each([
    ['a quotation', '<blockquote><p>It sings when it is happy.</p></blockquote>', '<blockquote><p>It sings when it is happy.</p></blockquote>'],
    ['a list', '<ul><li>Stone of granite, dressed twice a year.</li><li>Wheel of oak.</li></ul>', '<li>Wheel of oak.</li>'],
    ['a table', '<table><tr><th>Part</th><th>Wood</th></tr><tr><td>Wheel</td><td>Oak</td></tr></table>', '<td>Oak</td>'],
    ['code with its lines', '<pre><code>turn(\n  wheel\n)</code></pre>', 'turn(\n  wheel\n)'],
    ['a formula', '<p>Its power is <math><mi>P</mi><mo>=</mo><mi>Q</mi></math>, as every miller knows.</p>', '<math><mi>P</mi><mo>=</mo><mi>Q</mi></math>'],
    ['a definition', '<dl><dt>Race</dt><dd>The channel that leads to the wheel.</dd></dl>', '<dd>The channel that leads to the wheel.</dd>'],
    ['folded text', '<details><summary>How the stone is dressed</summary><p>With a pick, line by line, from the eye to the skirt of the stone.</p></details>', '<summary>How the stone is dressed</summary>'],
    ['a heading', '<h2>The second year</h2>', '<h2>The second year</h2>'],
    ['a footnote', '<p>The race is older<sup><a href="#n1" id="r1">1</a></sup> than the house.</p>', '<a href="#a-n1" id="a-r1">1</a>'],
    ['a link, made whole', '<p>See <a href="../other?id=1">the other mill</a>, two miles up the same river.</p>', 'href="https://paper.example/other?id=1"'],
    ['a video as a link', '<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk" title="The wheel turns"></iframe>', '<p class="embed"><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener noreferrer">The wheel turns</a></p>'],
    ['a sound as a link', '<audio controls src="/wheel.mp3"></audio>', 'href="https://paper.example/wheel.mp3"'],
  ])('%s', (_, html, kept) => expect(htmlOf(html)).toContain(kept));

  it('an advertising frame does not', () => expect(htmlOf('<iframe src="https://ads.example/x"></iframe>')).not.toContain('ads.example'));
});

describe('where the body is', () => {
  it('a paragraph is worth as much with a footnote’s mark behind its full stop', () => {
    const worth = (text: string): number => worthOf({ element: document.createElement('p'), text, linked: 0, tag: 'p' });
    const text = 'The signal box at Fennick Halt is painted every nine years in the same blue as in the year in which it was built.';
    expect(worth(`${text}[1]`)).toBeGreaterThan(worth(text) - 1);
  });

  it('the longest text, not the longest list of links', () => {
    const links = Array.from({ length: 80 }, (_, n) => `<li><a href="/${n}">Another story about mill number ${n}, its owner and its wheel</a></li>`).join('');
    expect(linesOf(page(`<div class="a"><ul>${links}</ul></div><div class="b">${paragraphs()}</div>`))).toEqual(EN);
  });

  it('not the comments, even when they are longer', () => {
    const comments = Array.from({ length: 12 }, (_, n) => `<div class="comment"><p>I have seen number ${n} turn myself, and I can say, without hesitation, that it was a sight worth the long way up.</p></div>`).join('');
    expect(linesOf(page(`<div class="text">${paragraphs()}</div><section class="comments">${comments}</section>`))).toEqual(EN);
  });

  it('a standfirst in a box of its own belongs to it', () => {
    const lede = 'A carpenter has brought back a sound that the town had forgotten for forty years.';
    expect(linesOf(page(`<header class="intro"><p>${lede}</p></header><section><div class="text">${paragraphs()}${paragraphs('de')}</div><div class="more"><a href="/1">One more thing to look at on this page</a><a href="/2">Another thing to look at</a></div></section>`))).toEqual([lede, ...EN, ...(PROSE['de'] ?? [])]);
  });

  it('of two articles on one page, the one under the headline', () => {
    const text = linesOf(page(`<article><h2>The mill turns again</h2>${paragraphs()}${paragraphs('fr')}${paragraphs('es')}</article><article><h2>Bread</h2>${paragraphs('de')}${paragraphs('az')}${paragraphs('ru')}</article>`).replace('<h1>The mill turns again</h1>', ''));
    expect(text).toContain(EN[0]);
    expect(text).not.toContain(PROSE['de']?.[0]);
  });

  it('a builder’s word on every piece is no description', () => {
    const pieces = [...EN, ...(PROSE['de'] ?? [])].map((text) => `<div class="widget"><div class="widget-text"><p>${text}</p></div></div>`).join('');
    expect(linesOf(page(`<div>${pieces}</div>`))).toHaveLength(6);
  });

  it('text folded away behind “read more” is there', () => {
    const text = linesOf(page(`<div>${paragraphs()}<div style="display:none">${paragraphs('de')}</div></div>`));
    expect(text).toEqual([...EN, ...(PROSE['de'] ?? [])]);
  });

  it.each(['en', 'de', 'fr', 'es', 'ru', 'az', 'ar', 'ja', 'zh'])('in %s', (language) => {
    expect(linesOf(page(`<div class="x">${paragraphs(language)}</div><div class="y"><a href="/1">1</a> <a href="/2">2</a></div>`, { language }))).toEqual(PROSE[language]);
  });
});
