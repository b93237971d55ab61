/** Pages of a wanted size in the shapes that hurt: all made here, the same every time. */

const WORDS = 'the mill above the town had not turned for forty years and nobody could say who had last carried flour down the hill before the water went'.split(' ');
const sentence = (n) => `${Array.from({ length: 14 }, (_, i) => WORDS[(n * 7 + i * 3) % WORDS.length]).join(' ')}, number ${n}.`;
const prose = (n) => `<p>${sentence(n)} ${sentence(n + 1)} ${sentence(n + 2)}</p>\n`;

/** Fills up to a number of bytes with pieces. */
function filled(bytes, piece) {
  const parts = [];
  for (let length = 0, n = 0; length < bytes; n++) {
    const next = piece(n);
    parts.push(next);
    length += next.length;
  }
  return parts.join('');
}

const article = Array.from({ length: 8 }, (_, n) => prose(n)).join('');
const page = (body) => `<!doctype html><html lang="en"><head><title>The mill turns again</title></head><body><h1>The mill turns again</h1>${body}</body></html>`;

/** Shape → its page, written. */
const WRITTEN = {
  'one long article': (bytes) => page(`<article>${filled(bytes, prose)}</article>`),
  'an article and comments': (bytes) => page(`<article>${article}</article><section class="comments">${filled(bytes, (n) => `<div class="comment"><b>Reader ${n}</b><p>${sentence(n)} ${sentence(n + 5)}</p><a href="#r${n}">Reply</a></div>`)}</section>`),
  'one huge table': (bytes) => page(`${article}<table>${filled(bytes, (n) => `<tr><td>${n}</td><td>stone ${n % 97}</td><td>oak</td></tr>`)}</table>`),
  'one huge text node': (bytes) => page(`<div>${filled(bytes, (n) => `${sentence(n)} `)}</div>`),
  'text between line breaks': (bytes) => page(`<div>${filled(bytes, (n) => `${sentence(n)} ${sentence(n + 3)}<br><br>`)}</div>`),
  'mostly mark-up': (bytes) => page(filled(bytes, (n) => `<div class="css-1x2y3z-${n} layout__cell--wide u-mt-8" data-track='{"slot":${n},"kind":"paragraph","origin":"editor","variant":"b","session":"0000000000000000000000000000000000000000"}' style="margin:0;padding:0;border:0;font:inherit;vertical-align:baseline"><div class="inner"><p>${sentence(n)}</p></div></div>`)),
  'a list of links': (bytes) => page(`${article}<ul>${filled(bytes, (n) => `<li><a href="/story/${n}">${sentence(n)}</a></li>`)}</ul>`),
  'a data picture': (bytes) => page(`${article}<p><img src="data:image/png;base64,${'iVBORw0K'.repeat(bytes / 8)}"></p>${article}`),
};

export const SHAPES = [...Object.keys(WRITTEN), 'nested elements'];

/** @param parse makes a document of HTML; a parser stops at 512 levels, so deep pages are made node by node, as scripts make them */
export function sized(shape, bytes, parse) {
  if (shape !== 'nested elements') return parse(WRITTEN[shape](bytes));
  const doc = parse(page(article));
  // About 50 bytes an element, and no deeper than a browser can copy.
  let at = doc.body;
  let depth = 0;
  for (let n = 0; n < bytes / 50; n++) {
    const inner = doc.createElement(n % 3 ? 'div' : 'section');
    inner.append(doc.createTextNode(`${WORDS[n % WORDS.length]} ${n} `));
    at.append(inner);
    depth += 1;
    at = depth < 2_000 ? inner : doc.body;
    if (depth >= 2_000) depth = 0;
  }
  return doc;
}
