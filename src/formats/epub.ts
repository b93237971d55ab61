/**
 * EPUB 3 (https://www.w3.org/TR/epub-33/): one article, or several as a digest, with cover and contents. Nothing in it is
 * fetched: pictures that were given travel along, the others become links.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Article } from '../article/article.ts';
import { sanitizeToElement } from '../article/sanitize.ts';
import { coverSvg } from './epub-cover.ts';
import { EPUB_STYLE } from './epub-style.ts';
import type { FilePicture } from './letter-file.ts';
import { imageKind } from './image-kind.ts';
import { dayOf } from './outgoing.ts';
import { toXhtml, type Xhtml } from './xhtml.ts';
import { escapeXml, webUri } from './xml.ts';

export interface EpubArticle {
  readonly article: Article;
  /** Those that are at hand, by their address in the article. PNG, JPEG and GIF travel; other kinds stay links. */
  readonly pictures?: readonly FilePicture[];
}

export interface EpubWords {
  readonly contents: string;
  readonly cover: string;
  readonly list: (names: readonly string[]) => string;
  readonly date: (iso: string) => string;
  /** In place of a picture that did not come along: "Picture on the web: a lamp". */
  readonly pictureStays: (caption: string) => string;
  /** BCP 47 tag of these words. */
  readonly language: string;
}

export interface EpubInput {
  readonly articles: readonly EpubArticle[];
  /** The digest's name; of a single article it is the article's own title. */
  readonly title?: string;
  /** A UUID: two editions of the same book have the same one. */
  readonly id: string;
  /** When it was made, milliseconds since the epoch. */
  readonly now: number;
  /** A picture for the cover, PNG or JPEG, drawn by the caller; else a drawn one with the title is made. */
  readonly cover?: FilePicture;
}

interface Item {
  readonly path: string;
  readonly id: string;
  readonly type: string;
  readonly properties?: string;
  readonly inSpine?: boolean;
  readonly bytes: Uint8Array;
}

interface Chapter {
  readonly path: string;
  readonly article: Article;
  readonly xhtml: Xhtml;
}

/** The book's bytes. @throws when there is no article: a bug in the caller */
export function writeEpub(input: EpubInput, words: EpubWords): Uint8Array<ArrayBuffer> {
  const first = input.articles[0]?.article;
  if (!first) throw new Error('a book without an article');
  const single = input.articles.length === 1;
  const title = oneLine((single ? undefined : input.title) ?? first.title);
  const items: Item[] = [];
  const chapters: Chapter[] = [];
  const paths = new Map<string, string>();
  for (const [at, { article, pictures = [] }] of input.articles.entries()) {
    const path = `article-${at + 1}.xhtml`;
    const given = new Map(pictures.map((picture) => [picture.src, picture]));
    const take = (src: string): string | undefined => {
      const known = paths.get(src);
      const picture = known ? undefined : given.get(src);
      const kind = picture && imageKind(picture.bytes);
      if (known || !picture || !kind) return known;
      const to = `pictures/${paths.size + 1}.${kind.ending}`;
      paths.set(src, to);
      items.push({ path: to, id: `picture-${paths.size}`, type: kind.type, bytes: picture.bytes });
      return to;
    };
    const xhtml = toXhtml(sanitizeToElement(article.html), { picture: take, pictureStays: words.pictureStays });
    chapters.push({ path, article, xhtml });
    items.push({ path, id: `article-${at + 1}`, type: 'application/xhtml+xml', inSpine: true, ...(xhtml.hasMath && { properties: 'mathml' }), bytes: strToU8(chapterPage(article, xhtml, words)) });
  }
  items.unshift(...coverItems(input, title, first, words), {
    path: 'nav.xhtml', id: 'nav', type: 'application/xhtml+xml', properties: 'nav', inSpine: !single, bytes: strToU8(contentsPage(title, chapters, words)),
  });
  items.push({ path: 'style.css', id: 'style', type: 'text/css', bytes: strToU8(EPUB_STYLE) });
  return pack(items, packageFile(input, title, chapters, items, words));
}

/** The container's own rules: `mimetype` first, stored as it is, without anything beside it (OCF 3.3, section 4.3). */
function pack(items: readonly Item[], opf: string): Uint8Array<ArrayBuffer> {
  // A fixed date: the same book is the same bytes.
  const mtime = new Date('2020-01-01T00:00:00');
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime }],
    'META-INF/container.xml': [strToU8('<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'), { mtime }],
    'EPUB/package.opf': [strToU8(opf), { mtime }],
  };
  for (const { path, type, bytes } of items) files[`EPUB/${path}`] = [bytes, { mtime, level: type.startsWith('image/') && !type.includes('svg') ? 0 : 6 }];
  return zipSync(files);
}

