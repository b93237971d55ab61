// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { parseInert } from '../../src/article/inert.ts';
import { ADDRESS, articleOf, page, paragraphs, PROSE } from './support.ts';

const reasonOf = (document: Document, url = ADDRESS): string => {
  const result = extract(document, url);
  return result.ok ? 'ok' : result.reason;
};

describe('a page that is no article says why', () => {
  it.each([
    ['empty', ''],
    ['empty', '<!doctype html><title>Nothing</title><body><p> </p>'],
    ['frameset', '<!doctype html><html><head></head><frameset cols="1,2"><frame src="a"><frame src="b"></frameset></html>'],
    ['noArticle', '<title>Log in</title><form><label>Name <input></label><label>Password <input type=password></label><button>Log in</button></form>'],
    ['noArticle', '<title>Found</title><h1>Results</h1><ul><li><a href=/1>One mill</a><li><a href=/2>Another mill</a></ul>'],
  ])('%s', (reason, html) => expect(reasonOf(parseInert(html))).toBe(reason));

  it.each([['application/xml', 'notHtml'], ['image/svg+xml', 'image']] as const)('%s', (type, reason) => {
    expect(reasonOf(new DOMParser().parseFromString('<a/>', type))).toBe(reason);
  });

  it('the front page of a paper', () => {
    const teasers = Array.from({ length: 40 }, (_, n) => `<div><h3><a href="/${n}">The story of mill number ${n}</a></h3></div>`).join('');
    expect(reasonOf(parseInert(`<title>The Paper</title><h1>The Paper</h1>${teasers}`), 'https://paper.example/')).toBe('frontPage');
  });

  it('far too large', () => {
    const long = document.implementation.createHTMLDocument('Long');
    long.body.append('word '.repeat(4_000_000));
    expect(reasonOf(long)).toBe('tooLarge');
  });

  it('always names the page, so that its link can be kept', () => {
    expect(extract(parseInert('<title> A  name </title>'), ADDRESS)).toEqual({ ok: false, reason: 'empty', page: { url: ADDRESS, title: 'A name' } });
    expect(extract(parseInert(''), ADDRESS)).toMatchObject({ page: { title: 'paper.example' } });
  });

  it('gives what there is to a person who insists', () => {
    const short = parseInert('<title>Note</title><p>The mill is closed today.</p>');
    expect(reasonOf(short)).toBe('noArticle');
    expect(extract(short, ADDRESS, { insist: true })).toMatchObject({ ok: true, article: { text: 'The mill is closed today.' } });
  });
});

