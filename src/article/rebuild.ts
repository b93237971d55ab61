/**
 * Taking in: the body is written anew from nothing, element by element, by the allow list. What is not on the list is never
 * written, so there is nothing to take away. (Showing goes through `sanitize.ts`, which parses anew and trusts nothing of
 * this; the two share the list, and a test holds that the second finds nothing left to do.)
 */
import { checkedValue, GONE_WITH_CONTENT, TAGS } from './allow-list.ts';
import { parseInert } from './inert.ts';
import { native } from './native.ts';

const MATH = 'http://www.w3.org/1998/Math/MathML';
const HTML = 'http://www.w3.org/1999/xhtml';
const ALLOWED: ReadonlySet<string> = new Set(TAGS);
const GONE: ReadonlySet<string> = new Set(GONE_WITH_CONTENT);
/** Elements that can hold nothing, and have no end tag. */
const VOID = /^(?:br|hr|img|source|wbr|col)$/;
const isMathName = (name: string): boolean => name === 'math' || (name.startsWith('m') && name !== 'mark');
/** Deeper nesting than this keeps its words and loses its shape: browsers flatten at 512, and nobody writes 200 by hand. */
const DEEPEST = 200;
const ROUNDS = 6;

/** A body taken in. */
export interface Rebuilt {
  /** The clean nodes: the body of an inert document of its own. */
  readonly body: HTMLElement;
  /** The same as HTML; read again it gives the same nodes. */
  readonly html: string;
}

/** A clean copy of an element's content. Never throws, whatever the element holds. */
export function rebuild(root: Element): Rebuilt {
  let written = write(root);
  for (let round = 0; ; round += 1) {
    const { body } = parseInert(`<!doctype html><body>${written}`);
    const html = body.innerHTML;
    // Browsers before 2025 write `<` in an attribute as it is (https://github.com/whatwg/html/pull/6235): ours then tells.
    if (html === written || write(body) === written || round > ROUNDS) return { body, html };
    // Nodes don't always survive being written and read again (a link within a link, a paragraph within a paragraph).
    // Hostile nesting that never settles: its words are kept, its shape is not.
    written = round < ROUNDS ? write(body) : `<p>${escaped(body.textContent ?? '')}</p>`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' };
const escaped = (text: string, unsafe = /[&<>\u00a0]/g): string => text.replace(unsafe, (letter) => ENTITIES[letter] ?? '');

/**
 * Walks with a TreeWalker: a form with a field named `childNodes` has no such property any more, and a page can be nested
 * deeper than a recursion goes.
 */
function write(root: Element): string {
  const walker = native(root.ownerDocument, 'createTreeWalker')(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let html = '';
  /** The names of the elements around, '' for those that are not written, and the written one that each stands in. */
  const open: string[] = [];
  const homes: string[] = [''];
  let deep = 1;
  for (let node = walker.firstChild(); node;) {
    let next: Node | null = null;
    if (node.nodeType === Node.TEXT_NODE) html += escaped(node.nodeValue ?? '');
    else {
      const name = nameOf(node as Element, homes.at(-1) ?? '', deep);
      if (name) html += `<${name}${attributesOf(node as Element, name)}>`;
      if (name !== undefined && !VOID.test(name)) {
        next = walker.firstChild();
        if (next) {
          open.push(name);
          homes.push(name || (homes.at(-1) ?? ''));
          if (name) deep += 1;
        } else if (name) html += `</${name}>`;
      }
    }
    next ??= walker.nextSibling();
    while (!next && open.length && walker.parentNode()) {
      homes.pop();
      const name = open.pop();
      if (name) {
        html += `</${name}>`;
        deep -= 1;
      }
      next = walker.nextSibling();
    }
    node = next;
  }
  return html;
}

/** What an element is called in the copy: '' when only its content is taken, undefined when that goes too. */
function nameOf(element: Element, home: string, deep: number): string | undefined {
  const name: unknown = element.localName;
  // A form can hide its own name behind a field of its own. It is not allowed anyway; what is in it may be.
  if (typeof name !== 'string') return '';
  if (GONE.has(name)) return undefined;
  if (!ALLOWED.has(name) || deep >= DEEPEST) return '';
  const inMath = isMathName(home);
  const space = element.namespaceURI;
  return (space === MATH ? isMathName(name) && (inMath || name === 'math') : space === HTML && !inMath && !isMathName(name)) ? name : '';
}

function attributesOf(element: Element, name: string): string {
  let html = '';
  let outward = false;
  for (const attribute of element.getAttributeNames()) {
    const kept = attribute === 'rel' ? undefined : checkedValue(name, attribute, element.getAttribute(attribute) ?? '');
    if (kept === undefined) continue;
    html += ` ${attribute}="${escaped(kept, /[&<>"\u00a0]/g)}"`;
    outward ||= attribute === 'href' && !kept.startsWith('#');
  }
  return outward ? `${html} rel="noopener noreferrer"` : html;
}
