/** Article pages of a wanted size, made here: text, headings, pictures, a list of links and a menu round them. */

const WORDS = 'the harbour keeper walks along old stone wall every evening while boats come home and children count lamps that burn above quiet water until morning'.split(' ');

/** A page of about `kilobytes` KB with one article in it; the same every time. */
export function articlePage(kilobytes) {
  let seed = 7;
  const next = (limit) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % limit;
  const sentence = () => {
    const words = Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]);
    return words.join(' ').replace(/^./, (letter) => letter.toUpperCase()) + (next(5) ? '.' : ', they say.');
  };
  const paragraph = () => `<p>${Array.from({ length: 3 + next(4) }, sentence).join(' ')} <a href="/place/${next(999)}">${WORDS[next(WORDS.length)]}</a></p>`;
  const menu = Array.from({ length: 40 }, (_, n) => `<li><a href="/section/${n}">Section ${n}</a></li>`).join('');
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The lamps of the old wall - Harbour Post</title>
<meta property="og:title" content="The lamps of the old wall"><meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2025-10-14T07:40:00+02:00">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The lamps of the old wall","author":{"@type":"Person","name":"Ines Calder"},"datePublished":"2025-10-14T07:40:00+02:00"}</script></head>
<body><header><nav><ul>${menu}</ul></nav></header><main><article><h1>The lamps of the old wall</h1><p class="byline">By Ines Calder</p><time datetime="2025-10-14T07:40">14 October 2025</time>`;
  const foot = `</article><aside><ul>${menu}</ul></aside></main><footer>© Harbour Post</footer></body></html>`;
  let body = '';
  for (let n = 1; head.length + body.length + foot.length < kilobytes * 1024; n++) {
    if (n % 8 === 0) body += `<h2>${sentence().slice(0, 40)}</h2>`;
    if (n % 11 === 0) body += `<figure><img src="/picture/${n}.jpg" width="800" height="500" alt=""><figcaption>${sentence()}</figcaption></figure>`;
    body += paragraph();
  }
  return head + body + foot;
}
