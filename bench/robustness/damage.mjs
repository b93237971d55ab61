/**
 * Pages damaged in the ways that pages are: cut off by a lost connection, written by hand, put together by templates that
 * went wrong, or made to do harm. Pure: the same seed damages the same page in the same way. Runs in Node and in a page.
 */

/** Seeded numbers: `next(limit)` answers 0 to limit - 1 (mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor(((t ^ (t >>> 14)) >>> 0) / 4294967296 * limit);
  };
}

const TAG = /<\/?[a-z][^<>]*>/gi;
const DEEP = ['<div>', '<b>', '<ul><li>', '<table><tr><td>', '<blockquote>', '<svg><g>', '<span>', '<section>', '<font>', '<a href=#>', '<details>', '<q>', '<math><mrow>', '<dl><dd>', '<fieldset>'];

/** Puts a piece in at a place between tags. */
function insert(html, piece, next) {
  const places = [...html.matchAll(/>/g)];
  const at = places.length ? places[next(places.length)].index + 1 : html.length;
  return html.slice(0, at) + piece + html.slice(at);
}

/** Every kind of damage: a page and its numbers in, a page out. */
export const KINDS = {
  'tags dropped': (html, next) => html.replace(TAG, (tag) => (next(10) ? tag : '')),
  'tags doubled': (html, next) => html.replace(TAG, (tag) => (next(10) ? tag : tag + tag)),
  'end tags dropped': (html, next) => html.replace(/<\/[^>]*>/g, (tag) => (next(3) ? tag : '')),
  'end tags for others': (html, next) => html.replace(/<\/(\w+)>/g, (tag) => (next(8) ? tag : `</${['p', 'div', 'table', 'a', 'body', 'article', 'html', 'form'][next(8)]}>`)),
  'nested 5,000 deep': (html, next) => insert(html, DEEP[next(DEEP.length)].repeat(5_000), next),
  'nested round the page': (html, next) => html.replace(/<body[^>]*>/i, (tag) => tag + DEEP[next(DEEP.length)].repeat(300)),
  'attributes garbled': (html, next) => html.replace(/="([^"]*)"/g, (all, value) => [all, all, all, all, `='${value}`, `=${value}`, `"="${value}`, '="" ==', `="${value}" ${value}`, '='][next(10)]),
  'names for methods': (html, next) => html.replace(/<(div|p|img|form|input|a)\b/gi, (all) => (next(12) ? all : `${all} name=${['body', 'childNodes', 'parentNode', 'querySelectorAll', 'textContent', 'attributes', 'remove', 'cloneNode', 'localName', 'tagName', 'contentType'][next(11)]} id=${['children', 'firstChild', 'nodeName', 'documentElement', 'nextSibling', 'closest'][next(6)]}`)),
  'form round everything': (html) => html.replace(/<body[^>]*>/i, (tag) => `${tag}<form id=nodeType name=all><input name=childNodes><input name=attributes><input name=parentElement><input name=tagName><input id=querySelectorAll>`),
  'entities broken': (html, next) => html.replace(/&(\w+);|[aeiou]/g, (all) => (next(30) ? all : ['&', '&amp', '&#', '&#x110000;', '&#xD800;', '&#0;', '&notanentity;', '&nbsp', '&lt', '&#99999999999;'][next(10)])),
  'a huge attribute': (html, next) => insert(html, `<p class="${'share-bar '.repeat(100_000)}" id="${'x'.repeat(500_000)}" style="${'display:none;'.repeat(20_000)}">Here.</p>`, next),
  'many attributes': (html, next) => insert(html, `<p ${Array.from({ length: 3_000 }, (_, n) => `data-a${n}="${n}"`).join(' ')}>Here.</p>`, next),
  'NULs': (html, next) => html.replace(/ /g, (space) => (next(20) ? space : '\0')),
  'lone surrogates': (html, next) => html.replace(/ /g, (space) => (next(20) ? space : ['\ud800', '\udc00', '\udbff\ud83d', '\ufffe'][next(4)])),
  'marks of direction': (html, next) => html.replace(/ /g, (space) => (next(15) ? space : ['\u202e', '\u2066', '\u200f', '\ufeff', '\u0000\u0301'.slice(1).repeat(60)][next(5)])),
  'base, svg, template, math': (html, next) => Array.from({ length: 8 }).reduce((page) => insert(page, ['<base href="javascript:1">', '<base href="http://[">', '<svg><foreignObject><p>Inside</p>', '<template><template><p>x</template>', '<math><mtext><p>y</p><mglyph><style>', '<svg><title><p>', '<table><svg><td>', '<select><option><p>', '<noscript><img src=x><p>', '<plaintext', '<title>', '<textarea>', '<xmp>', '<iframe srcdoc="<p>">', '<frameset><frame>', '<isindex>', '<object><param><embed>'][next(17)], next), html),
  'plain text from here on': (html, next) => insert(html, ['<plaintext>', '<!--', '<script>', '<style>', '<![CDATA[', '<textarea>', '<xmp>', '<title>', '<noembed>'][next(9)], next),
  'broken structured data': (html, next) => html.replace(/<script[^>]*ld\+json[^>]*>/gi, (tag) => tag + ['{', ']', '{"@graph":', '"', '\\u', '[[[['.repeat(5_000), '{"@type":{"@type":'.repeat(2_000), '/*'][next(8)]).replace(/<\/head>/i, (tag) => ['<script type="application/ld+json">{"@type":"Article","author":{"@id":"#a"},"@id":"#a","headline":[[{}]],"datePublished":{"@value":[1]}}</script>', `<script type="application/ld+json">[${'{"@type":"Article","author":[{"name":"A B"}]},'.repeat(5_000)}{}]</script>`, '<script type="application/ld+json">{"@type":"Article","author":null,"headline":7,"image":[null],"publisher":[]}</script>', `<script type="application/ld+json">{"@type":"Article","headline":"${'h'.repeat(300_000)}","keywords":"${'a,'.repeat(100_000)}"}</script>`][next(4)] + tag),
  'meta of all kinds': (html, next) => html.replace(/<\/head>/i, (tag) => ['<meta name=author content="', '<meta property="article:published_time" content="0000-00-00T99:99:99+99:99">', '<meta property=og:url content="http://[">', '<link rel=canonical href="data:text/html,x">', '<meta name=date content="9999999999999999999999">', `<meta name=author content="${'By A and '.repeat(50_000)}">`, `<title>${'| '.repeat(50_000)}</title>`, '<html lang="x-\u0000-!!">', '<meta http-equiv=content-language content="de-ch-at-xx-yy-zz-123456789">'].filter(() => next(2)).join('') + tag),
  'a long line of nothing': (html, next) => insert(html, ['<br>'.repeat(20_000), '<p></p>'.repeat(10_000), '&nbsp;'.repeat(200_000), `<p>${' '.repeat(500_000)}</p>`, '<hr>'.repeat(20_000), '<a href=x></a>'.repeat(10_000), `<p>${'- '.repeat(100_000)}</p>`, `<p>${'1/2/'.repeat(50_000)}</p>`, `<h1>${'a | '.repeat(20_000)}</h1>`, `<p>By ${'Aaa '.repeat(50_000)}</p>`][next(10)], next),
  'turned round': (html, next) => { const at = next(html.length); return html.slice(at) + html.slice(0, at); },
  'pieces swapped': (html, next) => { let page = html; for (let n = 0; n < 12; n++) { const [from, length, to] = [next(page.length), next(2_000), next(page.length)]; page = page.slice(0, to) + page.slice(from, from + length) + page.slice(to); } return page; },
  'pieces taken out': (html, next) => { let page = html; for (let n = 0; n < 12; n++) { const from = next(page.length); page = page.slice(0, from) + page.slice(from + next(3_000)); } return page; },
  'bytes spoilt': (html, next) => [...{ length: 400, *[Symbol.iterator]() { for (let n = 0; n < 400; n++) yield next(html.length); } }].sort((a, b) => a - b).reduce(([out, last], at) => [out + html.slice(last, at) + String.fromCharCode(next(0x3000)), at + 1], ['', 0]).flatMap((x, n) => (n ? html.slice(x) : x)).join(''),
  'everything in one table': (html) => html.replace(/<(\/?)(?:div|section|article|main|p)\b/gi, '<$1td').replace(/<body[^>]*>/i, '$&<table><tr>'),
  'every element the same': (html) => html.replace(/<(\/?)(?:div|p|h[1-6]|ul|li|section|article|header|footer|nav|aside|main)\b[^>]*>/gi, '<$1span>'),
};

const NAMES = Object.keys(KINDS);

/** The page damaged once, or for every third seed two ways at once; and what was done. */
export function damaged(html, seed) {
  const next = numbers(seed);
  const done = [NAMES[seed % NAMES.length], ...(seed % 3 ? [] : [NAMES[next(NAMES.length)]])];
  return { html: done.reduce((page, name) => KINDS[name](page, next), html), done: done.join(' + ') };
}

/** Where a page is cut off: `count` places, seeded. */
export function cuts(length, count, seed) {
  const next = numbers(seed);
  return Array.from({ length: count }, () => next(length));
}
