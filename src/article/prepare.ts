/** First step of the pipeline: an inert clone of the page. From here on nothing touches what the person is looking at. */
import { readJsonLd } from './json-ld.ts';
import type { PreparedPage } from './prepared-page.ts';

/**
 * A document's own method or property, past any element that the page has put in its place: `<img name=cloneNode>` makes
 * `document.cloneNode` a picture (https://html.spec.whatwg.org/#dom-document-nameditem), but not that of its prototype.
 */
export function native<K extends keyof Document>(document: Document, key: K): Document[K] {
  const value: unknown = Reflect.get(Object.getPrototypeOf(document) as object, key, document);
  return (typeof value === 'function' ? value.bind(document) : value) as Document[K];
}

/** Elements that name themselves on the document or on their form. */
const NAMING = 'img, embed, object, iframe, input, button, select, textarea, output, fieldset, form';

/** What says nothing about the article and only costs time in every step. */
const DEAD = 'script, style, link[rel~="stylesheet" i], template, svg > defs, canvas';

/**
 * Clones a document for reading.
 *
 * @param document the live page or a parsed one; left exactly as it was
 * @param url its address, absolute
 */
export function prepare(document: Document, url: string): PreparedPage {
  // A clone of a document has no browsing context: nothing in it loads, runs or listens.
  const doc = native(document, 'cloneNode')(true) as Document;
  const all = native(doc, 'querySelectorAll');
  for (const element of all(NAMING)) {
    // In the page's order a form comes before its controls and may still be clobbered by them.
    const own: Element = Object.getPrototypeOf(element) as Element;
    const drop = (own.removeAttribute as (name: string) => void).bind(element);
    drop('name');
    if (element.localName !== 'img' && element.localName !== 'iframe') drop('id');
    else if (own.closest.call(element, 'form')) drop('id');
  }
  const jsonLd = readJsonLd(doc);
  for (const element of all(DEAD)) element.remove();
  const base = doc.querySelector('base[href]')?.getAttribute('href');
  const baseUrl = (base && URL.parse(base, url)?.href) || url;
  return { doc, url, baseUrl: /^https?:/.test(baseUrl) ? baseUrl : url, jsonLd };
}
