/** What can be pointed at on a page, and the ways from one part to the next. Reads the page, changes nothing. */
import { isBlock } from '../article/body/blocks.ts';
import { bodyIn } from './compose.ts';

/** Elements whose text is not for reading. */
const DUMB = new Set(['script', 'style', 'noscript', 'template', 'link', 'meta', 'head', 'title', 'svg', 'canvas', 'select', 'option', 'textarea', 'input']);
/** Blocks that are one piece of a text: whoever points at one means the text around it. */
const PIECES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'blockquote', 'figure', 'figcaption', 'pre', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'caption', 'hr']);
/** Characters under which a container is taken for a piece too: a wrapper around one line. */
const LITTLE = 25;

/** The part around this one, through shadow roots and frames. */
export function parentOf(element: Element): Element | undefined {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  return element.ownerDocument.defaultView?.frameElement ?? undefined;
}

function childrenOf(element: Element): readonly Element[] {
  const framed = element.localName === 'iframe' ? bodyIn(element as HTMLIFrameElement) : undefined;
  if (framed) return [framed];
  return [...(element.shadowRoot?.children ?? (element instanceof HTMLSlotElement ? element.assignedElements() : element.children))];
}

/** Documents with text where `textContent` does not reach, looked at once. */
const DEEP = new WeakMap<Document, boolean>();
function isDeep(doc: Document): boolean {
  const known = DEEP.get(doc) ?? [...doc.querySelectorAll('*')].some((element) => element.shadowRoot !== null || element.localName === 'iframe');
  DEEP.set(doc, known);
  return known;
}

/** Characters for reading in a part, through shadow roots and frames. Counted anew each time: pages change. */
export function lengthOf(element: Element): number {
  if (DUMB.has(element.localName)) return 0;
  if (!isDeep(element.ownerDocument)) return squeezed(element.textContent ?? '');
  let length = 0;
  for (const child of element.childNodes) if (child.nodeType === 3) length += squeezed(child.nodeValue ?? '');
  for (const child of childrenOf(element)) length += lengthOf(child);
  return length;
}

const squeezed = (text: string): number => text.replace(/\s+/g, ' ').trim().length;

/** The first words of a part. */
export function wordsOf(element: Element, most: number): string {
  const source = element.localName === 'iframe' ? bodyIn(element as HTMLIFrameElement) : (element.shadowRoot ?? element);
  return (source?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, most);
}

/** True for what is seen, has words, and is not the whole document. */
export function canBePicked(element: Element): boolean {
  if (element.localName === 'html' || DUMB.has(element.localName) || lengthOf(element) === 0) return false;
  const { width, height } = element.getBoundingClientRect();
  return (width > 1 && height > 1) || [...element.getClientRects()].length > 0 || element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
}

/** What lies under a point of the window, past our own drawing, down into shadow roots and frames. */
export function elementAt(x: number, y: number, root: Document | ShadowRoot, own: Element): Element | undefined {
  for (const element of root.elementsFromPoint(x, y)) {
    if (element === own || element.localName === 'html') continue;
    const box = element.getBoundingClientRect();
    const framed = element.localName === 'iframe' ? bodyIn(element as HTMLIFrameElement) : undefined;
    if (framed) return elementAt(x - box.left - element.clientLeft, y - box.top - element.clientTop, framed.ownerDocument, own) ?? element;
    if (element.shadowRoot && element.shadowRoot !== root) return elementAt(x, y, element.shadowRoot, own) ?? element;
    if (element.localName !== 'body') return element;
    // Where the page lets no pointer through, it is found by where things stand.
    return deepestAt(x, y, element) ?? element;
  }
  return undefined;
}

function deepestAt(x: number, y: number, from: Element): Element | undefined {
  for (const child of [...from.children].toReversed()) {
    if (DUMB.has(child.localName)) continue;
    const { left, right, top, bottom } = child.getBoundingClientRect();
    if (x >= left && x <= right && y >= top && y <= bottom) return deepestAt(x, y, child) ?? child;
  }
  return undefined;
}

