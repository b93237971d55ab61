/** First step of the pipeline: an inert clone of the page. From here on nothing touches what the person is looking at. */
import { compose } from './composed.ts';
import { currentOnly } from './current.ts';
import { readJsonLd } from './json-ld.ts';
import { native } from './native.ts';
import type { PreparedPage } from './prepared-page.ts';

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
  // What is in view is told from the page while the copy is still the same, and done when all is in the copy.
  const leaveCurrent = currentOnly(document, doc, url);
  // One that was only parsed has neither shadow roots nor frames with anything in them.
  if (native(document, 'defaultView')) compose(document, doc, doc);
  leaveCurrent();
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