describe('an article', () => {
  it('comes out of XHTML as well', () => {
    const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>The mill</title></head><body><h1>The mill</h1><div>${paragraphs()}</div></body></html>`;
    const result = extract(new DOMParser().parseFromString(xhtml, 'application/xhtml+xml'), ADDRESS);
    expect(result).toMatchObject({ ok: true, article: { title: 'The mill', text: PROSE['en']?.join('\n') } });
  });

  it('without a title is named by its first words', () => {
    expect(articleOf(`<body><div>${paragraphs()}</div>`).title).toMatch(/^The old mill above the town/);
  });

  it('says which rule found the body, what was kept, and how much of the page was left out', () => {
    const article = articleOf(page(`<div>${paragraphs()}<img src="/wheel.jpg" width="600"><table><tr><th>Stone</th><td>Granite</td></tr></table></div>`));
    expect(article.provenance.body?.source).toBe('layout');
    expect(article.kept).toEqual({ paragraphs: 3, pictures: 1, embeds: 0, tables: 1, leftOut: expect.any(Number), dropped: expect.any(Object) });
    const others = (menu: string) => articleOf(page(`${menu}<div>${paragraphs()}</div>`)).kept.leftOut ?? 0;
    expect(others('<nav><p>Mills</p><p>Rivers</p></nav>') - others('')).toBe(2);
  });

  it('says by which rule pieces of the page were left out, a box once', () => {
    const menu = '<nav><p>Mills</p><p>Rivers</p></nav><div class="share-bar"><p>Send it on</p><p>Keep it</p></div><div class="share-bar"><p>Print it</p></div>';
    const dropped = articleOf(page(`${menu}<div>${paragraphs()}${paragraphs('de')}<p>Photo: Ann Miller</p><div><p>A letter each week</p><input type="email"></div><p>More about mills</p></div><p>At the foot</p>`)).kept.dropped;
    const others = articleOf(page(`<div>${paragraphs()}</div>`)).kept.dropped;
    expect(dropped).toMatchObject({ '<nav>': (others?.['<nav>'] ?? 0) + 1, share: 2, typing: 1, 'mid-credit': 1 });
  });

  it('goes through the door between contexts', () => {
    expect(structuredClone(articleOf(page(`<div>${paragraphs()}</div>`)))).toBeTruthy();
  });
});

describe('a hostile page', () => {
  const traps = ['querySelector', 'querySelectorAll', 'cloneNode', 'body', 'documentElement', 'title', 'implementation', 'createElement', 'getElementsByTagName', 'childNodes', 'parentNode', 'remove', 'textContent', 'attributes', 'contentType', 'importNode'];

  it.each(traps)('with an element named %s gives its article all the same', (name) => {
    const html = page(`<img name="${name}" id="${name}"><form name="${name}"><input name="${name}" id="${name}"><object id="${name}"></object></form><div>${paragraphs()}</div>`);
    expect(articleOf(html).text).toBe(PROSE['en']?.join('\n'));
  });

  it('with a form that names a field like its own method is looked at all the same', () => {
    expect(articleOf(page(`<form><input name="closest"><input name="parentElement">${PROSE['en']?.join(' ')}</form>`)).text).toContain('The old mill');
  });

  it('is left exactly as it was', () => {
    const document = parseInert(page(`<form name=body></form><img data-src=/a.jpg><script>1</script><style>p{}</style>One<br><br>Two<div>${paragraphs()}</div>`));
    const before = document.documentElement.outerHTML;
    extract(document, ADDRESS);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('nested four hundred deep answers', () => {
    expect(reasonOf(parseInert(`${'<div>'.repeat(400)}${paragraphs()}`))).not.toBe('failed');
  });
});

describe('a page broken at any point', () => {
  const whole = page(`<article><p class="byline">By <a rel=author href=/a>Ada Lovelace</a></p><time datetime="2021-02-26">26 February 2021</time>${paragraphs()}
    <figure><picture><source srcset="/a.webp 1x, /b.webp 2x"><img data-src="/a.jpg" alt="The wheel"></picture><figcaption>The wheel</figcaption></figure>
    <blockquote><p>It sings.</p></blockquote><ul><li>Stone<li>Wood</ul><pre><code>one\n  two</code></pre><table><tr><td>1<td>2</table>
    <iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><math><mfrac><mi>a</mi><mn>2</mn></mfrac></math><details><summary>More</summary>${paragraphs('de')}</details></article>`,
  { head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The mill turns again","author":{"name":"Ada Lovelace"}}</script>' });

  it('still answers: cut off', () => {
    for (let cut = 0; cut < whole.length; cut += Math.ceil(whole.length / 50)) expect(reasonOf(parseInert(whole.slice(0, cut))), `cut at ${cut}`).not.toBe('failed');
  });

  it('still answers: pieces taken out, doubled and swapped', () => {
    // A small generator with a fixed seed, so that a failure can be seen again.
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let round = 0; round < 50; round += 1) {
      let html = whole;
      for (let change = 0; change < 6; change += 1) {
        // Not the doctype: jsdom, unlike browsers, can't copy one with a broken name.
        const [from, to, at] = [20 + random(html.length - 20), random(80), 20 + random(html.length - 20)];
        html = random(2) ? html.slice(0, from) + html.slice(from + to) : html.slice(0, at) + html.slice(from, from + to) + html.slice(at);
      }
      expect(reasonOf(parseInert(html)), html).not.toBe('failed');
    }
  });
});
