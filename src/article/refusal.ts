/** Is there an article here? Quick answers before the work. */
import type { ExtractReason } from './article.ts';
import { native } from './native.ts';

/** More than any article has, and more than can be worked through while somebody waits. */
const LIMITS = { elements: 100_000, characters: 4_000_000 } as const;

/** Why a document is not even looked at, or undefined. Takes a moment on any page. */
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
  return undefined;
}

/** More text than can be worked through, in a copy without scripts and styles. */
export const isTooLong = (copy: Document): boolean => (native(copy, 'body').textContent ?? '').length > LIMITS.characters;

/** Fewer characters than this are a label or a button. */
const A_FEW = 20;
/** Running text in characters that is enough on a front page full of links, on a page that says it is an article, on any other. */
const ENOUGH = { front: 2_000, said: 100, any: 200 } as const;
const APART = 'script, style, noscript, nav, footer, button, select';

/**
 * Is there an article here? A few milliseconds on any page, which is left as it is: one walk over its texts that looks
 * for the stretch worth most, when sentences count for it and links and headlines of other articles against it.
 *
 * @param url the page's address, absolute
 * @returns why there is none, or undefined when there is one
 */
export function glance(document: Document, url: string): ExtractReason | undefined {
  const refused = refusal(document);
  if (refused) return refused;
  const body = native(document, 'body');
  const front = isFrontAddress(url);
  const walker = native(document, 'createTreeWalker')(body, NodeFilter.SHOW_TEXT);
  let [run, stretch, links] = [0, 0, 0];
  for (let node = walker.nextNode(); node && stretch < ENOUGH.front; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim();
    const length = text.length * (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? 2 : 1);
    const parent = node.parentElement;
    // A form can put a field in the place of its own method.
    const within = (names: string): Element | null => (Object.getPrototypeOf(parent) as Element).closest.call(parent, names);
    if (length < A_FEW || !parent || within(APART)) continue;
    const link = within('a[href]');
    if (link) links += 1;
    run = link ? Math.max(0, run - (within('h1, h2, h3, h4') ? 400 : 60 + 2 * length)) : run + length;
    stretch = Math.max(stretch, run);
  }
  const enough = front && links > 15 ? ENOUGH.front : saysSo(document) ? ENOUGH.said : ENOUGH.any;
  return stretch >= enough ? undefined : !body.textContent?.trim() ? 'empty' : front ? 'frontPage' : 'noArticle';
}

/** The page's own word that it is an article, in its head or in its structured data. */
function saysSo(document: Document): boolean {
  const all = native(document, 'querySelectorAll');
  return all('meta[property="og:type" i][content="article" i], [itemprop~="articleBody" i]').length > 0
    || [...all('script[type*="ld+json" i]')].some((script) => /"@type"[^}]{0,20}(?:Article|Posting|Recipe)"/.test(script.textContent ?? ''));
}

function isFrontAddress(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+|home)?$/i.test(parsed.pathname) && parsed.search.length < 2;
}
