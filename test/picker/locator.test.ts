// @vitest-environment jsdom
/** A place that a person pointed at on one page has to be found on the next: other words, other class names, other things around it. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { locate } from '../../src/article/chosen.ts';
import { locatorOf, pathOf } from '../../src/picker/locator.ts';

const page = (html: string) => new JSDOM(html).window.document;
/** Points at what carries `here` on the first page, and answers what is found on the second. */
function foundAgain(first: string, second: string): string | undefined {
  const doc = page(first);
  const here = doc.querySelector('[here]')!;
  here.removeAttribute('here');
  const locator = locatorOf(here);
  expect(locate(doc, locator), 'on its own page').toBe(here);
  return locate(page(second), locator)?.textContent?.replace(/\s+/g, ' ').trim();
}
const AD = '<div class="ad-slot"><p>Buy a hat.</p></div>';
const three = (word: string) => `<p>${word} one.</p><p>${word} two.</p><p>${word} three.</p>`;

describe('a locator', () => {
  it('goes by an id that a person gave, whatever stands before', () => {
    expect(foundAgain(`<main><div>x</div><div id="story-text" here>${three('Old')}</div></main>`, `<main>${AD}<section><div>y</div></section><article><div id="story-text">${three('New')}</div></article></main>`)).toMatch(/^New one/);
  });

  it('goes by what the page says an element is, when every class name is made anew', () => {
    expect(foundAgain(`<div class="css-1ab2c3"><div class="css-9zx8y7" itemprop="articleBody" here>${three('Old')}</div></div>`, `<div class="css-77gh1j">${AD}<div class="css-0k1l2m" itemprop="articleBody">${three('New')}</div></div>`)).toMatch(/^New one/);
    expect(foundAgain(`<div><div class="sc-bdVaJa" data-testid="article-text" here>${three('Old')}</div></div>`, `<div>${AD}<div class="sc-kWtCsz" data-testid="article-text">${three('New')}</div></div>`)).toMatch(/^New one/);
  });

  it('keeps the lasting beginning of a jumbled class name', () => {
    expect(foundAgain(`<div><div class="Side_box__a1B2c">s</div><div class="Article_body__x7Gh2" here>${three('Old')}</div></div>`, `<div>${AD}<div class="Side_box__q9Zk0">s</div><div class="Article_body__p3Rt9">${three('New')}</div></div>`)).toMatch(/^New one/);
  });

  it('takes two names together when neither says enough alone', () => {
    expect(foundAgain('<div class="text left">a</div><div class="wide left">b</div><div class="text wide" here>Old words.</div>', `${AD}<div class="text left">a</div><div class="wide left">b</div><div class="text wide">New words.</div>`)).toBe('New words.');
  });

  it('holds on to what is around an element without a name of its own', () => {
    expect(foundAgain('<header class="site">x <h1>Logo</h1></header><div class="story"><h1 here>Old title</h1></div>', `<header class="site">x <h1>Logo</h1></header>${AD}<div class="story"><div><h1>New title</h1></div></div>`)).toBe('New title');
  });

  it('knows the text by its paragraphs where nothing has a name', () => {
    expect(foundAgain(`<main><div class="a1b2c3"><div>menu</div></div><div class="x9y8z7" here>${three('Old')}</div></main>`, `<main>${AD}<div class="q1w2e3"><div>menu</div></div><div class="r4t5y6">${three('New')}</div></main>`)).toMatch(/^New one/);
  });

  it('finds nothing rather than something else', () => {
    expect(foundAgain(`<div class="story-body" here>${three('Old')}</div><div class="box">b</div>`, `<div class="story-body">${three('A')}</div><div class="story-body">${three('B')}</div>`)).toBeUndefined();
    expect(foundAgain('<ul><li><b here>Old</b></li></ul>', '<p><b>a</b><b>b</b></p>')).toBeUndefined();
  });

  it('does not hold on to jumbled names, passing states, or the number of this page', () => {
    const doc = page('<div id="post-20931" class="css-1x2y3z is-active article-text">Words.</div><div class="article-text x">Other.</div>');
    for (const selector of locatorOf(doc.querySelector('div')!)) expect(selector).not.toMatch(/1x2y3z|active|20931/);
  });

  it('is not misled by names with marks in them', () => {
    const doc = page('<div id="a:b[c]" class="md:w-1/2 \'quoted\'"><p here>Words.</p></div>');
    const here = doc.querySelector('[here]')!;
    expect(locate(doc, locatorOf(here))).toBe(here);
    expect(doc.querySelector(pathOf(here))).toBe(here);
  });

  it('says nothing of the path when it would lead far', () => {
    const doc = page(`${'<div>'.repeat(9)}<b>x</b><i>Words.</i>${'</div>'.repeat(9)}<i>y</i>`);
    expect(locatorOf(doc.querySelector('i')!)).toEqual([]);
  });
});

describe('locate', () => {
  it('passes over selectors that no browser reads', () => {
    const doc = page('<p class="one">Words.</p>');
    expect(locate(doc, ['p[', '::nonsense', 'p.one'])?.textContent).toBe('Words.');
    expect(locate(doc, ['p['])).toBeUndefined();
  });
});
