/**
 * Taking in: the body is built anew from nothing, element by element, by the allow list. What is not on the list is never
 * made, so there is nothing to take away. (Showing goes through `sanitize.ts`, which parses anew and trusts nothing of this;
 * the two share the list, and a test holds that the second finds nothing left to do.)
 */
import { ATTRIBUTES, checkedValue, GONE_WITH_CONTENT, TAGS } from './allow-list.ts';
import { parseInert } from './inert.ts';

const MATH = 'http://www.w3.org/1998/Math/MathML';
const HTML = 'http://www.w3.org/1999/xhtml';
const ALLOWED: ReadonlySet<string> = new Set(TAGS);
const GONE: ReadonlySet<string> = new Set(GONE_WITH_CONTENT);
const isMathName = (name: string): boolean => name === 'math' || (name.startsWith('m') && name !== 'mark');
/** Deeper nesting than this keeps its words and loses its shape: browsers flatten at 512, and nobody writes 200 by hand. */
const DEEPEST = 200;
const ROUNDS = 6;

/**
 * A clean copy of an element's content, in a `div` of an inert document of its own. The copy written as HTML and read
 * again gives the same copy. Never throws, whatever the element holds.
 */
export function rebuild(root: Element): HTMLElement {
  const home = parseInert('<!doctype html><title></title>');
  let holder = copy(root, home);
  // Nodes don't always survive being written and read again (a link within a link, a paragraph within a paragraph).
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = holder.innerHTML;
    const read = parseInert(`<!doctype html><body>${written}`).body;
    if (read.innerHTML === written) return holder;
    holder = copy(read, home);
  }
  // Hostile nesting that never settles: its words are kept, its shape is not.
  const plain = home.createElement('div');
  plain.append(Object.assign(home.createElement('p'), { textContent: holder.textContent }));
  return plain;
}

/**
 * Walks with a TreeWalker of our own document: a form with a field named `childNodes` has no such property any more,
 * and a page can be nested deeper than a recursion goes.
 */
function copy(root: Element, home: Document): HTMLElement {
  const holder = home.createElement('div');
  const walker = home.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  /** Where the children of each open source node go. */
  const targets: Element[] = [holder];
  let deep = 1;
  for (let node = walker.firstChild(); node;) {
    const target = targets.at(-1) ?? holder;
    let into: Element | undefined;
    if (node.nodeType === Node.TEXT_NODE) target.append(home.createTextNode(node.nodeValue ?? ''));
    else into = open(node as Element, target, home, deep);
    let next: Node | null = into ? walker.firstChild() : null;
    if (next && into) {
      targets.push(into);
      if (into !== target) deep += 1;
    } else next = walker.nextSibling();
    while (!next && targets.length > 1 && walker.parentNode()) {
      if (targets.pop() !== targets.at(-1)) deep -= 1;
      next = walker.nextSibling();
    }
    node = next;
  }
  return holder;
}

/** Makes the allowed counterpart of an element; answers where its children go, or undefined when they go with it. */
function open(element: Element, target: Element, home: Document, deep: number): Element | undefined {
  const name: unknown = element.localName;
  // A form can hide its own name behind a field of its own. It is not allowed anyway; what is in it may be.
  if (typeof name !== 'string') return target;
  if (GONE.has(name)) return undefined;
  const inMath = target.namespaceURI === MATH;
  const space = element.namespaceURI === MATH ? MATH : HTML;
  const fits = space === MATH ? isMathName(name) && (inMath || name === 'math') : element.namespaceURI === HTML && !inMath && !isMathName(name);
  if (!ALLOWED.has(name) || !fits || deep >= DEEPEST) return target;
  const made = space === MATH ? home.createElementNS(MATH, name) : home.createElement(name);
  for (const { name: attribute, value } of element.attributes) {
    const kept = (ATTRIBUTES as readonly string[]).includes(attribute) ? checkedValue(name, attribute, value) : undefined;
    if (kept !== undefined) made.setAttribute(attribute, kept);
  }
  if (name === 'a') {
    if (made.hasAttribute('href') && !made.getAttribute('href')?.startsWith('#')) made.setAttribute('rel', 'noopener noreferrer');
    else made.removeAttribute('rel');
  }
  target.append(made);
  return made;
}
