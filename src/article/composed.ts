/** What a page shows beyond its own tree: open shadow roots, and frames of its own site that hold text. Put where it is seen. */
import { native } from './native.ts';

/** Characters from which on a frame may hold the article: less is a player, a form, an advertisement. */
const ENOUGH = 500;
/** Shadow roots and frames within one another are followed this far. */
const DEEPEST = 6;

/**
 * Puts into a copy what the page shows there: a shadow root's content in the place of its host's, with its slots filled, and
 * a frame's in the place of the frame. The page itself is only read.
 *
 * @param live a tree of the page, and `copy`, its clone: element for element the same
 * @param doc the document that the copy belongs to
 */
export function compose(live: Document | ParentNode, copy: Document | ParentNode, doc: Document, deep = 0): void {
  const all = (root: ParentNode): NodeListOf<Element> => (root.nodeType === 9 ? native(root as Document, 'querySelectorAll')('*') : root.querySelectorAll('*'));
  if (deep > DEEPEST) return;
  const [originals, copies] = [all(live), all(copy)];
  for (let n = 0; n < copies.length; n += 1) {
    const element = originals[n] as Element;
    const shadow = element.shadowRoot;
    // A form may have a field of that name.
    if (shadow?.nodeType === 11) openRoot(shadow, copies[n] as Element, doc, deep);
    else if (element.localName === 'iframe') openFrame(element as HTMLIFrameElement, copies[n] as Element, doc, deep);
  }
}

function copyOf(source: Node, doc: Document): DocumentFragment {
  const part = native(doc, 'createDocumentFragment')();
  for (const node of source.childNodes) part.append(native(doc, 'importNode')(node, true));
  return part;
}

function openRoot(shadow: ShadowRoot, host: Element, doc: Document, deep: number): void {
  const part = copyOf(shadow, doc);
  const slots = part.querySelectorAll('slot');
  compose(shadow, part, doc, deep + 1);
  for (const slot of slots) {
    const name = slot.getAttribute('name') ?? '';
    const given = [...host.childNodes].filter((node) => ((node.nodeType === 1 && (node as Element).getAttribute('slot')) || '') === name);
    if (given.length) slot.replaceChildren(...given);
  }
  host.replaceChildren(part);
}

function openFrame(frame: HTMLIFrameElement, twin: Element, doc: Document, deep: number): void {
  // Null for a frame of another site.
  const inner = frame.contentDocument;
  const body = inner && native(inner, 'body');
  if (!body || (body.textContent ?? '').length < ENOUGH) return;
  const part = copyOf(body, doc);
  compose(body, part, doc, deep + 1);
  const base = native(inner, 'baseURI');
  for (const name of ['href', 'src']) {
    for (const element of part.querySelectorAll(`[${name}]`)) {
      const address = URL.parse(element.getAttribute(name) ?? '', base);
      if (address) element.setAttribute(name, address.href);
    }
  }
  const home = native(doc, 'createElement')('div');
  home.append(part);
  twin.replaceWith(home);
}
