/**
 * A copy of the page in which the picked parts are marked. What stands in open shadow roots and in frames of the same
 * site is brought into the copy at its place, so that the pipeline, which reads one plain document, finds it there.
 */
import { native } from '../article/native.ts';
import { pathOf } from './locator.ts';

/** On the copies of what was picked: the number of the part. */
const MARK = 'data-passalong-part-';
/** Deeper than any person writes; below it the copy is the browser's own. */
const DEEPEST = 400;

export interface Composed {
  readonly doc: Document;
  /** Names each part in the copy, in the order they were given; undefined when its place could not be found again. */
  readonly selectors: readonly (string | undefined)[];
}

export function compose(page: Document, parts: readonly Element[]): Composed {
  const doc = native(page, 'cloneNode')(true) as Document;
  // All places are looked up before the first of them changes what the others are counted by.
  const places = parts.map((part) => ({ part, place: doc.querySelector(pathOf(outermost(part, page))) }));
  const selectors = places.map(({ part, place }, n) => {
    if (!place) return undefined;
    const mark = MARK + String(n);
    // A mark of the page's own would name a part that nobody picked.
    for (const element of doc.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
    if (isInPlace(part, page) && !hidesText(part)) place.setAttribute(mark, '');
    else {
      const copy = flatCopy(part, doc, 0) as Element;
      copy.setAttribute(mark, '');
      if (isInPlace(part, page)) replace(place, copy);
      else place.after(copy);
    }
    return `[${mark}]`;
  });
  return { doc, selectors };
}

/** True where a plain copy would lack text that is seen. */
function hidesText(part: Element): boolean {
  return [part, ...part.querySelectorAll('*')].some((element) => element.shadowRoot !== null || (element.localName === 'iframe' && bodyIn(element as HTMLIFrameElement) !== undefined));
}

/** True for what stands in the page itself, not in a shadow root or a frame. */
export function isInPlace(element: Element, page: Document): boolean {
  return element.getRootNode() === page;
}

/** The element of the page itself that holds this one, through shadow roots and frames. */
function outermost(element: Element, page: Document): Element {
  let at = element;
  for (let n = 0; n < 50 && !isInPlace(at, page); n += 1) {
    const root = at.getRootNode();
    const holder = root instanceof ShadowRoot ? root.host : (at.ownerDocument.defaultView?.frameElement ?? null);
    if (!holder) return at;
    at = holder;
  }
  return at;
}

/** The body stays the body: only what is in it changes. */
function replace(place: Element, copy: Element): void {
  if (place.localName !== 'body') return place.replaceWith(copy);
  place.replaceChildren(...copy.childNodes);
  for (const { name, value } of copy.attributes) place.setAttribute(name, value);
}

/** A copy with what is seen in place of shadow roots and slots, and with the text of frames that may be read. */
function flatCopy(node: Node, home: Document, deep: number): Node {
  if (node.nodeType !== Node.ELEMENT_NODE || deep > DEEPEST) return home.importNode(node, true);
  const element = node as Element;
  const framed = element.localName === 'iframe' ? bodyIn(element as HTMLIFrameElement) : undefined;
  const copy = framed ? home.createElement('div') : home.importNode(element, false);
  const children = framed?.childNodes ?? element.shadowRoot?.childNodes ?? (element instanceof HTMLSlotElement ? assigned(element) : element.childNodes);
  for (const child of children) copy.appendChild(flatCopy(child, home, deep + 1));
  return copy;
}

function assigned(slot: HTMLSlotElement): Iterable<Node> {
  const nodes = slot.assignedNodes({ flatten: true });
  return nodes.length ? nodes : slot.childNodes;
}

/** The body of a frame of the same site, or undefined. */
export function bodyIn(frame: HTMLIFrameElement): HTMLElement | undefined {
  try {
    return frame.contentDocument?.body ?? undefined;
  } catch (error) {
    // Another site's.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
