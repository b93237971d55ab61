/** What a block is, and a body as the list of its blocks of text. */

const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure',
  'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section',
  'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'optgroup', 'listing', 'xmp', 'amp-carousel',
]);

/** True for elements that start a new line on the page. */
export function isBlock(node: Node): node is Element {
  return node.nodeType === 1 && BLOCKS.has((node as Element).localName);
}

/** Text as a reader sees it: white space collapsed, no soft hyphens or zero-width fillers. */
export function flatText(node: Node): string {
  return flatten(node.textContent ?? '');
}

export function flatten(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ').trim();
}

/** A block that holds text of its own and no other block. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  /** Characters of `text` that stand inside links. */
  readonly linked: number;
  readonly tag: string;
}

/** Elements that have a block somewhere inside. */
export function elementsWithBlocks(elements: readonly Element[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  // Backwards, children come before their parents, so one pass does it at any depth.
  for (let i = elements.length - 1; i >= 0; i -= 1) {
    const element = elements[i];
    if (element?.parentElement && (isBlock(element) || found.has(element))) found.add(element.parentElement);
  }
  return found;
}

/** The blocks of text under an element whose stray text has been wrapped (`wrapStrayText`), in the page's order. */
export function blocksOf(root: Element): readonly Block[] {
  const elements = [root, ...root.querySelectorAll('*')];
  const outer = elementsWithBlocks(elements);
  const blocks: Block[] = [];
  for (const element of elements) {
    // A card stands for a thing to see or hear; it is not text.
    if (!isBlock(element) || outer.has(element) || element.classList.contains('embed')) continue;
    const text = flatText(element);
    if (!text) continue;
    let linked = 0;
    for (const link of element.querySelectorAll('a[href]')) linked += flatText(link).length;
    if (element.closest('a[href]')) linked = text.length;
    blocks.push({ element, text, linked: Math.min(linked, text.length), tag: element.localName });
  }
  return blocks;
}