/** The part that a person means who points at an element: the text that its piece belongs to, or for one field the words themselves. */
export function meant(element: Element, isText: boolean): Element | undefined {
  let at: Element | undefined = element;
  const isMeant = (one: Element): boolean => canBePicked(one) && !(isText && isPiece(one));
  while (at && !isMeant(at)) at = parentOf(at);
  return at;
}

function isPiece(element: Element): boolean {
  if (element.localName === 'body') return false;
  const table = element.closest('table');
  // Old pages lay out everything in tables: one that holds much of the page is no piece of a text.
  if (table) return lengthOf(table) < lengthOf(element.ownerDocument.body) * 0.3 || !/^(?:td|th|table|div|article|section|center)$/.test(element.localName);
  if (PIECES.has(element.localName) || element.closest('p, li, pre, figure, h1, h2, h3, h4, h5, h6') !== null) return true;
  if (!isBlock(element as Node) && !element.localName.includes('-')) return true;
  return childrenOf(element).filter((child) => isBlock(child) && lengthOf(child) > 0).length < 2 && lengthOf(element) < LITTLE;
}

/** The next part out that holds more than this one. */
export function wider(element: Element): Element | undefined {
  const length = lengthOf(element);
  for (let at = parentOf(element); at; at = parentOf(at)) if (canBePicked(at) && lengthOf(at) > length) return at;
  return undefined;
}

/** The part inside that holds most, and less than this one. */
export function narrower(element: Element): Element | undefined {
  const length = lengthOf(element);
  let at: Element | undefined = element;
  while (at) {
    let best: Element | undefined;
    let most = 0;
    for (const child of childrenOf(at)) {
      const own = lengthOf(child);
      if (own > most && canBePicked(child)) [best, most] = [child, own];
    }
    if (best && most < length) return best;
    at = best;
  }
  return undefined;
}

/** The part after this one (`1`) or before it (`-1`): beside it, or beside what holds it. */
export function beside(element: Element, by: 1 | -1): Element | undefined {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const holder = parentOf(at);
    if (!holder) return undefined;
    const all = childrenOf(holder);
    const from = all.indexOf(at);
    const others = from < 0 ? [] : by > 0 ? all.slice(from + 1) : all.slice(0, from).toReversed();
    const next = others.find(canBePicked);
    if (next) return next;
  }
  return undefined;
}

/** Where somebody begins who has no pointer: the part that holds most of the page's words close together. */
export function likely(page: Document): Element | undefined {
  const { body } = page as { body: HTMLElement | null };
  if (!body) return undefined;
  const heirOf = (element: Element): Element | undefined => {
    const all = lengthOf(element);
    return childrenOf(element).find((child) => canBePicked(child) && lengthOf(child) > all * 0.6 && !PIECES.has(child.localName));
  };
  let at: Element = body;
  for (let heir = heirOf(at); heir; heir = heirOf(heir)) at = heir;
  return canBePicked(at) ? at : undefined;
}

/** Where a part stands in the window. */
export function boxOf(element: Element): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  let { left, top, width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) {
    // `display: contents`, or only floats inside: as large as what is in it.
    const boxes = childrenOf(element).map((child) => child.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0);
    if (boxes.length) {
      left = Math.min(...boxes.map((box) => box.left));
      top = Math.min(...boxes.map((box) => box.top));
      width = Math.max(...boxes.map((box) => box.right)) - left;
      height = Math.max(...boxes.map((box) => box.bottom)) - top;
    }
  }
  for (let frame = element.ownerDocument.defaultView?.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement) {
    const box = frame.getBoundingClientRect();
    left += box.left + frame.clientLeft;
    top += box.top + frame.clientTop;
  }
  return { left, top, width, height };
}
