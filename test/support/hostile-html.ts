/** Random HTML of the kind that parsers and purifiers stumble over. */
import fc from 'fast-check';

const tag = fc.constantFrom('p', 'a', 'b', 'table', 'td', 'tr', 'li', 'ul', 'form', 'svg', 'math', 'mtext', 'mglyph', 'style', 'title', 'template', 'select', 'noscript', 'div', 'h1', 'font', 'foreignObject', 'annotation-xml', 'x-y', 'textarea', 'img', 'br', 'dd', 'ruby', 'rt', 'caption', 'picture', 'source', 'pre');
const attribute = fc.constantFrom('', ' id=x', ' href="#x"', ' href="http://a"', ' href=javascript:x', ' src=http://a/', ' onclick=x', ' class=embed', ' srcset="http://a/1 1x"', ' encoding="text/html"', ' style=x', ' rel=x', ' title="</p><img src=x onerror=x>"');
const open = fc.tuple(tag, attribute).map(([t, a]) => `<${t}${a}>`);
const piece = fc.oneof(open, tag.map((t) => `</${t}>`), fc.constantFrom('text', '&lt;img&gt;', '<!--x-->', '<![CDATA[x]]>', '\n', '\0', '<'));

export const hostileHtml = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
