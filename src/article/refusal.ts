/** Is there an article here? Quick answers before the work, and a sober look at what came out of it. */
import type { ExtractReason } from './article.ts';
import type { Body } from './body/body.ts';
import { countWords } from './body/text.ts';
import { isArticleNode } from './json-ld.ts';
import { native } from './native.ts';
import type { PreparedPage } from './prepared-page.ts';

/** More than any article has, and more than can be worked through while somebody waits. */
const LIMITS = { elements: 100_000, characters: 4_000_000 } as const;

/** Why a document is not even looked at, or undefined. Takes a few milliseconds on any page. */
export function refusal(document: Document): ExtractReason | undefined {
  const type = native(document, 'contentType');
  if (type.startsWith('image/')) return 'image';
  if (type === 'application/pdf') return 'pdf';
  if (!/^(?:text\/html|application\/xhtml\+xml|text\/plain)$/.test(type)) return 'notHtml';
  const root = native(document, 'documentElement');
  const body = native(document, 'body');
  if (!root || !body) return 'empty';
  if (body.localName === 'frameset') return 'frameset';
  if (native(document, 'getElementsByTagName')('*').length > LIMITS.elements) return 'tooLarge';
  if ((body.textContent ?? '').length > LIMITS.characters) return 'tooLarge';
  return undefined;
}

/** Words under which a text is no article unless the page says it is one. */
const FEW_WORDS = 40;

/** Why what was found is no article after all, or undefined. */
export function thinReason(page: PreparedPage, body: Body): ExtractReason | undefined {
  const words = countWords(body.text);
  const says = page.jsonLd.some(isArticleNode) || page.doc.querySelector('meta[property="og:type" i][content="article" i], [itemprop~="articleBody" i]') !== null;
  const front = isFrontAddress(page.url);
  if (words < 8) return front ? 'frontPage' : 'noArticle';
  if (says && !front) return words < 20 ? 'noArticle' : undefined;
  if (words < FEW_WORDS) return front ? 'frontPage' : 'noArticle';
  if (front) {
    const links = page.doc.querySelectorAll('a[href]').length;
    if (links > 25 && words < links * 10) return 'frontPage';
  }
  return undefined;
}

function isFrontAddress(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?)?\/?$/i.test(parsed.pathname) && parsed.search.length < 2;
}
