/**
 * An article out of what another service kept of it. Its HTML is a stranger's: addresses are resolved, then the body is
 * built anew by the allow list, exactly as for a page.
 */
import { ARTICLE_LIMITS, parseArticle, type Article } from '../../article/article.ts';
import { absolute, resolvePictures } from '../../article/body/pictures.ts';
import { countWords, excerptOf, textOf } from '../../article/body/text.ts';
import { extract } from '../../article/extract.ts';
import { parseInert } from '../../article/inert.ts';
import { rebuild } from '../../article/rebuild.ts';
import { withUpright } from '../../article/upright.ts';
import { timeOf, webAddress, type Incoming } from './row.ts';

/** Scripts whose lines run from right to left. */
const RTL = /^(?:ar|fa|he|ur|ps|yi|dv|ckb|sd|ug)\b/i;

/** The article with its text, or undefined when the row has none (or none that can be read): then it is a link. */
export function articleFrom(item: Incoming): Article | undefined {
  const body = item.html !== undefined ? bodyFromHtml(item.html, item.url) : item.text !== undefined ? bodyFromText(item.text) : undefined;
  if (!body?.text) return undefined;
  return parseArticle({
    ...rowArticle(item), html: body.html, text: body.text, wordCount: countWords(body.text), kept: body.kept,
    excerpt: item.excerpt ?? excerptOf(body.text),
    provenance: { body: { source: 'import', confidence: 1 } },
  });
}

/** What is known of a link that comes without its text: an article with an empty body. */
export function rowArticle(item: Incoming): Article {
  const { url, title, authors, publication, published, language, excerpt, picture } = item;
  const called = (name: string): Article | undefined => parseArticle({
    url, sourceUrl: url, title: name, authors, publication, published, language, excerpt, leadImage: picture,
    dir: language && RTL.test(language) ? 'rtl' : 'ltr', html: '', text: '',
  });
  // A title may be nothing but signs that nobody sees.
  return (title === undefined ? undefined : called(title)) ?? called(nameOf(url))!;
}

/** A body as a service kept it, without the page around it. */
export function bodyFromHtml(html: string, url: string): Pick<Article, 'html' | 'text' | 'kept'> | undefined {
  if (html.length > ARTICLE_LIMITS.html) return undefined;
  const { body } = parseInert(html);
  resolvePictures(body, url, parseInert);
  for (const link of body.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (/^(?:#|mailto:)/i.test(href)) continue;
    const address = absolute(href, url);
    if (address) link.setAttribute('href', address);
    else link.removeAttribute('href');
  }
  const clean = rebuild(body);
  return { html: clean.html, text: textOf(clean.body), kept: countsOf(clean.body) };
}

function bodyFromText(text: string): Pick<Article, 'html' | 'text' | 'kept'> {
  const { body } = parseInert('');
  for (const line of text.slice(0, ARTICLE_LIMITS.text).split(/\n+/)) {
    if (line.trim()) body.append(Object.assign(body.ownerDocument.createElement('p'), { textContent: line.trim() }));
  }
  return { html: body.innerHTML, text: textOf(body), kept: countsOf(body) };
}

function countsOf(clean: Element): Article['kept'] {
  const count = (selector: string): number => clean.querySelectorAll(selector).length;
  return { paragraphs: count('p:not(.embed)'), pictures: count('img'), embeds: count('.embed'), tables: count('table') };
}

/**
 * A page that was saved as one file, as the article in it. Where it came from stands in it: browsers and the usual
 * extensions write it into a comment, most sites name their own canonical address.
 * @returns undefined when there is no article in it, or no address to know it by
 */
export function articleFromPage(html: string): Article | undefined {
  const url = addressOfPage(html);
  if (!url) return undefined;
  const page = parseInert(html);
  const found = extract(page, url);
  return found.ok ? withUpright(found.article, page) : undefined;
}

/** Where a saved page says it came from. */
export function addressOfPage(html: string): string | undefined {
  const head = html.slice(0, 200_000);
  const comment = /saved from url=(?:\(\d+\))?(\S+)/.exec(head)?.[1] ?? /^\s*url:\s*(https?:\/\/\S+)/m.exec(head.slice(0, 2_000))?.[1];
  const doc = parseInert(head);
  const named = doc.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? doc.querySelector('meta[property="og:url" i]')?.getAttribute('content');
  return [comment, named, doc.querySelector('base[href]')?.getAttribute('href')].map((address) => webAddress(address ?? '')).find((address) => address !== undefined);
}

/** When a page was saved, as SingleFile writes it above the page's own: in milliseconds. */
export function timeOfPage(html: string): number | undefined {
  const said = /^\s*saved date:\s*([^\n(]{1,60})/m.exec(html.slice(0, 2_000))?.[1];
  return said === undefined ? undefined : timeOf(said);
}

/** A link without a title is called by its address, as people would read it out. */
function nameOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  return pathname === '/' ? host : host + pathname;
}
