/**
 * The only place where HTML becomes nodes, and the only DOMPurify configuration. Whatever comes out of here has no script,
 * style, form control, frame or event attribute, no class but a few of our own, and addresses of a few harmless kinds.
 * Sanitising twice changes nothing.
 */
import createDOMPurify, { type DOMPurify, type WindowLike } from 'dompurify';
import { ATTRIBUTES, checkedValue, GONE_WITH_CONTENT, TAGS } from './allow-list.ts';

interface Purifier { readonly purify: DOMPurify; readonly home: Document }
let shared: Purifier | undefined;

/**
 * DOMPurify on an empty document of its own: on the live one, `<img name=implementation>` would take the place of what it
 * needs. @throws where there is no DOM at all (a worker): a bug in the caller.
 */
function purifier(): Purifier {
  if (shared) return shared;
  const scope = globalThis as unknown as Window & typeof globalThis;
  const home = new scope.DOMParser().parseFromString('<!doctype html><title></title>', 'text/html');
  const { DocumentFragment, HTMLTemplateElement, Node, Element, NodeFilter, NamedNodeMap, HTMLFormElement, DOMParser } = scope;
  const purify = createDOMPurify({ document: home, DocumentFragment, HTMLTemplateElement, Node, Element, NodeFilter, NamedNodeMap, HTMLFormElement, DOMParser } as unknown as WindowLike);
  purify.setConfig({
    ALLOWED_TAGS: [...TAGS], ALLOWED_ATTR: [...ATTRIBUTES], ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false,
    // Addresses are checked twice: by `checkedValue` below and here. Everything else is no address and has been checked below.
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|blob:|#)/i, ADD_URI_SAFE_ATTR: ATTRIBUTES.filter((name) => name !== 'href' && name !== 'src'),
    // Ids are prefixed below, which does what SANITIZE_DOM is for without dropping the ids footnotes need.
    SANITIZE_DOM: false, RETURN_DOM_FRAGMENT: true, KEEP_CONTENT: true,
    FORBID_CONTENTS: [...GONE_WITH_CONTENT],
  });
  purify.addHook('uponSanitizeAttribute', (element, data) => {
    const value = checkedValue(element.localName, data.attrName, data.attrValue);
    if (value === undefined) data.keepAttr = false;
    else data.attrValue = value;
  });
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName !== 'a') return;
    if (element.hasAttribute('href') && !element.getAttribute('href')?.startsWith('#')) element.setAttribute('rel', 'noopener noreferrer');
    else element.removeAttribute('rel');
  });
  shared = { purify, home };
  return shared;
}

/**
 * Any HTML as clean nodes of an inert document, for looking at or for serialising. Takes untrusted input; never throws.
 * @returns the fragment's holder: a `div` whose children are the clean nodes
 */
export function sanitizeToElement(html: string): HTMLElement {
  const { purify, home } = purifier();
  let holder = home.createElement('div');
  holder.append(purify.sanitize(html) as unknown as DocumentFragment);
  // Clean already, which is what is in the library: a second look would see what the first has seen.
  if (holder.innerHTML === html) return holder;
  // Nodes don't always survive being written and read again (a link within a link, a paragraph within a paragraph):
  // go round until they do, so that what is stored is what will be shown. Each round only takes nesting away.
  for (let round = 0; round < 6; round += 1) {
    const written = holder.innerHTML;
    const again = home.createElement('div');
    again.append(purify.sanitize(written) as unknown as DocumentFragment);
    if (again.innerHTML === written) return again;
    holder = again;
  }
  // Hostile nesting that never settles: its words are kept, its shape is not.
  const plain = home.createElement('div');
  plain.append(Object.assign(home.createElement('p'), { textContent: holder.textContent }));
  return plain;
}

/** Any HTML as clean HTML. Doing it again changes nothing. */
export function sanitizeHtml(html: string): string {
  return sanitizeToElement(html).innerHTML;
}

/** Any HTML as clean nodes ready to stand in a page. */
export function toNodes(html: string, document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  // They were made for this call alone, so they move over: copies would take as long again as the cleaning does.
  const holder = sanitizeToElement(html);
  while (holder.firstChild) fragment.append(holder.firstChild);
  return fragment;
}