function coverItems(input: EpubInput, title: string, first: Article, words: EpubWords): readonly Item[] {
  const kind = input.cover && imageKind(input.cover.bytes);
  const picture = input.cover && kind
    ? { path: `cover.${kind.ending}`, type: kind.type, bytes: input.cover.bytes }
    : { path: 'cover.svg', type: 'image/svg+xml', bytes: strToU8(coverSvg(title, input.articles.length === 1 ? placeOf(first) : words.date(dayOf(input.now)))) };
  const page = document(words.language, 'ltr', title, `<section class="cover" epub:type="cover"><img src="${picture.path}" alt="${escapeXml(`${words.cover}: ${title}`)}"/></section>`);
  return [
    { ...picture, id: 'cover-picture', properties: 'cover-image' },
    { path: 'cover.xhtml', id: 'cover', type: 'application/xhtml+xml', inSpine: true, bytes: strToU8(page) },
  ];
}

function chapterPage(article: Article, xhtml: Xhtml, words: EpubWords): string {
  const { authors, published, standfirst } = article;
  const facts = [words.list(authors), placeOf(article), published ? words.date(published) : ''].filter(Boolean).join(article.dir === 'rtl' ? ' | ' : ' · ');
  const address = webUri(article.url);
  const head = `<header><h1>${escapeXml(oneLine(article.title))}</h1>\n${standfirst ? `<p class="standfirst">${escapeXml(standfirst)}</p>\n` : ''}${facts ? `<p class="facts">${escapeXml(facts)}</p>\n` : ''}</header>\n`;
  const foot = address ? `<footer><p class="address" dir="ltr"><a href="${escapeXml(address)}">${escapeXml(article.url)}</a></p></footer>` : '';
  return document(languageOf(article), article.dir, article.title, `<article>\n${head}<div class="text">\n${xhtml.markup}\n</div>\n${foot}</article>`, article.upright);
}

function contentsPage(title: string, chapters: readonly Chapter[], words: EpubWords): string {
  const entries = chapters.map(({ path, article, xhtml }) => {
    const inside = xhtml.headings.slice(0, 200).map(({ id, text }) => `<li><a href="${path}#${id}">${escapeXml(text)}</a></li>`).join('\n');
    return `<li><a href="${path}">${escapeXml(oneLine(article.title))}</a>${inside ? `\n<ol>${inside}</ol>` : ''}</li>`;
  });
  return document(words.language, chapters[0]!.article.dir, title, `<nav epub:type="toc" id="toc"><h1>${escapeXml(words.contents)}</h1>\n<ol>\n${entries.join('\n')}\n</ol></nav>`);
}

function document(language: string, dir: 'ltr' | 'rtl', title: string, body: string, upright?: Article['upright']): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${dir}"${upright ? ` class="upright-${upright}"` : ''}>
<head><meta charset="UTF-8"/><title>${escapeXml(oneLine(title))}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

function packageFile(input: EpubInput, title: string, chapters: readonly Chapter[], items: readonly Item[], words: EpubWords): string {
  const first = chapters[0]!.article;
  const single = chapters.length === 1;
  const people = [...new Set(chapters.flatMap(({ article }) => article.authors))].slice(0, 30);
  const published = single ? /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(first.published ?? '')?.[0] : undefined;
  const source = single ? webUri(first.url) : undefined;
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${single ? languageOf(first) : words.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${escapeXml(input.id)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
${[...new Set(chapters.map(({ article }) => languageOf(article)))].map((language) => `<dc:language>${language}</dc:language>`).join('\n')}
${people.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join('\n')}
${single && placeOf(first) ? `<dc:publisher>${escapeXml(placeOf(first))}</dc:publisher>` : ''}
${published ? `<dc:date>${published}</dc:date>` : ''}
${source ? `<dc:source>${escapeXml(source)}</dc:source>` : ''}
<meta property="dcterms:modified">${new Date(input.now).toISOString().slice(0, 19)}Z</meta>
<meta name="cover" content="cover-picture"/>
${first.upright ? `<meta name="primary-writing-mode" content="vertical-${first.upright}"/>` : ''}
</metadata>
<manifest>
${items.map(({ path, id, type, properties }) => `<item id="${id}" href="${path}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`).join('\n')}
</manifest>
<spine${turnsLeft(first) ? ' page-progression-direction="rtl"' : ''}>
${items.filter(({ inSpine }) => inSpine).map(({ id }) => `<itemref idref="${id}"${id === 'cover' ? ' linear="no"' : ''}/>`).join('\n')}
</spine>
</package>
`.replace(/\n{2,}/g, '\n');
}

/** Whether its pages follow one another from right to left. */
function turnsLeft({ dir, upright }: Article): boolean {
  return upright ? upright === 'rl' : dir === 'rtl';
}

function languageOf(article: Article): string {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(article.language ?? '') ? article.language! : 'und';
}

function placeOf(article: Article): string {
  return article.publication ?? article.siteName ?? (URL.parse(article.url)?.hostname ?? '').replace(/^www\./, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
